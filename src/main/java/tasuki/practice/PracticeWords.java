package tasuki.practice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.web.Phrases;

/** Says money, years, instruments and states in the language of the page. */
@Component
class PracticeWords {

  private static final long THOUSAND = 1_000;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private final MessageSource messages;
  private final Clock clock;

  PracticeWords(MessageSource messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  static Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  static boolean english() {
    return locale().getLanguage().equals("en");
  }

  /** The words of this room under the key. */
  String of(String key, Object... arguments) {
    return any("practice." + key, arguments);
  }

  /** The words of any room under the key. */
  String any(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  String number(long count) {
    return NumberFormat.getIntegerInstance(locale()).format(count);
  }

  /** A figure as it was given: no digit more, none less. */
  static String figure(BigDecimal value) {
    NumberFormat figures = NumberFormat.getNumberInstance(locale());
    figures.setMaximumFractionDigits(Math.max(value.stripTrailingZeros().scale(), 0));
    return figures.format(value);
  }

  /** Yen as lists print them: in thousands; what is no full thousand keeps its rest. */
  static String thousands(long yen) {
    return figure(BigDecimal.valueOf(yen).divide(BigDecimal.valueOf(THOUSAND)));
  }

  String year(@Nullable Integer year) {
    return year == null ? of("year.unknown") : new FiscalYear(year).label(locale());
  }

  /** The share of the plan that was settled; null where either is missing. */
  static @Nullable String rate(BudgetYear year) {
    Long planned = year.plannedYen();
    Long settled = year.settledYen();
    if (planned == null || settled == null || planned == 0) {
      return null;
    }
    BigDecimal percent =
        BigDecimal.valueOf(settled)
            .scaleByPowerOfTen(2)
            .divide(BigDecimal.valueOf(planned), 1, RoundingMode.HALF_UP);
    return percent + "%";
  }

  String moment(OffsetDateTime at) {
    var there = JapanTime.at(at.toInstant());
    return JapaneseDates.inFull(there.toLocalDate(), locale()) + " " + TIME.format(there);
  }

  String instruments(Collection<Instrument> instruments) {
    return list(instruments.stream().map(one -> of("instrument." + one)));
  }

  /** The problems' names, in the order in which they are offered. */
  String problems(Set<String> codes) {
    return list(
        Problem.ALL.stream()
            .filter(problem -> codes.contains(problem.code()))
            .map(problem -> problem.name().in(locale())));
  }

  String list(Stream<String> words) {
    return words.collect(Collectors.joining(any("web.list.comma")));
  }

  @Nullable String areaType(@Nullable AreaType type) {
    return type == null ? null : any(type.label());
  }

  Phrases.Mark mark(PracticeState state) {
    String word = of("state." + state);
    return switch (state) {
      case DRAFT -> new Phrases.Mark("plain", "draft", word);
      case PUBLISHED -> new Phrases.Mark("success", "done", word);
      case WITHDRAWN -> new Phrases.Mark("plain", "close", word);
    };
  }

  /** The constants with their words {@code practice.prefix.CONSTANT}. */
  List<Phrases.Choice> choices(String prefix, Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(one -> new Phrases.Choice(one.name(), of(prefix + "." + one.name())))
        .toList();
  }

  List<Phrases.Choice> areaTypes() {
    return Arrays.stream(AreaType.values())
        .map(one -> new Phrases.Choice(one.name(), any(one.label())))
        .toList();
  }

  /** From the year after next back to the first that anybody still tells of. */
  List<Phrases.Choice> years() {
    int last = FiscalYear.of(JapanTime.today(clock)).year() + 2;
    List<Phrases.Choice> years = new ArrayList<>();
    for (int year = last; year >= PracticeForm.FIRST_YEAR; year--) {
      years.add(new Phrases.Choice(Integer.toString(year), year(year)));
    }
    return years;
  }

  /** Everything the case tells as lines of text by the key of its name, for lists and histories. */
  Map<String, List<String>> told(Content content) {
    Map<String, List<String>> told = new LinkedHashMap<>();
    told.put("name", List.of(content.name()));
    told.put("nameEn", optional(content.nameEn()));
    told.put("prefecture", List.of(content.prefecture()));
    told.put("purpose", List.of(content.purpose()));
    told.put("approach", content.approach());
    told.put(
        "instruments", content.instruments().stream().map(one -> of("instrument." + one)).toList());
    told.put("operators", content.operators());
    told.put("area", optional(content.area()));
    told.put("areaType", optional(areaType(content.areaType())));
    told.put("parent", optional(content.parent()));
    told.put("cost", content.budget().stream().map(this::line).toList());
    told.put("results", content.figures().stream().map(this::line).toList());
    told.put("rules", content.rules());
    told.put("issues", content.issues());
    told.put("proposals", content.proposals());
    told.put("actors", content.actors());
    told.put("systems", content.systems());
    told.put("note", optional(content.note()));
    return told;
  }

  private static List<String> optional(@Nullable String text) {
    return text == null || text.isEmpty() ? List.of() : List.of(text);
  }

  /** A year's money in one line. */
  String line(BudgetYear year) {
    Long planned = year.plannedYen();
    Long settled = year.settledYen();
    return list(
        Stream.of(
                year(year.fiscalYear()),
                planned == null ? null : of("planned.said", thousands(planned)),
                settled == null ? null : of("settled.said", number(settled)),
                year.funding() == null ? null : of("funding." + year.funding()),
                year.note())
            .flatMap(Stream::ofNullable));
  }

  /** A figure in one line. */
  String line(Figure figure) {
    return list(
        Stream.of(
                figure.indicator(),
                figure.area(),
                of("kind." + figure.kind()),
                value(figure),
                figure.note())
            .flatMap(Stream::ofNullable));
  }

  /** A figure's value with its unit, and when it was so. */
  String value(Figure figure) {
    String value = figure(figure.value()) + " " + figure.unit();
    return figure.period() == null ? value : of("value.at", value, figure.period());
  }
}
