package tasuki.register;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.directory.Choosable;
import tasuki.directory.OrganizationChoices;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.form.DayField;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Entering somebody who applied on paper or does not work in Tasuki. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR, Duty.ADMINISTRATOR})
class EnrolController {

  private final Registers registers;
  private final Decisions decisions;
  private final Organizations organizations;
  private final OrganizationChoices choices;
  private final RegisterWords say;
  private final Notices notices;

  EnrolController(
      Registers registers,
      Decisions decisions,
      Organizations organizations,
      OrganizationChoices choices,
      RegisterWords say,
      Notices notices) {
    this.registers = registers;
    this.decisions = decisions;
    this.organizations = organizations;
    this.choices = choices;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/registers/{code}/enrol")
  String begin(@PathVariable String code, Form form, Viewer viewer, Model model) {
    Register register = ofMine(code, viewer);
    form.start("on", say.today());
    return page(register, form, model);
  }

  private Register ofMine(String code, Viewer viewer) {
    Register register = registers.get(code);
    if (!RegisterPolicy.decides(viewer, register)) {
      throw new AbsentException("register");
    }
    EntryPolicy.mayBeEnrolled(register).orThrow();
    return register;
  }

  private String page(Register register, Form form, Model model) {
    model.addAttribute("code", register.code());
    model.addAttribute("registerName", register.name().in(RegisterWords.locale()));
    model.addAttribute("criteria", register.criteria().in(RegisterWords.locale()));
    model.addAttribute("forWhom", register.concerns() == Concerns.PROFESSIONAL);
    model.addAttribute("givesNumber", register.numbering() != null);
    model.addAttribute("validity", say.validity(register.validity()));
    model.addAttribute(
        "organizationField", choices.field(form, "organization", Choosable.REGISTERED));
    model.addAttribute(
        "professionOptions", say.choices("identity.profession", register.professions()));
    return "register/enrol";
  }

  @PostMapping("/registers/{code}/enrol")
  String enrol(
      @PathVariable String code,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Register register = ofMine(code, viewer);
    Optional<OrganizationId> organization =
        choices.read(form, "organization", Choosable.REGISTERED);
    if (organization.isEmpty() && form.error("organization") == null) {
      form.reject("organization", "web.form.choose");
    }
    Professional professional =
        register.concerns() == Concerns.PROFESSIONAL ? Professional.read(register, form) : null;
    Optional<LocalDate> on = say.dayUntilToday(form, "on");
    String rests = form.optional("rests", 200).orElse(null);
    String number = form.optional("number", 40).orElse("");
    Optional<LocalDate> from = DayField.optional(form, "from");
    if (!form.hasErrors()) {
      Decisions.Accepted decided =
          new Decisions.Accepted(on.orElseThrow(), rests, number, from.orElse(null));
      UUID entry = enter(register, organization.orElseThrow(), professional, decided, form);
      if (entry != null) {
        notices.done(next, "register.done.enrolled");
        return "redirect:/registers/entries/" + entry;
      }
    }
    if (form.looksFor().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
    return page(register, form, model);
  }

  /** Null where it was refused, which then stands at its field. */
  private @Nullable UUID enter(
      Register register,
      OrganizationId organization,
      @Nullable Professional professional,
      Decisions.Accepted decided,
      Form form) {
    try {
      return decisions.enrol(register, organizations.get(organization), professional, decided);
    } catch (RefusedException refused) {
      form.reject(
          refused.refused().reason().endsWith("number-taken") ? "number" : "organization",
          refused.refused());
      return null;
    }
  }
}
