package tasuki.transition;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** What a hospital declared of 入退院支援加算 (届出), kept by its administrator, with what follows. */
@Controller
@OpenTo(Duty.ADMINISTRATOR)
class GradeController {

  /** A declaration as the page shows it. */
  record Line(String type, String grade, String since) {}

  /** What a grade asks for, written out. */
  record Demand(String grade, String what, String example) {}

  private final TransitionRules rules;
  private final RuleWords words;
  private final StayWords say;
  private final Notices notices;

  GradeController(TransitionRules rules, RuleWords words, StayWords say, Notices notices) {
    this.rules = rules;
    this.words = words;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/grades")
  String show(Viewer viewer, Form form, Model model) {
    form.start("validFrom", words.today().withDayOfMonth(1).plusMonths(1));
    return page(viewer, model);
  }

  @PostMapping("/grades")
  String declare(
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    requireHospital(viewer);
    Optional<WardType> type = form.choice("wardType", WardType.class);
    String grade = form.value("grade");
    if (!List.of("0", "1", "2").contains(grade)) {
      form.reject("grade", "web.form.choose");
    }
    Optional<LocalDate> from = Typed.day(form, "validFrom");
    boolean late =
        type.isPresent()
            && from.isPresent()
            && rules.declared(viewer.organization().id()).stream()
                .anyMatch(one -> one.type() == type.get() && !one.from().isBefore(from.get()));
    if (late) {
      form.reject("validFrom", "transition.refused.rule-older");
    }
    if (form.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(viewer, model);
    }
    rules.declareGrade(
        viewer.organization().id(),
        type.orElseThrow(),
        grade.equals("0") ? null : Integer.valueOf(grade),
        from.orElseThrow());
    notices.done(next, "transition.grade.declared", say.date(from.orElseThrow()));
    return "redirect:/grades";
  }

  private String page(Viewer viewer, Model model) {
    requireHospital(viewer);
    model.addAttribute(
        "declared",
        rules.declared(viewer.organization().id()).stream().map(this::line).toList());
    model.addAttribute(
        "wardTypes",
        Arrays.stream(WardType.values())
            .map(type -> new AdmissionController.Choice(type.name(), say.of("ward-type." + type)))
            .toList());
    model.addAttribute(
        "grades",
        List.of(choice("1", "grade.1"), choice("2", "grade.2"), choice("0", "grade.none")));
    model.addAttribute("demands", words.fees().stream().map(this::demand).toList());
    return "transition/grades";
  }

  private Demand demand(RuleWords.FeeWords fee) {
    String ward = fee.wardType() == null ? "" : " " + say.of("ward-type." + fee.wardType());
    return new Demand(
        say.of("grade." + fee.grade()) + ward, fee.clock().what(), fee.clock().example());
  }

  private Line line(TransitionRules.Declared declared) {
    Integer grade = declared.grade();
    return new Line(
        say.of("ward-type." + declared.type()),
        grade == null ? say.of("grade.none") : say.of("grade." + grade),
        say.of("rule.since", say.date(declared.from())));
  }

  private AdmissionController.Choice choice(String value, String key) {
    return new AdmissionController.Choice(value, say.of(key));
  }

  private static void requireHospital(Viewer viewer) {
    if (viewer.organization().kind() != OrganizationKind.HOSPITAL) {
      throw new AbsentException("page");
    }
  }
}
