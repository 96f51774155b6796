package tasuki.offer;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.area.Area;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;

/** Says offers in the reader's language. */
@Component
class OfferWords {

  /** A line to choose. */
  record Choice(String value, String label) {}

  /** A heading with what stands under it. */
  record Fact(String label, String value) {}

  /** Kinds of area by which people say where they go, beside single base units. */
  private static final List<AreaKind> AREA_KINDS =
      List.of(AreaKind.SECONDARY_MEDICAL_AREA, AreaKind.MEDICAL_ASSOCIATION_DISTRICT);

  private static final int MONTHS_WITHOUT_YEAR = 6;

  private final MessageSource messages;
  private final Capabilities capabilities;
  private final Areas areas;
  private final Clock clock;

  OfferWords(MessageSource messages, Capabilities capabilities, Areas areas, Clock clock) {
    this.messages = messages;
    this.capabilities = capabilities;
    this.areas = areas;
    this.clock = clock;
  }

  Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  private boolean english() {
    return locale().getLanguage().equals("en");
  }

  String say(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  LocalDate today() {
    return JapanTime.today(clock);
  }

  /** Several, as a sentence puts them beside one another. */
  String list(Collection<String> words) {
    return String.join(say("web.list.comma"), words);
  }

  /** The day of a moment, with its year where it is long ago. */
  String day(OffsetDateTime moment) {
    LocalDate day = JapanTime.at(moment.toInstant()).toLocalDate();
    return day.isBefore(today().minusMonths(MONTHS_WITHOUT_YEAR))
        ? JapaneseDates.inFull(day, locale())
        : JapaneseDates.dayAndMonth(day, locale());
  }

  /** The day of a moment in full. */
  String fullDay(OffsetDateTime moment) {
    return JapaneseDates.inFull(JapanTime.at(moment.toInstant()).toLocalDate(), locale());
  }

  /** A survey with the day of its answer, if that is told. */
  String survey(Survey survey) {
    LocalDate day = survey.day();
    String name =
        survey.name().equals(SurveyList.NAMELESS) ? say("offer.survey.nameless") : survey.name();
    return day == null
        ? say("offer.survey.undated", name)
        : say("offer.survey", name, JapaneseDates.inFull(day, locale()));
  }

  String reach(Reach reach) {
    return say("offer.reach." + reach);
  }

  /** The names of these, in the order of the catalogue. */
  List<String> capabilities(Set<String> codes) {
    return capabilities.all().stream()
        .filter(one -> codes.contains(one.code()))
        .map(one -> say(one.nameKey()))
        .toList();
  }

  /** What can be done, under the headings of the catalogue; empty ones are left out. */
  List<Fact> sections(Set<String> codes) {
    return capabilities.sections().stream()
        .map(section -> new Fact(section(section.code()), list(capabilities(in(section, codes)))))
        .filter(fact -> !fact.value().isEmpty())
        .toList();
  }

  private Set<String> in(Capabilities.Section section, Set<String> codes) {
    return capabilities.all().stream()
        .filter(one -> section.groups().contains(one.group()) && codes.contains(one.code()))
        .map(Capability::code)
        .collect(Collectors.toSet());
  }

  String section(String code) {
    return say("offer.section." + code);
  }

  List<String> languages(Set<String> codes) {
    return capabilities.languages().stream()
        .filter(one -> codes.contains(one.code()))
        .map(one -> say(one.nameKey()))
        .toList();
  }

  /** The half days of the week: 「月〜金(午前・午後)、土(午前)」. */
  String days(Set<HalfDay> days) {
    List<String> words = new ArrayList<>();
    DayOfWeek[] week = DayOfWeek.values();
    int at = 0;
    while (at < week.length) {
      String half = half(week[at], days);
      int last = at;
      while (last + 1 < week.length && half(week[last + 1], days).equals(half)) {
        last++;
      }
      // Two days beside one another are said one by one.
      int until = last - at < 2 ? at : last;
      if (!half.isEmpty()) {
        words.add(say("offer.days." + half, stretch(week[at], week[until])));
      }
      at = until + 1;
    }
    return list(words);
  }

  private static String half(DayOfWeek day, Set<HalfDay> days) {
    boolean morning = days.contains(new HalfDay(day, false));
    boolean afternoon = days.contains(new HalfDay(day, true));
    return morning && afternoon ? "both" : morning ? "morning" : afternoon ? "afternoon" : "";
  }

  private String stretch(DayOfWeek first, DayOfWeek last) {
    String from = say("calendar.weekday." + first.getValue());
    return first == last
        ? from
        : say("offer.days.range", from, say("calendar.weekday." + last.getValue()));
  }

  /** Where one goes: areas first, then single base units. */
  String places(NewOffer offer) {
    List<String> words = new ArrayList<>();
    offer.areas().stream()
        .flatMap(area -> areas.find(area).stream())
        .map(this::name)
        .sorted()
        .forEach(words::add);
    units().stream()
        .filter(unit -> offer.units().contains(unit.code()))
        .map(this::name)
        .forEach(words::add);
    return list(words);
  }

  String name(Area area) {
    return english() ? area.nameEnglish() : area.name();
  }

  String name(BaseUnit unit) {
    return english() ? unit.nameEnglish() : unit.name();
  }

  List<BaseUnit> units() {
    return areas.baseUnits(today());
  }

  List<Choice> unitChoices() {
    return units().stream().map(unit -> new Choice(unit.code(), name(unit))).toList();
  }

  List<Choice> areaChoices() {
    return areas()
        .map(
            area ->
                new Choice(
                    area.id().value().toString(),
                    say("offer.area.of-kind", name(area), say("area.kind." + area.kind()))))
        .toList();
  }

  /** The whole areas to choose from. */
  Stream<Area> areas() {
    return AREA_KINDS.stream().flatMap(kind -> areas.ofKind(kind, today()).stream());
  }
}
