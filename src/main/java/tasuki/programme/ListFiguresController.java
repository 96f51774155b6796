package tasuki.programme;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tasuki.calendar.JapanTime;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Phrases;

/** How a list's money stands: what is spent, what lags, where it goes, and the years before. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR})
class ListFiguresController {

  /**
   * A part beside the same part of the year before.
   *
   * @param was what was planned in the year before, in yen; null where the part was not there
   */
  record PartLine(SpendingLine spending, @Nullable Long was) {
    public String before() {
      return was == null ? "" : Figures.thousands(was);
    }

    public String difference() {
      return was == null ? "" : Figures.difference(more(was));
    }

    private long more(long before) {
      return spending.total().money().planned() - before;
    }

    List<@Nullable Object> cells() {
      Money money = spending.total().money();
      return Arrays.asList(
          spending.label(),
          spending.programmes(),
          Figures.inThousands(money.planned()),
          was == null ? null : Figures.inThousands(was),
          was == null ? null : Figures.inThousands(more(was)),
          money.settled(),
          money.execution().orElse(null));
    }
  }

  /** The parts by one thing. */
  record PartTable(String title, List<PartLine> lines) {}

  private static final int YEARS = 5;
  private static final int LAGGING = 30;
  private static final int UNJUDGED = 100;

  private final Editions editions;
  private final Totals totals;
  private final Judging judging;
  private final Phrases say;
  private final Clock clock;

  ListFiguresController(
      Editions editions, Totals totals, Judging judging, Phrases say, Clock clock) {
    this.editions = editions;
    this.totals = totals;
    this.judging = judging;
    this.say = say;
    this.clock = clock;
  }

  @GetMapping("/programmes/lists/{id}/figures")
  Object figures(
      @PathVariable UUID id, @RequestParam(name = "as", defaultValue = "") String as, Model model) {
    Edition edition = editions.get(new EditionId(id));
    Optional<Edition> before = editions.of(edition.series().id(), edition.year().previous());
    List<PartTable> parts = new ArrayList<>();
    for (Breakdown by : Breakdown.values()) {
      parts.add(
          new PartTable(
              say.of("programme.by." + by),
              lines(
                  totals.parts(edition.id(), by),
                  before.map(one -> totals.parts(one.id(), by)).orElse(List.of()))));
    }
    List<SpendingLine> years = years(edition, model);
    Optional<TableFormat> format = TableFormat.of(as);
    if (format.isPresent()) {
      return TableAnswer.of(edition.title(), format.get(), sheets(edition, years, parts));
    }
    model.addAttribute("edition", edition);
    model.addAttribute("yearLabel", edition.year().label(say.locale()));
    model.addAttribute("beforeLabel", edition.year().previous().label(say.locale()));
    model.addAttribute("parts", parts);
    model.addAttribute("years", years);
    Scope scope = Scope.of(edition.id());
    model.addAttribute("unjudged", judging.without(scope, UNJUDGED));
    model.addAttribute("unjudgedCount", judging.countWithout(scope));
    // The list itself is the last of its years.
    whole(edition, years.getLast().total(), model);
    return "programme/figures";
  }

  private void whole(Edition edition, Totals.Total total, Model model) {
    LocalDate today = JapanTime.today(clock);
    Money money = total.money();
    BigDecimal gone = SpendingPolicy.gone(edition.year(), today);
    model.addAttribute("programmeCount", total.programmes());
    model.addAttribute("available", Figures.thousands(money.available()));
    model.addAttribute("settled", ReportWords.settled(money));
    model.addAttribute("execution", money.execution().map(Figures::percent).orElse(null));
    model.addAttribute("gone", Figures.percent(gone));
    Optional<BigDecimal> least = SpendingPolicy.least(edition.year(), today);
    model.addAttribute("asks", least.isPresent());
    model.addAttribute("least", least.map(Figures::percent).orElse(""));
    model.addAttribute(
        "lagging",
        least.stream()
            .flatMap(share -> totals.lagging(Scope.of(edition.id()), share, LAGGING).stream())
            .map(LagLine::of)
            .toList());
  }

  private List<SpendingLine> years(Edition edition, Model model) {
    List<Edition> all =
        editions.all(edition.series().organization()).stream()
            .filter(one -> one.series().id().equals(edition.series().id()))
            .filter(one -> one.year().compareTo(edition.year()) <= 0)
            .limit(YEARS)
            .toList()
            .reversed();
    Map<EditionId, Totals.Total> sums = totals.of(all.stream().map(Edition::id).toList());
    List<SpendingLine> lines = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    long longest = sums.values().stream().mapToLong(one -> one.money().planned()).max().orElse(0);
    for (Edition one : all) {
      Totals.Total total = sums.getOrDefault(one.id(), Totals.Total.NONE);
      String label = one.year().label(say.locale());
      lines.add(new SpendingLine("/programmes/lists/" + one.id() + "/figures", label, total));
      bars.add(Bar.of(label, total.money().planned(), longest, one.id().equals(edition.id())));
    }
    model.addAttribute("bars", bars);
    return lines;
  }

  private List<PartLine> lines(List<Totals.Part> now, List<Totals.Part> before) {
    Map<String, Money> former = new LinkedHashMap<>();
    before.forEach(one -> former.put(one.label(), one.total().money()));
    List<PartLine> lines = new ArrayList<>();
    for (Totals.Part part : now) {
      lines.add(line(part.label(), part.total(), former.remove(part.label())));
    }
    former.forEach((label, money) -> lines.add(line(label, Totals.Total.NONE, money)));
    return lines;
  }

  private PartLine line(String label, Totals.Total total, @Nullable Money before) {
    return new PartLine(
        new SpendingLine(null, label.isEmpty() ? say.of("programme.by.none") : label, total),
        before == null ? null : Long.valueOf(before.planned()));
  }

  private List<Sheet> sheets(Edition edition, List<SpendingLine> years, List<PartTable> parts) {
    List<Sheet> sheets = new ArrayList<>();
    for (PartTable table : parts) {
      sheets.add(
          new Sheet(
              table.title(),
              edition.title() + " " + table.title(),
              List.of(),
              List.of(
                  SheetColumn.text(table.title(), 40),
                  SheetColumn.count(say.of("programme.count")),
                  SheetColumn.count(say.of("programme.planned.unit")),
                  SheetColumn.count(say.of("programme.before")),
                  SheetColumn.count(say.of("programme.difference")),
                  ReportWords.yen(say.of("programme.column.settled")),
                  SheetColumn.share(say.of("programme.column.execution"))),
              table.lines().stream().map(PartLine::cells).toList()));
    }
    sheets.add(
        new Sheet(
            say.of("programme.years"),
            edition.series().name(),
            List.of(),
            SpendingLine.columns(SheetColumn.text(say.of("programme.year"), 14), say),
            years.stream().map(SpendingLine::cells).toList()));
    return sheets;
  }
}
