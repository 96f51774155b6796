package tasuki.transition;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.ClockEvent;
import tasuki.calendar.Counting;
import tasuki.calendar.FirstDay;
import tasuki.calendar.TimeLimit;
import tasuki.kernel.Ruling;
import tasuki.web.Form;

/**
 * One clock of a rule as its row in the form.
 *
 * @param id names the fields of the row, whichever rows above it were taken out
 * @param number as it is counted on the page
 */
record RuleRow(String id, int number) {

  /** From which day the days are counted, and in which direction. */
  enum When {
    FROM_ADMISSION(ClockEvent.ADMISSION, FirstDay.EVENT_DAY),
    AFTER_ADMISSION(ClockEvent.ADMISSION, FirstDay.NEXT_DAY),
    BEFORE_DISCHARGE(ClockEvent.DISCHARGE, FirstDay.EVENT_DAY),
    FROM_DISCHARGE(ClockEvent.DISCHARGE, FirstDay.EVENT_DAY),
    AFTER_DISCHARGE(ClockEvent.DISCHARGE, FirstDay.NEXT_DAY);

    private final ClockEvent event;
    private final FirstDay firstDay;

    When(ClockEvent event, FirstDay firstDay) {
      this.event = event;
      this.firstDay = firstDay;
    }

    /** The number of the day by the rule's count; days before count back from 0. */
    private int number(int days) {
      return this == BEFORE_DISCHARGE ? 1 - days : days;
    }

    private static When of(ClockLine line) {
      if (line.rule().event() == ClockEvent.DISCHARGE && line.rule().dayUntil() < 1) {
        return BEFORE_DISCHARGE;
      }
      return Arrays.stream(values())
          .filter(when -> when != BEFORE_DISCHARGE)
          .filter(when -> when.event == line.rule().event())
          .filter(when -> when.firstDay == line.rule().firstDay())
          .findFirst()
          .orElseThrow();
    }
  }

  /** Whether it binds. */
  enum Bond {
    DUTY,
    WISH
  }

  private static final int MOST_DAYS = 60;

  String field(String name) {
    return name + id;
  }

  /** Shows a clock in the row. */
  void start(Form form, ClockLine line) {
    When when = When.of(line);
    form.start(field("side"), line.side());
    form.start(field("what"), line.step());
    form.start(field("when"), when);
    form.start(field("days"), when.number(line.rule().dayUntil()));
    Integer from = line.rule().dayFrom();
    form.start(field("from"), from == null ? null : when.number(from));
    form.start(field("counting"), line.rule().counting());
    form.start(field("limit"), line.rule().timeLimit());
    form.start(field("bond"), line.wish() ? Bond.WISH : Bond.DUTY);
    form.startAll(field("groups"), line.groups());
  }

  /** What a new row begins with. */
  void startEmpty(Form form) {
    form.start(field("counting"), Counting.CALENDAR);
    form.start(field("limit"), TimeLimit.END_OF_DAY);
    form.start(field("bond"), Bond.DUTY);
  }

  /** Whether nobody has said anything in it. */
  boolean isEmpty(Form form) {
    return form.value(field("side")).isEmpty()
        && form.value(field("what")).isEmpty()
        && form.value(field("when")).isEmpty()
        && form.value(field("days")).isBlank();
  }

  /** Reads the clock; empty where a field has an error. */
  Optional<LocalClock> read(Form form) {
    Optional<Side> side = choice(form, "side", Side.class);
    Optional<StepKind> step = choice(form, "what", StepKind.class);
    Optional<When> when = choice(form, "when", When.class);
    Optional<Integer> days = days(form, "days", true);
    Optional<Integer> from = days(form, "from", false);
    Optional<Counting> counting = choice(form, "counting", Counting.class);
    Optional<TimeLimit> limit = choice(form, "limit", TimeLimit.class);
    Optional<Bond> bond = choice(form, "bond", Bond.class);
    Set<CareGroup> groups = form.choices(field("groups"), CareGroup.class);
    if (hasErrors(form)) {
      return Optional.empty();
    }
    When counted = when.orElseThrow();
    LocalClock clock =
        new LocalClock(
            code(side.orElseThrow(), step.orElseThrow()),
            side.orElseThrow(),
            step.orElseThrow(),
            counted.event,
            counted.firstDay,
            from.map(counted::number).orElse(null),
            counted.number(days.orElseThrow()),
            counting.orElseThrow(),
            limit.orElseThrow(),
            groups.size() == CareGroup.values().length ? Set.of() : groups,
            bond.orElseThrow() == Bond.WISH);
    return allowed(form, clock) ? Optional.of(clock) : Optional.empty();
  }

  private boolean allowed(Form form, LocalClock clock) {
    if (RulePolicy.mayAsk(clock) instanceof Ruling.Refused refused) {
      String field =
          switch (refused.reason()) {
            case "transition.rule.not-of-side" -> "what";
            case "transition.rule.from-late" -> "from";
            default -> "when";
          };
      form.reject(field(field), refused.reason(), number);
      return false;
    }
    return true;
  }

  private String code(Side side, StepKind step) {
    return (side + "-" + step + "-" + number).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private boolean hasErrors(Form form) {
    return java.util.stream.Stream.of(
            "side", "what", "when", "days", "from", "counting", "limit", "bond", "groups")
        .anyMatch(name -> form.error(field(name)) != null);
  }

  private <E extends Enum<E>> Optional<E> choice(Form form, String name, Class<E> type) {
    String typed = form.value(field(name));
    Optional<E> chosen =
        Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(typed)).findFirst();
    if (chosen.isEmpty()) {
      form.reject(field(name), "transition.rule.row." + name, number);
    }
    return chosen;
  }

  private Optional<Integer> days(Form form, String name, boolean required) {
    @Nullable Integer days = wholeNumber(form.value(field(name)));
    if (days != null && days >= 1 && days <= MOST_DAYS) {
      return Optional.of(days);
    }
    if (required || !form.value(field(name)).isBlank()) {
      form.reject(field(name), "transition.rule.row.days", number, 1, MOST_DAYS);
    }
    return Optional.empty();
  }

  /** A number in any width of digits, with or without its unit; null for anything else. */
  static @Nullable Integer wholeNumber(String typed) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().replaceAll("日$", "");
    return plain.matches("\\d{1,3}") ? Integer.valueOf(plain) : null;
  }
}
