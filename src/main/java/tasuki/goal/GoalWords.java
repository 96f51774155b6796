package tasuki.goal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.indicator.Actual;
import tasuki.indicator.Aim;
import tasuki.indicator.AsOf;
import tasuki.indicator.Definition;
import tasuki.indicator.Indicator;
import tasuki.indicator.Numbers;
import tasuki.indicator.Relation;
import tasuki.indicator.Target;
import tasuki.indicator.Trend;
import tasuki.indicator.Verdict;
import tasuki.web.Phrases;

/** Says figures, verdicts and trends in the language of the page. */
@Component
public class GoalWords {

  private final MessageSource messages;
  private final Clock clock;

  GoalWords(MessageSource messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  static Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  LocalDate today() {
    return JapanTime.today(clock);
  }

  FiscalYear thisYear() {
    return FiscalYear.of(today());
  }

  /**
   * The year whose plan is looked at first: the last one that is over, of which there are results.
   */
  FiscalYear usual(Collection<FiscalYear> planned) {
    return planned.stream()
        .filter(one -> one.compareTo(thisYear()) < 0)
        .max(FiscalYear::compareTo)
        .orElse(thisYear());
  }

  String of(String key, Object... arguments) {
    return any("goal." + key, arguments);
  }

  String any(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  String day(LocalDate day) {
    return JapaneseDates.inFull(day, locale());
  }

  /** A time in words; nothing for none. */
  public String time(@Nullable AsOf time) {
    return time == null ? "" : time.label(locale());
  }

  /** With the decimals of the definition, where it was not written with more. */
  String number(BigDecimal value, Definition definition) {
    int decimals = Math.max(definition.decimals(), Math.max(0, value.stripTrailingZeros().scale()));
    return Numbers.said(value.setScale(decimals, RoundingMode.HALF_UP));
  }

  String value(BigDecimal value, Definition definition) {
    return number(value, definition) + unit(definition);
  }

  /** A rate per so many people stands in the heading, not behind every number. */
  private static String unit(Definition definition) {
    return definition.unit().isEmpty() || definition.unit().startsWith("人口")
        ? ""
        : definition.unit();
  }

  /** What a target asks for; the plainest aim is its number alone, as plans print it. */
  public String aim(Target target, Definition definition) {
    return switch (target.aim()) {
      case Aim.Bound(Relation relation, BigDecimal value) ->
          relation == definition.direction().plain()
              ? value(value, definition)
              : said(relation, value(value, definition));
      case Aim.Range(BigDecimal low, BigDecimal high) ->
          of("range", value(low, definition), value(high, definition));
      case Aim.Compared(Relation relation, String comparator) -> said(relation, comparator);
    };
  }

  private String said(Relation relation, String bound) {
    return of("bound", bound, any("indicator.relation." + relation));
  }

  /** What stands of a series, with its time. */
  public String dated(Indicator.Line line, Actual actual, Definition definition) {
    return line.series().label() + actual(actual, definition) + " (" + time(actual.asOf()) + ")";
  }

  /** A value, or what is said instead of one. */
  public String actual(Actual actual, Definition definition) {
    BigDecimal value = actual.value();
    String status = any("indicator.status." + actual.status());
    if (value == null) {
      return actual.expected() == null
          ? status
          : of("expected.said", status, time(actual.expected()));
    }
    String said = value(value, definition);
    return actual.status() == Actual.Status.FINAL ? said : of("unsure", said, status);
  }

  /** How a verdict is marked. */
  public Phrases.Mark mark(Verdict.Kind kind) {
    String text = any("indicator.kind." + kind);
    return switch (kind) {
      case MET -> new Phrases.Mark("success", "done", text);
      case MISSED -> new Phrases.Mark("error", "warning", text);
      case NOT_YET -> new Phrases.Mark("calm", "clock", text);
      case UNDECIDABLE -> new Phrases.Mark("plain", "absent", text);
    };
  }

  Phrases.Mark mark(Trend.Kind kind) {
    String text = any("indicator.trend." + kind);
    return switch (kind) {
      case IMPROVING -> new Phrases.Mark("success", "done", text);
      case WORSENING -> new Phrases.Mark("warning", "warning", text);
      case LEVEL -> new Phrases.Mark("plain", "next", text);
      case UNKNOWN -> new Phrases.Mark("plain", "absent", text);
    };
  }

  <E extends Enum<E>> List<Phrases.Choice> choices(String prefix, Collection<E> constants) {
    return constants.stream()
        .map(one -> new Phrases.Choice(one.name(), any(prefix + "." + one.name())))
        .toList();
  }

  List<Phrases.Choice> years(Collection<FiscalYear> years) {
    List<Phrases.Choice> choices = new ArrayList<>();
    years.stream()
        .sorted((one, other) -> other.compareTo(one))
        .forEach(one -> choices.add(new Phrases.Choice("" + one.year(), one.label(locale()))));
    return choices;
  }
}
