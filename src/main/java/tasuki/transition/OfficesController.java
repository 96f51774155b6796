package tasuki.transition;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.JapanTime;
import tasuki.directory.Choosable;
import tasuki.directory.OrganizationChoices;
import tasuki.directory.OrganizationId;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** The form that records an office shown to the person, the choice, and the provisional plan. */
@Controller
@OpenTo(Duty.CARE)
class OfficesController {

  private final Stays stays;
  private final OfficeChoices choices;
  private final OrganizationChoices organizations;
  private final ActPage acts;
  private final StayWords say;
  private final Ids ids;
  private final Notices notices;

  OfficesController(
      Stays stays,
      OfficeChoices choices,
      OrganizationChoices organizations,
      ActPage acts,
      StayWords say,
      Ids ids,
      Notices notices) {
    this.stays = stays;
    this.choices = choices;
    this.organizations = organizations;
    this.acts = acts;
    this.say = say;
    this.ids = ids;
    this.notices = notices;
  }

  @GetMapping("/stays/{stay}/offices")
  ModelAndView start(@PathVariable("stay") UUID id, Viewer viewer, Form form, Model model) {
    form.start("key", ids.next());
    form.start("on", JapanTime.at(say.now().toInstant()).toLocalDate());
    form.start("said", OfficeChoices.Said.SHOWN);
    return page(new StayId(id), viewer, form, model, HttpStatus.OK);
  }

  @PostMapping("/stays/{stay}/offices")
  ModelAndView send(
      @PathVariable("stay") UUID id,
      Viewer viewer,
      Form form,
      Model model,
      RedirectAttributes next) {
    Stay stay = stays.get(new StayId(id));
    Optional<OrganizationId> office = organizations.read(form, "office", Choosable.PLAN_OWNER);
    if (office.isEmpty()) {
      form.reject("office", "web.form.choose");
    }
    Optional<OfficeChoices.Said> said = form.choice("said", OfficeChoices.Said.class);
    Optional<LocalDate> on = Typed.day(form, "on");
    Optional<String> note = form.optional("note", 400);
    if (!form.hasErrors()) {
      try {
        choices.record(
            stay,
            office.orElseThrow(),
            said.orElseThrow(),
            on.orElseThrow(),
            note.orElse(null),
            form.idempotencyKey().orElseGet(ids::next));
        notices.done(next, "transition.office.recorded");
        return new ModelAndView("redirect:/stays/" + id + "#offices");
      } catch (RefusedException refused) {
        form.reject("on", refused.refused());
      }
    }
    return page(stay.id(), viewer, form, model, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView page(StayId stay, Viewer viewer, Form form, Model model, HttpStatus status) {
    model.addAttribute("offices", organizations.field(form, "office", Choosable.PLAN_OWNER));
    model.addAttribute(
        "saids",
        Arrays.stream(OfficeChoices.Said.values())
            .map(one -> new AdmissionController.Choice(one.name(), say.of("office-said." + one)))
            .toList());
    return acts.page(
        stay,
        say.of("do.offices"),
        "/stays/" + stay + "/offices",
        List.of("said", "office", "on", "note"),
        viewer,
        model,
        status);
  }
}
