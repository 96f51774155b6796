package tasuki.fund.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tasuki.calendar.FiscalYear;
import tasuki.fund.Branch;
import tasuki.fund.FundTabs;
import tasuki.fund.PrefectureOnly;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.print.Paper;
import tasuki.print.PaperAnswer;
import tasuki.programme.Editions;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;

/** The cumulative statement of the fund (執行状況) that the state asks for: by pot and by year. */
@Controller
@OpenTo(Duty.OFFICER)
class LedgerController {

  /** A pot as it is shown. */
  record PotLine(
      String href,
      String vintage,
      String category,
      String national,
      String prefecture,
      String interest,
      String drawn,
      String returned,
      String left,
      String planned,
      boolean missing,
      boolean old) {}

  /** A fiscal year as it is shown. */
  record YearLine(
      String href,
      String year,
      String opening,
      String stored,
      String interest,
      String drawn,
      String returned,
      String closing) {}

  private final Pots pots;
  private final Editions editions;
  private final LedgerHub hub;
  private final LedgerSheets sheets;
  private final LedgerWords words;
  private final FundTabs tabs;
  private final Paper paper;

  LedgerController(
      Pots pots,
      Editions editions,
      LedgerHub hub,
      LedgerSheets sheets,
      LedgerWords words,
      FundTabs tabs,
      Paper paper) {
    this.pots = pots;
    this.editions = editions;
    this.hub = hub;
    this.sheets = sheets;
    this.words = words;
    this.tabs = tabs;
    this.paper = paper;
  }

  @GetMapping("/fund/ledger")
  Object statement(
      @RequestParam(name = "branch", defaultValue = "MEDICAL") String sent,
      @RequestParam(name = "as", defaultValue = "") String as,
      Viewer viewer,
      Model model) {
    PrefectureOnly.let(viewer);
    Branch branch = branch(sent);
    List<Pot> all = pots.of(branch);
    List<YearMoves> years = pots.years(branch);
    Optional<TableFormat> format = TableFormat.of(as);
    if (format.isPresent()) {
      return TableAnswer.of(sheets.title(branch), format.get(), sheets.of(branch, all, years));
    }
    model.addAttribute("branch", branch);
    model.addAttribute("branches", tabs.branches(branch, LedgerController::address));
    model.addAttribute("pots", all.stream().map(this::line).toList());
    model.addAttribute("years", years.stream().map(one -> line(branch, one)).toList());
    sheets.sum(all).ifPresent(sum -> model.addAttribute("sum", line(sum)));
    model.addAttribute("potWarnings", hub.warnings(all));
    model.addAttribute("keeps", editions.compiles());
    return "fund/ledger";
  }

  @GetMapping("/fund/ledger/paper")
  ResponseEntity<byte[]> paper(
      @RequestParam(name = "branch", defaultValue = "MEDICAL") String sent, Viewer viewer) {
    PrefectureOnly.let(viewer);
    Branch branch = branch(sent);
    List<Pot> all = pots.of(branch);
    Map<String, Object> model = new HashMap<>();
    model.put("title", sheets.title(branch));
    model.put("pots", all);
    model.put("sum", sheets.sum(all).orElse(null));
    model.put("years", pots.years(branch));
    model.put("landscape", true);
    return PaperAnswer.shown(
        sheets.title(branch), paper.pdf("fund/ledger-paper", model, Locale.JAPANESE).bytes());
  }

  static String address(Branch branch) {
    return "/fund/ledger?branch=" + branch;
  }

  /** The branch that an address names; the first where it names none. */
  static Branch branch(String sent) {
    return sent.equals(Branch.CARE.name()) ? Branch.CARE : Branch.MEDICAL;
  }

  private PotLine line(Pot pot) {
    FiscalYear now = words.thisYear();
    return new PotLine(
        words.address(pot),
        words.year(pot.vintage()),
        words.category(pot.category().code()),
        LedgerWords.yen(pot.national()),
        LedgerWords.yen(pot.prefecture()),
        LedgerWords.yen(pot.interest()),
        LedgerWords.yen(pot.drawn()),
        LedgerWords.yen(pot.returned()),
        LedgerWords.yen(pot.left()),
        LedgerWords.yen(pot.planned()),
        pot.missing() > 0,
        pot.isOld(now));
  }

  private YearLine line(Branch branch, YearMoves year) {
    return new YearLine(
        words.address(branch, year.year()),
        words.year(year.year()),
        LedgerWords.yen(year.opening()),
        LedgerWords.yen(year.stored()),
        LedgerWords.yen(year.interest()),
        LedgerWords.yen(year.drawn()),
        LedgerWords.yen(year.returned()),
        LedgerWords.yen(year.closing()));
  }
}
