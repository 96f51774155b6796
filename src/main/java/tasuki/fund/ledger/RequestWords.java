package tasuki.fund.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapaneseDates;
import tasuki.fund.Branch;
import tasuki.fund.Category;
import tasuki.fund.FundTabs;
import tasuki.fund.PrefectureOnly;
import tasuki.programme.Figures;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.web.Phrases;
import tasuki.web.Tab;

/** How a request and its tentative allocation are shown and printed. */
@Component
class RequestWords {

  /** A category of the table, in thousand yen. */
  record Line(
      String href,
      String category,
      String cost,
      String national,
      String prefecture,
      String fund,
      int programmes,
      String share) {}

  /** What the state said of a category, beside what was asked. */
  record Effect(
      String code,
      String category,
      String requested,
      @Nullable String allotted,
      @Nullable String on,
      @Nullable String shortfall,
      @Nullable String ratio,
      String planned,
      @Nullable String over,
      List<Asking> programmes) {}

  /** A programme that asks for money of the year. */
  record Asking(String href, String name, String fund) {}

  /** A version as it was filed. */
  record Version(
      int version, String at, String who, @Nullable String note, String fund, String changes) {}

  private static final int YEARS = 5;
  private static final int DIGITS = 3;
  private static final int WIDE = 16;
  private static final int CATEGORY = 60;

  private final Requests requests;
  private final Allocations allocations;
  private final Pots pots;
  private final LedgerWords words;
  private final FundTabs tabs;
  private final Phrases say;

  RequestWords(
      Requests requests,
      Allocations allocations,
      Pots pots,
      LedgerWords words,
      FundTabs tabs,
      Phrases say) {
    this.requests = requests;
    this.allocations = allocations;
    this.pots = pots;
    this.words = words;
    this.tabs = tabs;
    this.say = say;
  }

  /** As it stands above the table on paper. */
  String title(Branch branch, FiscalYear year) {
    return say.inJapanese(
        "fund.request.paper", year.label(Locale.JAPANESE), say.inJapanese("fund.branch." + branch));
  }

  void show(Branch branch, FiscalYear year, RequestTable table, Model model) {
    List<Filed> filed = requests.filed(branch, year);
    model.addAttribute("branch", branch);
    model.addAttribute("year", year.year());
    model.addAttribute("yearLabel", words.year(year));
    model.addAttribute(
        "branches", tabs.branches(branch, one -> RequestController.address(one, year)));
    model.addAttribute("yearTabs", years(branch, year));
    model.addAttribute("lines", lines(year, table, say.locale()));
    model.addAttribute("sum", sum(table, say.of("fund.request.sum")));
    model.addAttribute("versions", versions(filed));
    model.addAttribute(
        "effects", effects(branch, year, table, filed.stream().findFirst().map(Filed::table)));
  }

  private List<Tab> years(Branch branch, FiscalYear year) {
    int last = Math.max(words.thisYear().year() + 1, year.year());
    return tabs.years(
        IntStream.rangeClosed(last - YEARS + 1, last)
            .filter(PrefectureOnly::isYear)
            .mapToObj(FiscalYear::new),
        year,
        one -> RequestController.address(branch, one));
  }

  /** The lines of the table and its sum, in Japanese. */
  List<Line> printed(FiscalYear year, RequestTable table) {
    List<Line> lines = new ArrayList<>(lines(year, table, Locale.JAPANESE));
    lines.add(sum(table, say.inJapanese("fund.request.sum")));
    return lines;
  }

  private static List<Line> lines(FiscalYear year, RequestTable table, Locale locale) {
    return table.lines().stream()
        .map(
            one ->
                new Line(
                    LedgerWords.moves(one.category(), year),
                    one.category().words(locale),
                    Figures.thousands(one.cost()),
                    Figures.thousands(one.national()),
                    Figures.thousands(one.prefecture()),
                    Figures.thousands(one.fund()),
                    one.programmes(),
                    share(table, one.fund())))
        .toList();
  }

  private static Line sum(RequestTable table, String label) {
    return new Line(
        "",
        label,
        Figures.thousands(table.cost()),
        Figures.thousands(table.national()),
        Figures.thousands(table.prefecture()),
        Figures.thousands(table.fund()),
        table.programmes(),
        share(table, table.fund()));
  }

  private static String share(RequestTable table, long yen) {
    return table.share(yen).map(one -> Figures.percent(one) + "%").orElse("");
  }

