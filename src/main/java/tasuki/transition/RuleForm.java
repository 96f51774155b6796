package tasuki.transition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tasuki.web.Form;

/** The form of a rule: its name, its first day, and a row for each of its clocks. */
final class RuleForm {

  private static final int LONGEST_NAME = 80;
  private static final int MOST_ROWS = 30;
  private static final int MOST_DAYS_OF_READMISSION = 365;
  private static final String ADD = "add";
  private static final String PREVIEW = "preview";
  private static final String TAKE_OUT = "out-";

  /** What was typed. */
  record Typed(
      String name, String nameEnglish, LocalDate from, int readmission, List<LocalClock> clocks) {}

  /** What the button that was pressed asks for. */
  enum Wanted {
    /** A row more or less: nothing is checked yet. */
    OTHER_ROWS,
    PREVIEW,
    AGREE
  }

  private RuleForm() {}

  static Wanted wanted(Form form) {
    String pressed = form.value("press");
    if (pressed.equals(ADD) || pressed.startsWith(TAKE_OUT)) {
      return Wanted.OTHER_ROWS;
    }
    return pressed.equals(PREVIEW) ? Wanted.PREVIEW : Wanted.AGREE;
  }

  /** Starts with the version in force. */
  static void start(Form form, TransitionRules.Version version) {
    form.start("name", version.name());
    // A name that stands in for a missing one is not shown as if somebody had written it.
    form.start(
        "nameEnglish", version.nameEnglish().equals(version.name()) ? "" : version.nameEnglish());
    form.start("readmission", version.readmissionDays());
    for (int i = 0; i < version.lines().size(); i++) {
      String id = Integer.toString(i);
      form.keep("row", id);
      new RuleRow(id, i + 1).start(form, version.lines().get(i));
    }
  }

  /** The rows to show, after the one more or less that was asked for. */
  static List<RuleRow> rows(Form form) {
    String pressed = form.value("press");
    List<String> ids = new ArrayList<>();
    for (String id : form.valuesOf("row")) {
      if (id.matches("\\d{1,3}")
          && !ids.contains(id)
          && !pressed.equals(TAKE_OUT + id)
          && ids.size() < MOST_ROWS) {
        ids.add(id);
      }
    }
    if (ids.isEmpty() || pressed.equals(ADD) && ids.size() < MOST_ROWS) {
      int next =
          form.valuesOf("row").stream()
              .filter(id -> id.matches("\\d{1,3}"))
              .mapToInt(Integer::parseInt)
              .max()
              .orElse(-1);
      ids.add(Integer.toString((next + 1) % 1000));
    }
    List<RuleRow> rows = new ArrayList<>();
    for (String id : ids) {
      RuleRow row = new RuleRow(id, rows.size() + 1);
      row.startEmpty(form);
      rows.add(row);
    }
    return rows;
  }

  /** Reads the fields; empty where one has an error. */
  static Optional<Typed> read(Form form, boolean readmission) {
    String name = form.text("name", LONGEST_NAME);
    String english = form.optional("nameEnglish", LONGEST_NAME).orElse(name);
    Optional<LocalDate> from = tasuki.transition.Typed.day(form, "validFrom");
    int again = readmission ? readmission(form) : 0;
    List<LocalClock> clocks = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    for (RuleRow row : rows(form)) {
      if (row.isEmpty(form)) {
        continue;
      }
      Optional<LocalClock> clock = row.read(form);
      clock.ifPresent(clocks::add);
      boolean twice = clock.isPresent() && !seen.add(same(clock.get()));
      if (twice) {
        form.reject(row.field("what"), "transition.rule.twice", row.number());
      }
    }
    if (clocks.isEmpty() && !form.hasErrors()) {
      form.reject(rows(form).getFirst().field("what"), "transition.rule.empty");
    }
    return form.hasErrors()
        ? Optional.empty()
        : Optional.of(new Typed(name, english, from.orElseThrow(), again, clocks));
  }

  /** By which two clocks are the same thing said twice. */
  private static List<Object> same(LocalClock clock) {
    return List.of(clock.side(), clock.step(), clock.event(), clock.dayUntil() < 1, clock.groups());
  }

  private static int readmission(Form form) {
    Integer days = RuleRow.wholeNumber(form.value("readmission"));
    if (days == null || days > MOST_DAYS_OF_READMISSION) {
      if (form.value("readmission").isBlank()) {
        form.reject("readmission", "web.form.missing");
      } else {
        form.reject("readmission", "transition.rule.days", 0, MOST_DAYS_OF_READMISSION);
      }
      return 0;
    }
    return days;
  }
}
