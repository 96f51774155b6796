package tasuki.transition;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tasuki.web.Form;

/** The fields of a rule: the days within which each side does its part; an empty one asks nothing. */
final class RuleForm {

  /** A field for days, and the clock it makes. */
  enum Field {
    CONTACT(Side.HOSPITAL, StepKind.CONTACTED),
    FORM(Side.CARE_MANAGER, StepKind.FORM_SENT),
    PLANNED(Side.HOSPITAL, StepKind.DISCHARGE_PLANNED),
    HEARING(Side.CARE_MANAGER, StepKind.HEARING),
    VISIT(Side.CARE_MANAGER, StepKind.FIRST_HOME_VISIT),
    CHECK(Side.CARE_MANAGER, StepKind.TWO_WEEK_CHECK);

    private final Side side;
    private final StepKind step;

    Field(Side side, StepKind step) {
      this.side = side;
      this.step = step;
    }

    /** Name of the field, which is the code of its clock too. */
    String input() {
      return name().toLowerCase(Locale.ROOT);
    }

    private LocalClock clock(int days) {
      return switch (this) {
        case CONTACT, FORM -> LocalClock.afterAdmission(input(), side, step, days);
        case PLANNED, HEARING -> LocalClock.beforeDischarge(input(), side, step, days);
        case VISIT, CHECK -> LocalClock.afterDischarge(input(), side, step, days);
      };
    }

    /** The days of a line as the field shows them. */
    private int days(ClockLine line) {
      return switch (this) {
        case CONTACT, FORM, VISIT, CHECK -> line.rule().dayUntil();
        case PLANNED, HEARING -> 1 - line.rule().dayUntil();
      };
    }
  }

  private static final int MOST_DAYS = 60;
  private static final int LONGEST_NAME = 80;

  /** What was typed. */
  record Typed(
      String name, String nameEnglish, LocalDate from, int readmission, List<LocalClock> clocks) {}

  private RuleForm() {}

  /** Starts with the version in force. */
  static void start(Form form, TransitionRules.Version version) {
    form.start("name", version.name());
    form.start("nameEnglish", version.nameEnglish());
    form.start("readmission", version.readmissionDays());
    for (Field field : Field.values()) {
      version.lines().stream()
          .filter(line -> line.code().equals(field.input()))
          .findFirst()
          .ifPresent(line -> form.start(field.input(), field.days(line)));
    }
  }

  /** Reads the fields; empty where one has an error. */
  static Optional<Typed> read(Form form, boolean readmission) {
    String name = form.text("name", LONGEST_NAME);
    String english = form.text("nameEnglish", LONGEST_NAME);
    Optional<LocalDate> from = tasuki.transition.Typed.day(form, "validFrom");
    Optional<Integer> again = readmission ? days(form, "readmission", 0, 365) : Optional.of(0);
    if (readmission && again.isEmpty() && form.error("readmission") == null) {
      form.reject("readmission", "web.form.missing");
    }
    List<LocalClock> clocks = new ArrayList<>();
    for (Field field : Field.values()) {
      days(form, field.input(), 1, MOST_DAYS).ifPresent(days -> clocks.add(field.clock(days)));
    }
    if (clocks.isEmpty() && !form.hasErrors()) {
      form.reject("contact", "transition.rule.empty");
    }
    return form.hasErrors()
        ? Optional.empty()
        : Optional.of(
            new Typed(name, english, from.orElseThrow(), again.orElseThrow(), clocks));
  }

  private static Optional<Integer> days(Form form, String name, int least, int most) {
    String typed =
        Normalizer.normalize(form.value(name), Normalizer.Form.NFKC).strip().replaceAll("日$", "");
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    if (typed.matches("\\d{1,3}")) {
      int days = Integer.parseInt(typed);
      if (days >= least && days <= most) {
        return Optional.of(days);
      }
    }
    form.reject(name, "transition.rule.days", least, most);
    return Optional.empty();
  }
}
