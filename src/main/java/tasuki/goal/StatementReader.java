package tasuki.goal;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.FiscalYear;
import tasuki.indicator.Actual;
import tasuki.indicator.Aim;
import tasuki.indicator.AsOf;
import tasuki.indicator.AsOfReading;
import tasuki.indicator.ComparatorValue;
import tasuki.indicator.Direction;
import tasuki.indicator.Printed;
import tasuki.indicator.PrintedNote;
import tasuki.indicator.Target;

/**
 * Reads a printed row as what it means. Everything that cannot be told for certain is a fault at
 * its column; nothing is guessed.
 */
final class StatementReader {

  /** Hears what is wrong at a column. */
  interface Faults {
    void at(String column, String reason, Object... arguments);
  }

  private static final UUID NEW = new UUID(0, 0);
  private static final Pattern MARK = Pattern.compile("\\(?※\\d+\\)?");
  private static final Pattern WITH_TIME = Pattern.compile("(.*?)\\s*\\(([^()]*)\\)");
  private static final Pattern COMPARED =
      Pattern.compile("(\\S*?(?:平均|中央))値?\\s+(\\S+?)[\\s:]+(\\S.*)");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 2000;

  private final PrintedRow row;
  private final @Nullable Direction known;
  private final Faults faults;
  private final Set<String> units = new LinkedHashSet<>();
  private int decimals;
  private boolean sound = true;

  /**
   * A reader of one row.
   *
   * @param known the direction of the indicator, if there is one already
   */
  StatementReader(PrintedRow row, @Nullable Direction known, Faults faults) {
    this.row = row;
    this.known = known;
    this.faults = faults;
  }

  private void reject(String column, String reason, Object... arguments) {
    sound = false;
    faults.at(column, reason, arguments);
  }

  /** What the row says; empty when something was rejected. */
  Optional<Statement> read() {
    must("plan", LONGEST_NAME);
    must("section", LONGEST_NAME);
    must("indicator", LONGEST_NAME);
    for (String key : List.of("goal", "definition", "source", "note", "area")) {
      if (row.get(key).length() > LONGEST_TEXT) {
        reject(key, "table.fault.cell-long", LONGEST_TEXT);
      }
    }
    FiscalYear year = year();
    Direction direction = direction();
    if (!row.get("unit").isEmpty()) {
      units.add(plain("unit"));
    }
    if (year == null || direction == null) {
      return Optional.empty();
    }
    List<Statement.Line> lines = lines(year, direction);
    if (units.size() > 1) {
      reject("target", "goal.list.fault.units", String.join("、", units));
    }
    return sound ? Optional.of(statement(year, direction, lines)) : Optional.empty();
  }

  private Statement statement(FiscalYear year, Direction direction, List<Statement.Line> lines) {
    return new Statement(
        row.get("plan"),
        year,
        area(row),
        row.get("section"),
        row.get("goal"),
        name(row),
        isRepost(row),
        row.place(),
        direction,
        units.isEmpty() ? "" : units.iterator().next(),
        decimals,
        row.get("definition"),
        row.get("source"),
        row.get("note").isEmpty() ? null : row.get("note"),
        lines);
  }

  /** The whole prefecture where a row names no area. */
  static String area(PrintedRow row) {
    return row.get("area").isEmpty() ? "全県" : row.get("area");
  }

  /** The indicator's name without the marks that a table puts beside it. */
  static String name(PrintedRow row) {
    return row.get("indicator")
        .replaceAll("[【((]再掲[】))]|[((]R\\d+指標[))]|[((]?※\\d+[))]?", "")
        .strip();
  }

  static boolean isRepost(PrintedRow row) {
    return !row.get("repost").isEmpty() && !Printed.isNothing(row.get("repost"))
        || row.get("indicator").contains("再掲");
  }

  private void must(String key, int longest) {
    if (row.get(key).isEmpty()) {
      reject(key, "table.fault.cell-empty");
    } else if (row.get(key).length() > longest) {
      reject(key, "table.fault.cell-long", longest);
    }
  }

  private @Nullable FiscalYear year() {
    AsOf time = time("year", row.get("year"));
    if (time != null && time.precision() != AsOf.Precision.FISCAL_YEAR) {
      reject("year", "goal.list.fault.year", row.get("year"));
      return null;
    }
    return time == null ? null : time.fiscalYear();
  }

