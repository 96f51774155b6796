package tasuki.fund.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.kernel.RefusedException;
import tasuki.programme.Editions;
import tasuki.programme.Figures;
import tasuki.programme.ProgrammeYear;
import tasuki.programme.Programmes;
import tasuki.programme.YearId;
import tasuki.programme.YearPages;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** A programme's sheet in the plan (個票). */
@Controller
@OpenTo(Duty.OFFICER)
class ProgrammeSheetController {

  /** The page of a programme's year leads to its sheet. */
  @Component("fundSheetPages")
  static class Pages implements YearPages {

    @Override
    public List<Page> of(ProgrammeYear year, boolean own) {
      return own
          ? List.of(new Page("/fund/sheets/" + year.id(), "fund.sheet.of-programme"))
          : List.of();
    }
  }

  private final Sheets sheets;
  private final Programmes programmes;
  private final Editions editions;
  private final SheetForm forms;
  private final Phrases say;
  private final Notices notices;

  ProgrammeSheetController(
      Sheets sheets,
      Programmes programmes,
      Editions editions,
      SheetForm forms,
      Phrases say,
      Notices notices) {
    this.sheets = sheets;
    this.programmes = programmes;
    this.editions = editions;
    this.forms = forms;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/fund/sheets/{id}")
  String sheet(@PathVariable UUID id, Form form, Model model) {
    ProgrammeYear year = editions.own(programmes.get(new YearId(id)));
    Optional<Sheet> sheet = sheets.find(year.id());
    forms.start(
        form,
        sheet.map(Sheet::entry).orElseGet(() -> sheets.beginning(year)),
        sheet.map(Sheet::version).orElse(-1));
    return page(year, model);
  }

  @PostMapping("/fund/sheets/{id}")
  String write(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    ProgrammeYear year = programmes.changeable(new YearId(id));
    SheetEntry entry = forms.read(form, year.fiscalYear());
    if (!form.hasErrors()) {
      try {
        sheets.write(year.id(), entry, form.version());
        notices.done(next, "fund.sheet.written");
        return "redirect:/fund/sheets/" + id;
      } catch (RefusedException refused) {
        form.reject("category", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(year, model);
  }

  @PostMapping("/fund/sheets/{id}/remove")
  String remove(@PathVariable UUID id, RedirectAttributes next) {
    try {
      sheets.remove(new YearId(id));
      notices.done(next, "fund.sheet.removed");
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
    }
    return "redirect:/programmes/years/" + id;
  }

  private String page(ProgrammeYear year, Model model) {
    Costs costs = sheets.costs(year.id());
    Optional<Sheet> sheet = sheets.find(year.id());
    model.addAttribute("year", year);
    model.addAttribute("yearLabel", year.fiscalYear().label(say.locale()));
    model.addAttribute("stands", sheet.isPresent());
    model.addAttribute("evaluationYear", year.fiscalYear().next().year());
    model.addAttribute(
        "missing",
        sheet.stream()
            .flatMap(one -> one.entry().missing().stream())
            .map(one -> say.of("fund.sheet.part." + one))
            .toList());
    model.addAttribute("mayChange", programmes.mayChange(year.id()));
    model.addAttribute("national", Figures.thousands(costs.national()));
    model.addAttribute("prefecturePart", Figures.thousands(costs.prefecture()));
    model.addAttribute("others", Figures.thousands(costs.others()));
    model.addAttribute("total", Figures.thousands(costs.total()));
    model.addAttribute("differs", costs.total() != 0 && costs.total() != year.money().planned());
    model.addAttribute("planned", Figures.thousands(year.money().planned()));
    forms.choices(model, year.fiscalYear());
    return "fund/sheet";
  }
}
