package tasuki.register;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.form.Question;
import tasuki.form.QuestionRow;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Sets registers up: the prefecture's officers, without anybody who programs. */
@Controller
@OpenTo(Duty.OFFICER)
class SetUpController {

  /** A version as the page lists it. */
  record VersionLine(String from, String name) {}

  private static final Set<OrganizationKind> KEEPERS =
      EnumSet.of(
          OrganizationKind.MEDICAL_ASSOCIATION,
          OrganizationKind.CARE_OPERATOR,
          OrganizationKind.HOME_CARE_HUB,
          OrganizationKind.PUBLIC_HEALTH_CENTRE);

  private static final String CODE = "[a-z][a-z0-9-]{1,39}";

  private final Registers registers;
  private final Organizations organizations;
  private final RegisterWords say;
  private final Notices notices;

  SetUpController(
      Registers registers, Organizations organizations, RegisterWords say, Notices notices) {
    this.registers = registers;
    this.organizations = organizations;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/registers/new")
  String start(Form form, Viewer viewer, Model model) {
    mustSetUp(viewer);
    form.start("validFrom", say.today());
    form.start("unit", Validity.Unit.UNLIMITED);
    form.start("concerns", Concerns.ORGANIZATION);
    return page(null, form, model);
  }

  @PostMapping("/registers/new")
  String enter(
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    mustSetUp(viewer);
    if (QuestionRow.asksForRows(form)) {
      return page(null, form, model);
    }
    String code = form.text("code", 40);
    if (!code.isEmpty() && !code.matches(CODE)) {
      form.reject("code", "register.code.unreadable");
    }
    return set(code, true, form, model, response, next);
  }

  @GetMapping("/registers/{code}/set-up")
  String change(@PathVariable String code, Form form, Viewer viewer, Model model) {
    mustSetUp(viewer);
    Register register = latest(code);
    new SetUpForm(form).start(register);
    form.start("validFrom", say.today());
    return page(register, form, model);
  }

  @PostMapping("/registers/{code}/set-up")
  String changed(
      @PathVariable String code,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    mustSetUp(viewer);
    Register register = latest(code);
    if (QuestionRow.asksForRows(form)) {
      return page(register, form, model);
    }
    return set(code, false, form, model, response, next);
  }

  private String set(
      String code,
      boolean isNew,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<OrganizationId> decidedBy = keeper(form);
    Set<String> known =
        registers.inForce().stream().map(Register::code).collect(Collectors.toSet());
    Optional<Register> wanted = new SetUpForm(form).read(code, known, decidedBy.orElse(null));
    if (wanted.isPresent()) {
      try {
        registers.setUp(wanted.get(), isNew);
        notices.done(next, "register.done.set-up", wanted.get().name().in(RegisterWords.locale()));
        return "redirect:/registers"
            + (wanted.get().validFrom().isAfter(say.today()) ? "" : "/" + code);
      } catch (RefusedException refused) {
        form.reject(fieldOf(refused), refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(isNew ? null : latest(code), form, model);
  }

  /** The organisations that may decide in the prefecture's stead. */
  private List<Organization> keepers() {
    return organizations.ofKinds(KEEPERS, say.today());
  }

  private Optional<OrganizationId> keeper(Form form) {
    Optional<OrganizationId> chosen = form.id("decidedBy").map(OrganizationId::new);
    if (chosen.isPresent() && keepers().stream().noneMatch(one -> one.id().equals(chosen.get()))) {
      form.reject("decidedBy", "web.form.choose");
    }
    return chosen;
  }

  /** The field a contradiction is told at. */
  private static String fieldOf(RefusedException refused) {
    return switch (refused.refused().reason()) {
      case "register.refused.code-reserved", "register.refused.code-taken" -> "code";
      case "register.refused.no-professions" -> "professions";
      case "register.refused.proposal-needs" -> "callUntil";
      case "register.refused.association-needs" -> "decidedBy";
      case "register.refused.persons-in-public" -> "public";
      case "register.refused.within-needs" -> "within";
      case "register.refused.reminders" -> "remind";
      case "register.refused.version-of-the-past" -> "validFrom";
      case "register.refused.concerns-change" -> "concerns";
      default -> "decider";
    };
  }

  private String page(@Nullable Register register, Form form, Model model) {
    model.addAttribute("register", register);
    model.addAttribute(
        "send", register == null ? "/registers/new" : "/registers/" + register.code() + "/set-up");
    model.addAttribute("back", register == null ? "/registers" : "/registers/" + register.code());
    model.addAttribute(
        "headline",
        register == null
            ? say.of("new")
            : say.of("set-up.of", register.name().in(RegisterWords.locale())));
    choices(form, register, model);
    return "register/set-up";
  }

  /** What the fields offer. */
  private void choices(Form form, @Nullable Register register, Model model) {
    model.addAttribute("deciders", options("register.decider", Decider.values()));
    model.addAttribute("concernsOptions", options("register.concerns", Concerns.values()));
    model.addAttribute("kindOptions", say.choices("directory.kind", SetUpForm.kinds()));
    model.addAttribute(
        "professionOptions", say.choices("identity.profession", SetUpForm.professions()));
    model.addAttribute("unitOptions", options("register.unit", Validity.Unit.values()));
    model.addAttribute("fieldKinds", options("form.question.kind", Question.Kind.values()));
    model.addAttribute("fieldRows", QuestionRow.rows(form));
    model.addAttribute(
        "keepers",
        keepers().stream()
            .map(one -> new RegisterWords.Choice(one.id().toString(), one.name()))
            .toList());
    model.addAttribute(
        "withinOptions",
        registers.inForce().stream()
            .filter(one -> one.concerns() == Concerns.ORGANIZATION)
            .map(one -> new RegisterWords.Choice(one.code(), one.name().in(RegisterWords.locale())))
            .toList());
    model.addAttribute(
        "versions",
        register == null
            ? List.of()
            : registers.versions(register.code()).stream()
                .map(
                    one ->
                        new VersionLine(
                            RegisterWords.day(one.validFrom()),
                            one.name().in(RegisterWords.locale())))
                .toList());
  }

  private List<RegisterWords.Choice> options(String prefix, Enum<?>[] constants) {
    return say.choices(prefix, Arrays.asList(constants));
  }

  /** The version that begins last, which the next one follows. */
  private Register latest(String code) {
    return registers.versions(code).stream()
        .findFirst()
        .orElseThrow(() -> new AbsentException("register"));
  }

  private static void mustSetUp(Viewer viewer) {
    if (!RegisterPolicy.setsUp(viewer)) {
      throw new AbsentException("page");
    }
  }
}