  private @Nullable Direction direction() {
    String said = plain("direction").toLowerCase(Locale.ROOT);
    Direction direction =
        switch (said) {
          case "" -> known;
          case "高いほどよい", "増加", "上昇", "↑", "higher" -> Direction.HIGHER;
          case "低いほどよい", "減少", "低下", "↓", "lower" -> Direction.LOWER;
          default -> null;
        };
    if (direction == null) {
      reject(
          "direction",
          said.isEmpty() ? "goal.list.fault.no-direction" : "goal.list.fault.direction",
          row.get("direction"));
    } else if (known != null && known != direction) {
      reject("direction", "goal.list.fault.other-direction", row.get("direction"));
    }
    return direction;
  }

  private String plain(String key) {
    return Normalizer.normalize(row.get(key), Normalizer.Form.NFKC).strip();
  }

  private List<Statement.Line> lines(FiscalYear year, Direction direction) {
    Said target = said("target", "due");
    Said next = said("next", "nextDue");
    Said actual = said("actual", "time");
    Said previous = said("previous", "previousTime");
    List<ComparatorValue> comparators = comparators();
    Set<String> labels = new LinkedHashSet<>();
    List.of(target, next, actual, previous)
        .forEach(said -> said.parts().forEach(part -> labels.add(part.label())));
    if (labels.isEmpty()) {
      reject("target", "goal.list.fault.nothing");
    }
    List<Statement.Line> lines = new ArrayList<>();
    for (String label : labels) {
      List<Target> targets = new ArrayList<>();
      target(target, year, label, direction).ifPresent(targets::add);
      target(next, year.next(), label, direction).ifPresent(targets::add);
      List<Actual> actuals = new ArrayList<>();
      actual(previous, year.previous(), label, false).ifPresent(actuals::add);
      actual(actual, year, label, true).ifPresent(actuals::add);
      lines.add(new Statement.Line(label, targets, actuals, comparators));
    }
    return lines;
  }

  /** A cell and the time beside it, or in brackets behind it. */
  private record Said(
      String column,
      String timeColumn,
      String text,
      @Nullable AsOf time,
      List<Printed.Part> parts) {

    /** What it says of a series; null where it speaks of others only. */
    @Nullable String of(String label) {
      return parts.stream()
          .filter(part -> part.label().equals(label))
          .map(Printed.Part::body)
          .findFirst()
          .orElse(null);
    }
  }

  private Said said(String column, String timeColumn) {
    String text = MARK.matcher(plain(column)).replaceAll("").strip();
    String written = plain(timeColumn);
    Matcher withTime = WITH_TIME.matcher(text);
    if (written.isEmpty()
        && withTime.matches()
        && AsOfReading.of(withTime.group(2)) instanceof AsOfReading.Read) {
      text = withTime.group(1);
      written = withTime.group(2);
    }
    if (Printed.isNothing(text)) {
      return new Said(column, timeColumn, text, null, List.of());
    }
    List<Printed.Part> parts = Printed.parts(text).orElse(List.of());
    if (parts.isEmpty()) {
      reject(column, "goal.list.fault.unreadable", row.get(column));
    }
    String printed = parts.size() == 1 ? parts.getFirst().body().replaceAll("\\s+", "") : text;
    return new Said(column, timeColumn, printed, time(timeColumn, written), parts);
  }

  private @Nullable AsOf time(String column, String written) {
    return switch (AsOfReading.of(MARK.matcher(written).replaceAll(""))) {
      case AsOfReading.Read(AsOf asOf) -> asOf;
      case AsOfReading.Unreadable(String reason, List<Object> arguments) -> {
        reject(column, reason, arguments.toArray());
        yield null;
      }
    };
  }

  private Optional<Target> target(Said said, FiscalYear year, String label, Direction direction) {
    if (said.parts().isEmpty() || said.time() == null) {
      return Optional.empty();
    }
    String body = said.of(label);
    Optional<Printed.Wanted> wanted =
        body == null ? Optional.empty() : Printed.wanted(body, direction);
    if (wanted.isEmpty()) {
      reject(
          said.column(),
          body == null ? "goal.list.fault.series" : "goal.list.fault.unreadable",
          body == null ? label : row.get(said.column()));
      return Optional.empty();
    }
    Aim aim = wanted.get().aim();
    switch (aim) {
      case Aim.Bound(var relation, BigDecimal value) -> {
        remember(value, wanted.get().unit());
        against(said, relation.towards(), direction);
      }
      case Aim.Range(BigDecimal low, BigDecimal high) -> {
        remember(low, wanted.get().unit());
        remember(high, wanted.get().unit());
      }
      case Aim.Compared(var relation, String _) -> against(said, relation.towards(), direction);
    }
    return Optional.of(new Target(NEW, row.get("plan"), year, said.time(), aim, said.text(), null));
  }

