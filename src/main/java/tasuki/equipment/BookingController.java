package tasuki.equipment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Booking a thing, and what the own organisation borrows. */
@Controller
@OpenTo({Duty.CARE, Duty.COORDINATOR, Duty.OFFICER, Duty.ADMINISTRATOR})
class BookingController {

  private static final int LONGEST_PURPOSE = 200;

  private final Things things;
  private final Loans loans;
  private final ThingViews views;
  private final LoanViews loanViews;
  private final Organizations organizations;
  private final EquipmentWords say;
  private final Ids ids;
  private final Clock clock;
  private final Notices notices;

  BookingController(
      Things things,
      Loans loans,
      ThingViews views,
      LoanViews loanViews,
      Organizations organizations,
      EquipmentWords say,
      Ids ids,
      Clock clock,
      Notices notices) {
    this.things = things;
    this.loans = loans;
    this.views = views;
    this.loanViews = loanViews;
    this.organizations = organizations;
    this.say = say;
    this.ids = ids;
    this.clock = clock;
    this.notices = notices;
  }

  @GetMapping("/equipment/{id}/book")
  String page(@PathVariable UUID id, Form form, Model model) {
    form.start("key", ids.next());
    return show(things.get(new ThingId(id)), model);
  }

  @PostMapping("/equipment/{id}/book")
  String book(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Thing thing = things.get(new ThingId(id));
    Optional<Days> days = say.days(form, "from", "until");
    String purpose = form.text("purpose", LONGEST_PURPOSE);
    if (!form.hasErrors() && days.isPresent()) {
      try {
        LoanId loan =
            loans.book(thing.id(), days.get(), purpose, form.idempotencyKey().orElseGet(ids::next));
        notices.done(next, "equipment.booked", thing.name(), say.days(days.get()));
        return "redirect:/equipment/loans/" + loan;
      } catch (RefusedException refused) {
        form.reject("from", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(thing, model);
  }

  private String show(Thing thing, Model model) {
    LocalDate today = JapanTime.today(clock);
    model.addAttribute("thing", thing);
    model.addAttribute("facts", views.facts(thing, today));
    model.addAttribute("owner", organizations.get(thing.owner()));
    List<Taken> taken =
        things
            .taken(
                List.of(thing.id()), new Days(today, today.plusMonths(LendingRules.MONTHS_AHEAD)))
            .getOrDefault(thing.id(), List.of());
    model.addAttribute("taken", taken.stream().map(one -> say.days(one.days())).toList());
    return "equipment/book";
  }

  @GetMapping("/equipment/loans")
  String own(Viewer viewer, Model model) {
    List<Loan> borrowed = loans.borrowed();
    Map<OrganizationId, Organization> owners =
        organizations.byId(borrowed.stream().map(Loan::owner).toList());
    LocalDate today = JapanTime.today(clock);
    model.addAttribute(
        "rows",
        borrowed.stream()
            .map(loan -> loanViews.row(loan, owners.get(loan.owner()), today))
            .toList());
    return "equipment/loans";
  }
}
