package tasuki.transition.rate;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tasuki.area.Area;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.calendar.JapanTime;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.transition.rate.RateWords.Choice;
import tasuki.web.Tab;

/** The page of the rates: filters, pictures, table, files, and the cases behind each number. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR, Duty.CARE})
class RatesController {

  /** A number with the way to its cases; none where they cannot be opened. */
  record Figure(String text, @Nullable String href) {}

  /** A row as the page shows it. */
  record Row(
      String label,
      String code,
      Figure all,
      Figure done,
      Figure missing,
      String percent,
      double bar,
      boolean few,
      List<String> bands) {}

  private static final List<Integer> SHORT_DAYS = List.of(0, 1, 2, 3, 5, 7, 14);
  private static final int MONTHS_ON_OFFER = 60;

  private final RateTable tables;
  private final Standards standards;
  private final Surveys surveys;
  private final Watch watch;
  private final Areas areas;
  private final RateWords say;
  private final Clock clock;

  RatesController(
      RateTable tables,
      Standards standards,
      Surveys surveys,
      Watch watch,
      Areas areas,
      RateWords say,
      Clock clock) {
    this.tables = tables;
    this.standards = standards;
    this.surveys = surveys;
    this.watch = watch;
    this.areas = areas;
    this.say = say;
    this.clock = clock;
  }

  @GetMapping("/rates")
  Object page(Viewer viewer, @RequestParam MultiValueMap<String, String> typed, Model model) {
    LocalDate today = JapanTime.today(clock);
    RateAddress address = RateAddress.read(typed, today, standards::of);
    RateTable.By by = by(typed.getFirst("by"));
    RateTable.View view = tables.of(address, by);
    Optional<TableFormat> format = TableFormat.of(String.valueOf(typed.getFirst("as")));
    if (format.isPresent()) {
      return TableAnswer.of(fileName(address), format.get(), tables.sheets(view));
    }
    RateQuery query = address.query();
    boolean watches = watch.watches(viewer);
    model.addAttribute("rateName", say.name(query.rate(), query.standard().names()));
    model.addAttribute("definition", say.definition(query.rate(), query.standard()));
    model.addAttribute("leftOut", say.leftOut(query.standard()));
    model.addAttribute("period", period(query));
    model.addAttribute("rateTabs", rateTabs(address, by));
    model.addAttribute("byTabs", byTabs(address, by));
    model.addAttribute("byName", say.of("by." + by));
    model.addAttribute("charts", tables.charts(view));
    model.addAttribute("rows", view.lines().stream().map(line -> row(view, line)).toList());
    model.addAttribute(
        "total", row(view, new RateTable.Line(null, "", say.of("area.all"), view.total())));
    model.addAttribute("bands", query.rate() != Rate.RULE_USE);
    model.addAttribute("watches", watches);
    model.addAttribute("decides", watch.decides(viewer));
    model.addAttribute("files", files(address, by));
    model.addAttribute("surveyRows", watches ? surveys.beside(query, view) : List.of());
    offer(model, address, by, today);
    return "transition/rate/rates";
  }

  private static RateTable.By by(@Nullable String word) {
    return Arrays.stream(RateTable.By.values())
        .filter(one -> one.name().equals(word))
        .findFirst()
        .orElse(RateTable.By.AREA);
  }

  private String period(RateQuery query) {
    String period = say.of("period", say.month(query.first()), say.month(query.last()));
    boolean running = !query.last().isBefore(YearMonth.from(JapanTime.today(clock)));
    return running ? period + " " + say.of("period.running") : period;
  }

  private static String fileName(RateAddress address) {
    return "rates-%s-%s-%s"
        .formatted(
            address.query().rate().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
            address.query().first(),
            address.query().last());
  }

  private List<Tab> rateTabs(RateAddress address, RateTable.By by) {
    RateQuery query = address.query();
    return Arrays.stream(Rate.values())
        .map(
            rate ->
                new Tab(
                    address.href("/rates", "rate", rate.name(), "by", by.name()),
                    say.name(rate, query.standard().names()),
                    rate == query.rate()))
        .toList();
  }

  private List<Tab> byTabs(RateAddress address, RateTable.By by) {
    return Arrays.stream(RateTable.By.values())
        .map(
            one ->
                new Tab(
                    address.href("/rates", "by", one.name()) + "#table",
                    one == RateTable.By.AREA
                        ? say.kind(address.query().kind())
                        : say.of("by." + one),
                    one == by))
        .toList();
  }

  private List<Choice> files(RateAddress address, RateTable.By by) {
    List<Choice> files = new ArrayList<>();
    for (String word : List.of("xlsx", "csv", "ms932")) {
      files.add(
          new Choice(
              address.href("/rates", "by", by.name(), "as", word), say.any("table.as." + word)));
    }
    return files;
  }

  private Row row(RateTable.View view, RateTable.Line line) {
    Tally tally = line.tally();
    BigDecimal share = tally.share();
    List<String> bands =
        List.of(
            say.number(tally.both()),
            say.number(tally.one()),
            say.number(tally.alone()),
            say.number(tally.denied()),
            say.number(tally.none()));
    return new Row(
        line.label(),
        view.by() == RateTable.By.MONTH ? "" : line.code(),
        figure(view, line, tally.all(), null),
        figure(view, line, tally.done(), "true"),
        figure(view, line, tally.all() - tally.done(), "false"),
        share == null ? "" : Tally.percent(share),
        share == null ? 0 : share.movePointRight(2).doubleValue(),
        tally.isFew(),
        bands);
  }

  /** A number and the address of its cases. */
  private Figure figure(
      RateTable.View view, RateTable.Line line, long number, @Nullable String done) {
    UUID place = line.place();
    boolean whole = line.label().equals(say.of("area.all"));
    if (number == 0 || place == null && !whole && view.by() != RateTable.By.MONTH) {
      return new Figure(say.number(number), null);
    }
    String id = place == null ? null : place.toString();
    String href =
        switch (view.by()) {
          case AREA -> view.address().href("/rates/cases", "area", id, "done", done);
          case MONTH ->
              whole
                  ? view.address().href("/rates/cases", "done", done)
                  : view.address()
                      .href("/rates/cases", "from", line.code(), "to", line.code(), "done", done);
          case HOSPITAL ->
              whole
                  ? view.address().href("/rates/cases", "done", done)
                  : view.address().href("/rates/cases", "hospital", id, "done", done);
          case OFFICE ->
              whole
                  ? view.address().href("/rates/cases", "done", done)
                  : view.address().href("/rates/cases", "office", id, "done", done);
        };
    return new Figure(say.number(number), href);
  }

  /** What the filter offers and what is chosen in it. */
  private void offer(Model model, RateAddress address, RateTable.By by, LocalDate today) {
    RateQuery query = address.query();
    List<Choice> months = new ArrayList<>();
    YearMonth month = YearMonth.from(today);
    for (int i = 0; i < MONTHS_ON_OFFER; i++, month = month.minusMonths(1)) {
      months.add(new Choice(month.toString(), say.month(month)));
    }
    List<Choice> ways = new ArrayList<>();
    ways.add(new Choice("", say.of("way.prefecture")));
    for (Area area : areas.ofKind(AreaKind.TRANSITION_RULE_AREA, today)) {
      if (standards.isSaved(area.id().value())) {
        ways.add(say.area(area));
      }
    }
    ways.add(new Choice(RateAddress.OWN_WAY, say.of("way.own")));
    model.addAttribute("query", query);
    model.addAttribute("by", by);
    model.addAttribute("way", address.way());
    model.addAttribute("months", months);
    model.addAttribute("ways", ways);
    model.addAttribute("kinds", say.kinds());
    model.addAttribute("sides", say.choices("side.", RateQuery.Side.values()));
    model.addAttribute("groups", say.choices("group.", RateQuery.Group.values()));
    model.addAttribute("wheres", say.choices("where.", RateQuery.Where.values()));
    model.addAttribute("ofs", say.choices("of.", Standard.Cases.values()));
    model.addAttribute("wordsOf", say.choices("words.", Standard.Words.values()));
    model.addAttribute("withouts", say.choices("without.", Rate.Exclusion.values()));
    model.addAttribute("shorts", shorts(say));
    model.addAttribute("clearHref", address.way().isEmpty() ? null : "/rates");
  }

  static List<Choice> shorts(RateWords say) {
    return SHORT_DAYS.stream()
        .map(
            days ->
                new Choice(
                    "" + days, days == 0 ? say.of("short.none") : say.of("short.days", days)))
        .toList();
  }
}
