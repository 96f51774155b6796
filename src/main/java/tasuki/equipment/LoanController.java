package tasuki.equipment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.JapanTime;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** One loan, for its borrower and its owner: give it up, hand out, take back, report damage. */
@Controller
@OpenTo({Duty.CARE, Duty.COORDINATOR, Duty.OFFICER, Duty.ADMINISTRATOR})
@RequestMapping("/equipment/loans/{id}")
class LoanController {

  private static final int LONGEST_NOTE = 500;

  private final Loans loans;
  private final Things things;
  private final ThingViews views;
  private final LoanViews loanViews;
  private final Keepers keepers;
  private final EquipmentWords say;
  private final Clock clock;
  private final Notices notices;

  LoanController(
      Loans loans,
      Things things,
      ThingViews views,
      LoanViews loanViews,
      Keepers keepers,
      EquipmentWords say,
      Clock clock,
      Notices notices) {
    this.loans = loans;
    this.things = things;
    this.views = views;
    this.loanViews = loanViews;
    this.keepers = keepers;
    this.say = say;
    this.clock = clock;
    this.notices = notices;
  }

  @GetMapping
  String page(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    Loan loan = loans.get(new LoanId(id));
    Thing thing = things.get(loan.thing());
    LocalDate today = JapanTime.today(clock);
    boolean own = keeps(loan, viewer);
    model.addAttribute("loan", loan);
    model.addAttribute("thing", thing);
    model.addAttribute("standing", loanViews.mark(loan, today));
    model.addAttribute("facts", loanViews.facts(loan, thing));
    model.addAttribute("history", views.steps(loans.history(loan.id())));
    model.addAttribute("own", own);
    model.addAttribute("mayCancel", loan.state() == LoanState.BOOKED);
    model.addAttribute("mayHandOut", own && loan.state() == LoanState.BOOKED);
    model.addAttribute("mayTakeBack", own && loan.state() == LoanState.OUT);
    model.addAttribute(
        "mayReport", loan.state() == LoanState.OUT || own && loan.state() == LoanState.RETURNED);
    model.addAttribute("conditions", say.choices("equipment.condition.", Condition.values()));
    return "equipment/loan";
  }

  private boolean keeps(Loan loan, Viewer viewer) {
    return keepers.keeps(viewer) && loan.owner().equals(viewer.organization().id());
  }

  @PostMapping("/hand-out")
  String handOut(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    keepers.only(viewer);
    return changeHands(id, true, form, viewer, model, response, next);
  }

  @PostMapping("/return")
  String takeBack(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    keepers.only(viewer);
    return changeHands(id, false, form, viewer, model, response, next);
  }

  private String changeHands(
      UUID id,
      boolean out,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    LoanId loan = loans.get(new LoanId(id)).id();
    Optional<Condition> condition = form.choice("condition", Condition.class);
    String note = form.optional("note", LONGEST_NOTE).orElse(null);
    if (note == null && condition.filter(found -> found != Condition.GOOD).isPresent()) {
      form.reject("note", "equipment.refused.note");
    }
    if (!form.hasErrors()) {
      try {
        if (out) {
          loans.handOut(loan, condition.orElseThrow(), note);
        } else {
          loans.takeBack(loan, condition.orElseThrow(), note);
        }
        notices.done(next, out ? "equipment.handed-out" : "equipment.returned");
        return back(id);
      } catch (RefusedException refused) {
        form.reject("condition", refused.refused());
      }
    }
    return again(id, out ? "mayHandOut" : "mayTakeBack", form, viewer, model, response);
  }

  @PostMapping("/cancel")
  String cancel(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    LoanId loan = loans.get(new LoanId(id)).id();
    String reason = form.text("why", LONGEST_NOTE);
    if (!form.hasErrors()) {
      try {
        loans.cancel(loan, reason);
        notices.done(next, "equipment.cancelled");
        return back(id);
      } catch (RefusedException refused) {
        form.reject("why", refused.refused());
      }
    }
    return again(id, "mayCancel", form, viewer, model, response);
  }

  @PostMapping("/damage")
  String damage(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    LoanId loan = loans.get(new LoanId(id)).id();
    String what = form.text("damage", LONGEST_NOTE);
    if (!form.hasErrors()) {
      loans.reportDamage(loan, what);
      notices.done(next, "equipment.damage-reported");
      return back(id);
    }
    return again(id, "mayReport", form, viewer, model, response);
  }

  /**
   * The page again with what was typed, also where somebody else was quicker and the form would not
   * be there any more.
   */
  private String again(
      UUID id, String tried, Form form, Viewer viewer, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    String page = page(id, form, viewer, model);
    if (tried.equals("mayTakeBack")) {
      model.addAttribute("mayHandOut", false);
    }
    model.addAttribute(tried, true);
    return page;
  }

  private static String back(UUID id) {
    return "redirect:/equipment/loans/" + id;
  }
}
