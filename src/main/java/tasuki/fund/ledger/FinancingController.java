package tasuki.fund.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.fund.Categories;
import tasuki.fund.PrefectureOnly;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.RefusedException;
import tasuki.kernel.Ruling;
import tasuki.programme.Edition;
import tasuki.programme.Editions;
import tasuki.programme.ProgrammeYear;
import tasuki.programme.Programmes;
import tasuki.programme.YearId;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** What pays for a programme's year: of which vintages and categories of the fund, and who else. */
@Controller
@OpenTo(Duty.OFFICER)
class FinancingController {

  /** A change that was made. */
  record ChangeLine(
      String at, String who, String what, String before, String after, @Nullable String reason) {}

  private static final int CHANGES = 100;
  private static final int LONGEST = 200;

  private final Programmes programmes;
  private final Editions editions;
  private final Financings financings;
  private final Categories categories;
  private final FinancingWords words;
  private final LedgerWords ledger;
  private final Phrases say;
  private final Notices notices;

  FinancingController(
      Programmes programmes,
      Editions editions,
      Financings financings,
      Categories categories,
      FinancingWords words,
      LedgerWords ledger,
      Phrases say,
      Notices notices) {
    this.programmes = programmes;
    this.editions = editions;
    this.financings = financings;
    this.categories = categories;
    this.words = words;
    this.ledger = ledger;
    this.say = say;
    this.notices = notices;
  }

  /** Where the financing of a programme's year stands. */
  static String address(YearId year) {
    return "/fund/financing/" + year;
  }

  @GetMapping("/fund/financing/{id}")
  String financing(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    ProgrammeYear year = own(id, viewer);
    FinancingForm rows = new FinancingForm(form, categories);
    rows.start(financings.of(year.id()));
    form.start("version", financings.version(year.id()));
    return page(year, rows, programmes.mayChange(year.id()), model);
  }

  @PostMapping("/fund/financing/{id}")
  String set(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    ProgrammeYear year = programmes.changeable(own(id, viewer).id());
    FinancingForm rows = new FinancingForm(form, categories);
    Map<String, Financing> typed = rows.read(year.fiscalYear());
    String reason = form.optional("reason", LONGEST).orElse(null);
    if (!form.hasErrors()) {
      try {
        int changed =
            financings.set(year, List.copyOf(typed.values()), form.value("version"), reason);
        notices.done(next, "programme.money.saved", changed);
        return "redirect:" + address(year.id());
      } catch (RefusedException refused) {
        form.reject(fieldOf(refused.refused(), typed), refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(year, rows, false, model);
  }

  /** The row that draws more than is left; else what is refused is not about one row. */
  private String fieldOf(Ruling.Refused refused, Map<String, Financing> typed) {
    return typed.entrySet().stream()
        .filter(one -> one.getValue().stage() == Stage.SETTLED)
        .filter(
            one ->
                refused.arguments().contains(ledger.year(one.getValue().vintage()))
                    && refused.arguments().contains(one.getValue().category().words(say.locale())))
        .findFirst()
        .map(one -> one.getKey() + "-fund")
        .orElse("reason");
  }

  private ProgrammeYear own(UUID id, Viewer viewer) {
    PrefectureOnly.let(viewer);
    return editions.own(programmes.get(new YearId(id)));
  }

  private String page(ProgrammeYear year, FinancingForm rows, boolean blank, Model model) {
    Edition edition = editions.get(year.edition());
    List<Financing> standing = financings.of(year.id());
    model.addAttribute("year", year);
    model.addAttribute("edition", edition);
    model.addAttribute("yearLabel", ledger.year(year.fiscalYear()));
    model.addAttribute("mayChange", programmes.mayChange(year.id()));
    model.addAttribute("plannedRows", rows.rows(Stage.PLANNED, blank));
    model.addAttribute("settledRows", rows.rows(Stage.SETTLED, blank));
    model.addAttribute("years", ledger.years(year.fiscalYear()));
    model.addAttribute("categoryOptions", ledger.categories(categories.all()));
    model.addAttribute("standing", words.lines(standing));
    model.addAttribute("comparisons", words.comparisons(year, standing));
    model.addAttribute("doubts", words.doubts(standing));
    model.addAttribute("changes", changes(year));
    return "fund/financing";
  }

  private List<ChangeLine> changes(ProgrammeYear year) {
    Map<UUID, String> names = new HashMap<>();
    List<ChangeLine> lines = new ArrayList<>();
    for (Financings.Change change : financings.changes(year.id(), CHANGES)) {
      lines.add(
          new ChangeLine(
              LedgerWords.at(change.at()),
              names.computeIfAbsent(change.account(), ledger::who),
              say.of("fund.financing.stage." + change.stage())
                  + " "
                  + ledger.year(change.vintage())
                  + " "
                  + categories.find(change.category()).map(one -> one.mark()).orElse("")
                  + " "
                  + say.of("fund.financing.part." + change.part()),
              yen(change.before()),
              yen(change.after()),
              change.reason()));
    }
    return lines;
  }

  private static String yen(@Nullable Long yen) {
    return yen == null ? "" : LedgerWords.yen(yen);
  }
}
