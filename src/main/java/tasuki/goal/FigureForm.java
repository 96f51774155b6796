package tasuki.goal;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.calendar.FiscalYear;
import tasuki.indicator.Actual;
import tasuki.indicator.Aim;
import tasuki.indicator.AsOf;
import tasuki.indicator.AsOfReading;
import tasuki.indicator.ComparatorValue;
import tasuki.indicator.Definition;
import tasuki.indicator.Direction;
import tasuki.indicator.Indicator;
import tasuki.indicator.Printed;
import tasuki.indicator.Relation;
import tasuki.indicator.Series;
import tasuki.indicator.Target;
import tasuki.web.Form;

/**
 * Reads targets, actuals and comparators as officers write them: 「130,000人」, 「男性:68.0 女性:41.0」,
 * 「全国平均値以上」.
 */
@Component
class FigureForm {

  private static final UUID NEW = new UUID(0, 0);
  private static final int LONGEST = 300;

  private final GoalWords say;

  FigureForm(GoalWords say) {
    this.say = say;
  }

  static String name(Indicator indicator, LocalDate day) {
    return indicator.definition(day).name(GoalWords.locale());
  }

  /** The fiscal year that was typed: R6年度, FY2024. */
  Optional<FiscalYear> year(Form form) {
    Optional<AsOf> time = time(form, "year", true);
    if (time.isPresent() && time.get().precision() != AsOf.Precision.FISCAL_YEAR) {
      form.reject("year", "goal.year.unreadable");
      return Optional.empty();
    }
    return time.map(AsOf::fiscalYear);
  }

  private static Optional<AsOf> time(Form form, String field, boolean required) {
    String typed = required ? form.text(field, 40) : form.optional(field, 40).orElse("");
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    return switch (AsOfReading.of(typed)) {
      case AsOfReading.Read(AsOf asOf) -> Optional.of(asOf);
      case AsOfReading.Unreadable(String reason, List<Object> arguments) -> {
        form.reject(field, reason, arguments.toArray());
        yield Optional.empty();
      }
    };
  }

  /** What was typed for each series; empty with an error at the field. */
  private List<Printed.Part> parts(Form form, String field, Indicator indicator) {
    String typed = form.text(field, LONGEST);
    if (typed.isEmpty()) {
      return List.of();
    }
    Optional<List<Printed.Part>> parts = Printed.parts(typed);
    if (parts.isEmpty()) {
      form.reject(field, "goal.figure.unreadable");
      return List.of();
    }
    Set<String> known = new HashSet<>();
    indicator.lines().stream().map(Indicator.Line::series).map(Series::label).forEach(known::add);
    Set<String> said = new HashSet<>();
    parts.get().forEach(part -> said.add(part.label()));
    if (!known.equals(said)) {
      if (known.equals(Set.of(""))) {
        form.reject(field, "goal.figure.one");
      } else {
        form.reject(field, "goal.figure.series", labels(indicator));
      }
      return List.of();
    }
    return parts.get();
  }

  private static String labels(Indicator indicator) {
    return String.join(
        " ", indicator.lines().stream().map(line -> line.series().label() + ":0").toList());
  }

  private static boolean unitFits(@Nullable String unit, Definition definition) {
    return unit == null || unit.equals(definition.unit());
  }

  List<Editing.Said<Target>> target(Form form, Indicator indicator) {
    Optional<FiscalYear> year = year(form);
    Optional<AsOf> due = time(form, "due", true);
    String plan = form.optional("plan", 200).orElse("");
    String note = form.optional("note", 500).orElse(null);
    Definition definition = indicator.definition(year.map(FiscalYear::lastDay).orElse(say.today()));
    List<Editing.Said<Target>> said = new ArrayList<>();
    for (Printed.Part part : parts(form, "value", indicator)) {
      Optional<Printed.Wanted> wanted = Printed.wanted(part.body(), definition.direction());
      if (wanted.isEmpty()) {
        form.reject("value", "goal.figure.unreadable");
      } else if (!unitFits(wanted.get().unit(), definition)) {
        form.reject("value", "goal.figure.unit", definition.unit());
      } else if (isAgainst(wanted.get().aim(), definition.direction())) {
        form.reject("value", "goal.figure.against");
      } else if (year.isPresent() && due.isPresent()) {
        said.add(
            new Editing.Said<>(
                part.label(),
                new Target(
                    NEW, plan, year.get(), due.get(), wanted.get().aim(), printed(form), note)));
      }
    }
    return said;
  }