  private void against(Said said, Direction asked, Direction direction) {
    if (asked != direction) {
      reject(said.column(), "goal.list.fault.against", row.get(said.column()));
    }
  }

  private void remember(BigDecimal value, @Nullable String unit) {
    decimals = Math.max(decimals, value.scale());
    if (unit != null) {
      units.add(unit);
    }
  }

  private Optional<Actual> actual(Said said, FiscalYear year, String label, boolean own) {
    Actual.Status status = own ? status() : null;
    Optional<PrintedNote.Expected> expected = own ? expected() : Optional.empty();
    AsOf when = expected.map(PrintedNote.Expected::asOf).orElse(null);
    String note = own && !row.get("note").isEmpty() ? row.get("note") : null;
    if (said.parts().isEmpty()) {
      return none(status, expected)
          .map(
              one -> new Actual(null, year, null, null, one, when, said.text(), null, note, false));
    }
    String body = said.of(label);
    Optional<Printed.Measured> read = body == null ? Optional.empty() : Printed.measured(body);
    if (read.isEmpty()) {
      reject(
          said.column(),
          body == null ? "goal.list.fault.series" : "goal.list.fault.unreadable",
          body == null ? label : row.get(said.column()));
      return Optional.empty();
    }
    Printed.Measured measured = read.get();
    remember(measured.value(), measured.unit());
    return said.time() == null
        ? Optional.empty()
        : Optional.of(
            new Actual(
                null,
                year,
                said.time(),
                measured.value(),
                certainty(status, measured.status()),
                when,
                said.text(),
                row.get("source").isEmpty() ? null : row.get("source"),
                note,
                false));
  }

  /** What is said instead of a value; empty where nothing is. */
  private static Optional<Actual.Status> none(
      Actual.@Nullable Status status, Optional<PrintedNote.Expected> expected) {
    if (status != null && !status.hasValue()) {
      return Optional.of(status);
    }
    return expected.map(one -> one.surveyed() ? Actual.Status.PENDING : Actual.Status.NOT_SURVEYED);
  }

  private Actual.Status certainty(Actual.@Nullable Status column, Actual.@Nullable Status beside) {
    if (column != null && (!column.hasValue() || beside != null && beside != column)) {
      reject("status", "goal.list.fault.status-against", row.get("status"));
    }
    return beside != null
        ? beside
        : column != null && column.hasValue() ? column : Actual.Status.FINAL;
  }

  private Actual.@Nullable Status status() {
    Actual.Status status =
        switch (plain("status").toLowerCase(Locale.ROOT)) {
          case "確定", "確定値", "final" -> Actual.Status.FINAL;
          case "速報", "速報値", "暫定", "暫定値", "provisional" -> Actual.Status.PROVISIONAL;
          case "推計", "推計値", "estimate" -> Actual.Status.ESTIMATE;
          case "未確定", "集計中", "pending" -> Actual.Status.PENDING;
          case "調査なし", "未調査", "not surveyed" -> Actual.Status.NOT_SURVEYED;
          default -> null;
        };
    if (status == null && !row.get("status").isEmpty()) {
      reject("status", "goal.list.fault.status", row.get("status"));
    }
    return status;
  }

  private Optional<PrintedNote.Expected> expected() {
    if (row.get("expected").isEmpty()) {
      return PrintedNote.expected(row.get("note"));
    }
    return Optional.ofNullable(time("expected", plain("expected")))
        .map(time -> new PrintedNote.Expected(time, true));
  }

  private List<ComparatorValue> comparators() {
    List<ComparatorValue> values = new ArrayList<>();
    for (String said : plain("comparator").split("[、\n]")) {
      Matcher one = COMPARED.matcher(said.strip());
      if (said.isBlank()) {
        continue;
      }
      Optional<Printed.Measured> read =
          one.matches() ? Printed.measured(one.group(3)) : Optional.empty();
      if (read.isEmpty()) {
        reject("comparator", "goal.list.fault.comparator", said.strip());
        continue;
      }
      AsOf time = time("comparator", one.group(2));
      remember(read.get().value(), read.get().unit());
      if (time != null) {
        values.add(new ComparatorValue(NEW, one.group(1), time, read.get().value(), null));
      }
    }
    return values;
  }
}