  private List<Version> versions(List<Filed> filed) {
    List<Version> versions = new ArrayList<>();
    for (int at = 0; at < filed.size(); at++) {
      Filed one = filed.get(at);
      Optional<RequestTable> before =
          at + 1 < filed.size() ? Optional.of(filed.get(at + 1).table()) : Optional.empty();
      versions.add(
          new Version(
              one.version(),
              LedgerWords.at(one.at()),
              words.who(one.account()),
              one.note(),
              Figures.thousands(one.table().fund()),
              before.map(old -> changes(old, one.table())).orElse("")));
    }
    return versions;
  }

  private String changes(RequestTable before, RequestTable after) {
    List<String> changes = new ArrayList<>();
    for (RequestTable.Line now : after.lines()) {
      RequestTable.Line old =
          before.of(now.category()).orElse(new RequestTable.Line(now.category(), 0, 0, 0, 0));
      if (!old.equals(now)) {
        changes.add(
            say.of(
                "fund.request.change",
                now.category().mark(),
                Figures.thousands(old.fund()),
                old.programmes(),
                Figures.thousands(now.fund()),
                now.programmes()));
      }
    }
    return String.join(say.of("web.list.comma"), changes);
  }

  /** Beside what was filed last; where nothing was, beside what is planned now. */
  private List<Effect> effects(
      Branch branch, FiscalYear year, RequestTable now, Optional<RequestTable> filed) {
    Map<String, Allocation> said = allocations.of(year);
    List<Draw> asking = pots.planned(new Moves(branch, null, year, year));
    return now.lines().stream()
        .map(
            line ->
                effect(
                    line,
                    filed.orElse(now).of(line.category()).map(RequestTable.Line::fund).orElse(0L),
                    said.get(line.category().code()),
                    asking.stream()
                        .filter(one -> one.category().equals(line.category().code()))
                        .toList()))
        .toList();
  }

  private Effect effect(
      RequestTable.Line now, long requested, @Nullable Allocation said, List<Draw> asking) {
    Category category = now.category();
    long missing = said == null ? 0 : Math.max(0, requested - said.yen());
    long over = said == null ? 0 : Math.max(0, now.fund() - said.yen());
    return new Effect(
        category.code(),
        category.words(say.locale()),
        Figures.thousands(requested),
        said == null ? null : Figures.thousands(said.yen()),
        said == null ? null : JapaneseDates.compact(said.on()),
        missing == 0 ? null : Figures.thousands(missing),
        said == null || requested == 0 ? null : ratio(said.yen(), requested),
        Figures.thousands(now.fund()),
        over == 0 ? null : Figures.thousands(over),
        over == 0
            ? List.of()
            : asking.stream()
                .map(
                    one ->
                        new Asking(
                            FinancingController.address(one.programme()),
                            one.name(),
                            Figures.thousands(one.fund())))
                .toList());
  }

  private static String ratio(long allotted, long requested) {
    return Figures.percent(
            BigDecimal.valueOf(allotted)
                .divide(BigDecimal.valueOf(requested), DIGITS, RoundingMode.HALF_UP))
        + "%";
  }

  /** The table for Excel and CSV, in thousand yen, as it is sent to the state. */
  Sheet sheet(Branch branch, FiscalYear year, RequestTable table) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (RequestTable.Line line : table.lines()) {
      rows.add(
          cells(
              line.category().words(Locale.JAPANESE),
              line.cost(),
              line.national(),
              line.prefecture(),
              line.programmes(),
              table));
    }
    rows.add(
        cells(
            say.inJapanese("fund.request.sum"),
            table.cost(),
            table.national(),
            table.prefecture(),
            table.programmes(),
            table));
    return new Sheet(
        year.label(Locale.JAPANESE),
        title(branch, year),
        List.of(say.inJapanese("fund.request.unit-note")),
        List.of(
            SheetColumn.text(say.inJapanese("fund.category"), CATEGORY),
            thousands("cost"),
            thousands("national"),
            thousands("prefecture"),
            thousands("fund"),
            SheetColumn.count(say.inJapanese("fund.request.programmes")),
            SheetColumn.share(say.inJapanese("fund.request.share"))),
        rows);
  }

  private SheetColumn thousands(String key) {
    return new SheetColumn(say.inJapanese("fund.request." + key), WIDE, SheetColumn.Kind.COUNT);
  }

  private static List<@Nullable Object> cells(
      String label, long cost, long national, long prefecture, int programmes, RequestTable table) {
    return Arrays.<@Nullable Object>asList(
        label,
        Figures.inThousands(cost),
        Figures.inThousands(national),
        Figures.inThousands(prefecture),
        Figures.inThousands(national + prefecture),
        programmes,
        table.share(national + prefecture).orElse(null));
  }
}