  private static String printed(Form form) {
    return Normalizer.normalize(form.value("value"), Normalizer.Form.NFKC).strip();
  }

  private static boolean isAgainst(Aim aim, Direction direction) {
    return switch (aim) {
      case Aim.Bound(Relation relation, var _) -> relation.towards() != direction;
      case Aim.Compared(Relation relation, String _) -> relation.towards() != direction;
      case Aim.Range _ -> false;
    };
  }

  List<Editing.Said<Actual>> actual(Form form, Indicator indicator) {
    Optional<FiscalYear> year = year(form);
    Actual.Status status = form.choice("status", Actual.Status.class).orElse(Actual.Status.FINAL);
    Optional<AsOf> time = time(form, "time", status.hasValue());
    AsOf expected = time(form, "expected", false).orElse(null);
    String source = form.optional("source", 300).orElse(null);
    String note = form.optional("note", 500).orElse(null);
    if (!status.hasValue()) {
      return none(form, indicator, year, status, expected, note);
    }
    Definition definition = indicator.definition(year.map(FiscalYear::lastDay).orElse(say.today()));
    List<Editing.Said<Actual>> said = new ArrayList<>();
    for (Printed.Part part : parts(form, "value", indicator)) {
      Optional<Printed.Measured> measured = Printed.measured(part.body());
      if (measured.isEmpty()) {
        form.reject("value", "goal.figure.unreadable");
      } else if (!unitFits(measured.get().unit(), definition)) {
        form.reject("value", "goal.figure.unit", definition.unit());
      } else if (measured.get().status() != null && measured.get().status() != status) {
        form.reject("status", "goal.figure.status");
      } else if (year.isPresent() && time.isPresent()) {
        said.add(
            new Editing.Said<>(
                part.label(),
                new Actual(
                    null,
                    year.get(),
                    time.get(),
                    measured.get().value(),
                    status,
                    expected,
                    printed(form),
                    source,
                    note,
                    form.flag("baseline"))));
      }
    }
    return said;
  }

  /** That there is no value, and when one is expected. */
  private static List<Editing.Said<Actual>> none(
      Form form,
      Indicator indicator,
      Optional<FiscalYear> year,
      Actual.Status status,
      @Nullable AsOf expected,
      @Nullable String note) {
    if (!Printed.isNothing(form.value("value"))) {
      form.reject("value", "goal.figure.no-value");
    }
    if (form.hasErrors() || year.isEmpty()) {
      return List.of();
    }
    Actual said = new Actual(null, year.get(), null, null, status, expected, "", null, note, false);
    return indicator.lines().stream()
        .map(line -> new Editing.Said<>(line.series().label(), said))
        .toList();
  }

  List<Editing.Said<ComparatorValue>> comparator(Form form, Indicator indicator) {
    String name = form.text("comparator", 60);
    Optional<AsOf> time = time(form, "time", true);
    String source = form.optional("source", 300).orElse(null);
    Definition definition = indicator.definition(say.today());
    List<Editing.Said<ComparatorValue>> said = new ArrayList<>();
    for (Printed.Part part : parts(form, "value", indicator)) {
      Optional<Printed.Measured> measured = Printed.measured(part.body());
      if (measured.isEmpty()) {
        form.reject("value", "goal.figure.unreadable");
      } else if (!unitFits(measured.get().unit(), definition)) {
        form.reject("value", "goal.figure.unit", definition.unit());
      } else if (time.isPresent()) {
        said.add(
            new Editing.Said<>(
                part.label(),
                new ComparatorValue(NEW, name, time.get(), measured.get().value(), source)));
      }
    }
    return said;
  }
}
