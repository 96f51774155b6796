package tasuki.fund.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.FiscalYear;
import tasuki.form.DayField;
import tasuki.fund.Branch;
import tasuki.fund.Categories;
import tasuki.fund.Category;
import tasuki.fund.PrefectureOnly;
import tasuki.fund.Typed;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.RefusedException;
import tasuki.print.Paper;
import tasuki.print.PaperAnswer;
import tasuki.programme.Editions;
import tasuki.programme.Figures;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Form;
import tasuki.web.Notices;

/** What is asked of the state for a year (要望額), and what it says it will give (内示). */
@Controller
@OpenTo(Duty.OFFICER)
class RequestController {

  private static final int LONGEST = 200;

  private final Requests requests;
  private final Allocations allocations;
  private final Editions editions;
  private final Categories categories;
  private final RequestWords words;
  private final Paper paper;
  private final Notices notices;

  RequestController(
      Requests requests,
      Allocations allocations,
      Editions editions,
      Categories categories,
      RequestWords words,
      Paper paper,
      Notices notices) {
    this.requests = requests;
    this.allocations = allocations;
    this.editions = editions;
    this.categories = categories;
    this.words = words;
    this.paper = paper;
    this.notices = notices;
  }

  /** Where the request of a branch and year stands. */
  static String address(Branch branch, FiscalYear year) {
    return "/fund/requests/" + branch + "/" + year.year();
  }

  @GetMapping("/fund/requests/{branch}/{year}")
  Object request(
      @PathVariable Branch branch,
      @PathVariable int year,
      @RequestParam(name = "as", defaultValue = "") String as,
      Form form,
      Viewer viewer,
      Model model) {
    FiscalYear of = PrefectureOnly.year(year, viewer);
    Optional<TableFormat> format = TableFormat.of(as);
    if (format.isPresent()) {
      return TableAnswer.of(
          words.title(branch, of),
          format.get(),
          List.of(words.sheet(branch, of, requests.computed(branch, of))));
    }
    allocations
        .of(of)
        .forEach((code, one) -> form.start("allotted-" + code, Figures.thousands(one.yen())));
    return page(branch, of, model);
  }

  @GetMapping("/fund/requests/{branch}/{year}/paper")
  ResponseEntity<byte[]> paper(@PathVariable Branch branch, @PathVariable int year, Viewer viewer) {
    FiscalYear of = PrefectureOnly.year(year, viewer);
    Map<String, Object> model = new HashMap<>();
    model.put("title", words.title(branch, of));
    model.put("lines", words.printed(of, requests.computed(branch, of)));
    model.put("landscape", true);
    return PaperAnswer.shown(
        words.title(branch, of), paper.pdf("fund/request-paper", model, Locale.JAPANESE).bytes());
  }

  @PostMapping("/fund/requests/{branch}/{year}/file")
  String file(
      @PathVariable Branch branch,
      @PathVariable int year,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    FiscalYear of = kept(year, viewer);
    String note = form.optional("note", LONGEST).orElse(null);
    if (!form.hasErrors()) {
      try {
        int version = requests.file(branch, of, note);
        notices.done(next, "fund.request.filed", version);
        return "redirect:" + address(branch, of);
      } catch (RefusedException refused) {
        form.reject("note", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(branch, of, model);
  }

  @PostMapping("/fund/requests/{branch}/{year}/allocation")
  String allot(
      @PathVariable Branch branch,
      @PathVariable int year,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    FiscalYear of = kept(year, viewer);
    Map<Category, Long> yen = new LinkedHashMap<>();
    for (Category category : categories.of(branch, of)) {
      Typed.thousands(form, "allotted-" + category.code())
          .ifPresent(amount -> yen.put(category, amount));
    }
    Optional<LocalDate> on = DayField.required(form, "on");
    if (!form.hasErrors()) {
      int changed = allocations.say(of, yen, on.orElseThrow());
      notices.done(next, "fund.request.allotted", changed);
      return "redirect:" + address(branch, of);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(branch, of, model);
  }

  private String page(Branch branch, FiscalYear year, Model model) {
    RequestTable table = requests.computed(branch, year);
    words.show(branch, year, table, model);
    model.addAttribute("keeps", editions.compiles());
    return "fund/request";
  }

  private FiscalYear kept(int year, Viewer viewer) {
    FiscalYear of = PrefectureOnly.year(year, viewer);
    editions.letCompile("fund");
    return of;
  }
}
