package tasuki.programme;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tasuki.area.Area;
import tasuki.area.AreaId;
import tasuki.area.Areas;
import tasuki.calendar.JapanTime;
import tasuki.identity.Divisions;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.indicator.Definition;
import tasuki.indicator.Indicator;
import tasuki.indicator.Numbers;
import tasuki.web.Form;
import tasuki.web.InstrumentSource;
import tasuki.web.Phrases;

/** A programme in one year, and what it was in the others. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR})
class YearController {

  /** A year in the history. */
  record HistoryLine(
      String href,
      String year,
      boolean current,
      String name,
      String standing,
      String planned,
      String available,
      String settled,
      String execution) {}

  /** Where it stands in the list. */
  record Place(String words, boolean repost) {}

  /**
   * An indicator that judges it.
   *
   * @param latest the latest value that is known, in words
   */
  record Judged(String id, String name, String latest) {}

  /**
   * Through what it works.
   *
   * @param href where it is kept here; null where it is only named
   */
  record InstrumentLine(UUID id, InstrumentKind kind, String name, @Nullable String href) {}

  /** Another programme. */
  record Link(String href, String name) {}

  private static final int CHART_YEARS = 5;

  private final Programmes programmes;
  private final Editions editions;
  private final Attachments attachments;
  private final Judging judging;
  private final Instruments instruments;
  private final Divisions divisions;
  private final Areas areas;
  private final List<YearPages> pages;
  private final Clock clock;
  private final Phrases say;

  YearController(
      Programmes programmes,
      Editions editions,
      Attachments attachments,
      Judging judging,
      Instruments instruments,
      Divisions divisions,
      Areas areas,
      List<YearPages> pages,
      Clock clock,
      Phrases say) {
    this.programmes = programmes;
    this.editions = editions;
    this.attachments = attachments;
    this.judging = judging;
    this.instruments = instruments;
    this.divisions = divisions;
    this.areas = areas;
    this.pages = pages;
    this.clock = clock;
    this.say = say;
  }

  @GetMapping("/programmes/years/{id}")
  String year(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    ProgrammeYear year = programmes.get(new YearId(id));
    Edition edition = editions.get(year.edition());
    boolean own = viewer.organization().id().equals(edition.series().organization());
    model.addAttribute("edition", edition);
    model.addAttribute("year", year);
    model.addAttribute("entry", year.entry());
    model.addAttribute("yearLabel", edition.year().label(say.locale()));
    model.addAttribute("own", own);
    boolean mayChange = own && programmes.mayChange(year.id());
    model.addAttribute("mayChange", mayChange);
    model.addAttribute(
        "indicatorChoices",
        mayChange ? judging.choices(say.locale(), JapanTime.today(clock)) : List.of());
    model.addAttribute("facts", facts(year, edition));
    model.addAttribute("places", places(year));
    model.addAttribute("money", year.money());
    money(year, model);
    history(year, model);
    around(year, model);
    model.addAttribute("pages", pages.stream().flatMap(one -> one.of(year, own).stream()).toList());
    instruments(year, mayChange, model);
    judged(year, model);
    model.addAttribute("documents", own ? attachments.documents(year.programme()) : List.of());
    return "programme/year";
  }

  /** Through what it works; what is kept here has its name of today and leads there. */
  private void instruments(ProgrammeYear year, boolean mayChange, Model model) {
    List<Attachments.Instrument> attached = attachments.instruments(year.programme());
    boolean asked = mayChange || attached.stream().anyMatch(one -> one.target() != null);
    List<InstrumentSource.Kept> kept = asked ? instruments.all() : List.of();
    model.addAttribute(
        "instruments",
        attached.stream()
            .map(
                one ->
                    Instruments.find(kept, one.target())
                        .map(of -> new InstrumentLine(one.id(), one.kind(), of.name(), of.href()))
                        .orElseGet(
                            () -> new InstrumentLine(one.id(), one.kind(), one.name(), null)))
            .toList());
    model.addAttribute("keptInstruments", instruments.choices(kept));
    model.addAttribute(
        "instrumentKinds", say.choices("programme.instrument", List.of(InstrumentKind.values())));
  }

  /** The indicators, each with the latest value that is known. */
  private void judged(ProgrammeYear year, Model model) {
    List<Judged> judged = new ArrayList<>();
    for (Indicator one : judging.of(year.programme())) {
      Definition definition = one.definitions().getLast();
      judged.add(
          new Judged(
              one.id().toString(),
              definition.name(say.locale()),
              one.lines().stream()
                  .flatMap(
                      line ->
                          line.latest().stream()
                              .map(
                                  actual ->
                                      line.series().label()
                                          + Numbers.said(Objects.requireNonNull(actual.value()))
                                          + definition.unit()
                                          + " ("
                                          + Objects.requireNonNull(actual.asOf())
                                              .label(say.locale())
                                          + ")"))
                  .collect(Collectors.joining(say.of("web.list.comma")))));
    }
    model.addAttribute("judged", judged);
  }

  private Map<String, @Nullable String> facts(ProgrammeYear year, Edition edition) {
    YearEntry entry = year.entry();
    Map<String, @Nullable String> facts = new HashMap<>();
    String words = entry.divisionWords();
    facts.put("division", words == null ? divisions.get(entry.division()).name() : words);
    Execution execution = entry.execution();
    facts.put("execution", execution == null ? null : say.of("programme.execution." + execution));
    facts.put("standing", say.of("programme.standing." + entry.standing()));
    facts.put("period", period(entry));
    AreaId area = entry.area();
    facts.put("area", area == null ? null : areas.find(area).map(one -> name(one)).orElse(null));
    facts.put(
        "operators",
        entry.operators().isEmpty()
            ? null
            : entry.operators().stream()
                .map(Operator::name)
                .collect(Collectors.joining(say.of("web.list.comma"))));
    Map<String, String> names =
        editions.sources(edition.series().organization()).stream()
            .collect(Collectors.toMap(Source::mark, Source::name));
    facts.put(
        "funding",
        entry.funding().isEmpty()
            ? null
            : entry.funding().stream()
                .map(one -> one.mark() + names.getOrDefault(one.mark(), "") + share(one))
                .collect(Collectors.joining(say.of("web.list.comma"))));
    return facts;
  }

  private String name(Area area) {
    return say.locale().getLanguage().equals("en") ? area.nameEnglish() : area.name();
  }

  private static String share(Funding funding) {
    var share = funding.share();
    return share == null ? "" : " " + Figures.percent(share) + "%";
  }

  private @Nullable String period(YearEntry entry) {
    Integer first = entry.firstYear();
    Integer last = entry.lastYear();
    if (first == null && last == null) {
      return null;
    }
    return say.of("programme.period.words", label(first), label(last));
  }

  private String label(@Nullable Integer year) {
    return year == null ? "" : new tasuki.calendar.FiscalYear(year).label(say.locale());
  }

  private List<Place> places(ProgrammeYear year) {
    Map<HeadingId, Heading> headings =
        editions.headings(year.edition()).stream()
            .collect(Collectors.toMap(Heading::id, one -> one));
    List<Place> places = new ArrayList<>();
    for (Placement placement : year.entry().placements()) {
      List<String> path = new ArrayList<>();
      Heading heading = headings.get(placement.heading());
      while (heading != null) {
        path.addFirst(heading.words());
        HeadingId parent = heading.parent();
        heading = parent == null ? null : headings.get(parent);
      }
      places.add(new Place(String.join(" › ", path), placement.repost()));
    }
    return places;
  }

  private static void money(ProgrammeYear year, Model model) {
    Money money = year.money();
    Map<String, String> said = new HashMap<>();
    said.put("planned", Figures.thousands(money.planned()));
    said.put("supplementary", Figures.thousands(money.supplementary()));
    said.put("carriedIn", Figures.thousands(money.carriedIn()));
    said.put("carriedOut", Figures.thousands(money.carriedOut()));
    said.put("transferred", Figures.thousands(money.transferred()));
    said.put("available", Figures.thousands(money.available()));
    said.put("committed", Figures.yen(money.committed()));
    said.put("settled", ReportWords.settled(money));
    said.put("execution", money.execution().map(Figures::percent).orElse(""));
    model.addAttribute("said", said);
  }

  private void history(ProgrammeYear year, Model model) {
    List<ProgrammeYear> all = programmes.history(year.programme());
    model.addAttribute(
        "history",
        all.stream()
            .map(
                one ->
                    new HistoryLine(
                        "/programmes/years/" + one.id(),
                        one.fiscalYear().label(say.locale()),
                        one.id().equals(year.id()),
                        one.entry().name(),
                        say.of("programme.standing." + one.entry().standing()),
                        Figures.thousands(one.money().planned()),
                        Figures.thousands(one.money().available()),
                        ReportWords.settled(one.money()),
                        one.money().execution().map(s -> Figures.percent(s) + "%").orElse("")))
            .toList());
    List<ProgrammeYear> shown = all.subList(0, Math.min(CHART_YEARS, all.size())).reversed();
    long longest = shown.stream().mapToLong(one -> one.money().planned()).max().orElse(0);
    model.addAttribute(
        "bars",
        shown.size() < 2 || longest <= 0
            ? List.of()
            : shown.stream()
                .map(
                    one ->
                        Bar.of(
                            one.fiscalYear().label(say.locale()),
                            one.money().planned(),
                            longest,
                            one.id().equals(year.id())))
                .toList());
  }

  private void around(ProgrammeYear year, Model model) {
    model.addAttribute(
        "whole",
        programmes
            .parent(year.programme())
            .map(programmes::history)
            .filter(all -> !all.isEmpty())
            .map(List::getFirst)
            .map(YearController::link)
            .orElse(null));
    model.addAttribute(
        "parts", programmes.parts(year.programme()).stream().map(YearController::link).toList());
  }

  private static Link link(ProgrammeYear year) {
    return new Link("/programmes/years/" + year.id(), year.entry().name());
  }
}
