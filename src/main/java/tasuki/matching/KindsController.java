package tasuki.matching;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.directory.OrganizationKind;
import tasuki.form.FormOption;
import tasuki.form.Question;
import tasuki.form.QuestionRow;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.offer.Capabilities;
import tasuki.person.TeamRole;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** Sets kinds of requests up: the prefecture's officers, most from a pattern. */
@Controller
@OpenTo(Duty.OFFICER)
class KindsController {

  private static final String CODE = "[a-z][a-z0-9-]{1,39}";

  /** A kind in the list. */
  record Line(
      String code,
      String href,
      String name,
      String purpose,
      String askers,
      String asked,
      Phrases.Mark mark) {}

  private final RequestKinds kinds;
  private final Capabilities capabilities;
  private final MatchingWords say;
  private final Phrases phrases;
  private final Notices notices;

  KindsController(
      RequestKinds kinds,
      Capabilities capabilities,
      MatchingWords say,
      Phrases phrases,
      Notices notices) {
    this.kinds = kinds;
    this.capabilities = capabilities;
    this.say = say;
    this.phrases = phrases;
    this.notices = notices;
  }

  /** What one may ask for is no secret among those who work together. */
  @GetMapping("/matching/kinds")
  @OpenTo({Duty.CARE, Duty.COORDINATOR, Duty.OFFICER})
  String list(Viewer viewer, Model model) {
    boolean setsUp = MatchingController.setsUp(viewer);
    List<RequestKind> all = kinds.all().stream().filter(kind -> setsUp || !kind.ended()).toList();
    model.addAttribute("setsUp", setsUp);
    model.addAttribute("lines", all.stream().map(this::line).toList());
    Set<String> known = all.stream().map(RequestKind::code).collect(Collectors.toSet());
    model.addAttribute(
        "patterns",
        !setsUp
            ? List.of()
            : RequestKinds.patterns().entrySet().stream()
                .filter(one -> !known.contains(one.getKey()))
                .map(
                    one ->
                        new AskController.KindCard(
                            "/matching/kinds/new?pattern=" + one.getKey(),
                            one.getValue().name().in(say.locale()),
                            one.getValue().purpose().in(say.locale())))
                .toList());
    return "matching/kinds";
  }

  private Line line(RequestKind kind) {
    return new Line(
        kind.code(),
        "/matching/kinds/" + kind.code() + "/set-up",
        kind.name(say.locale()),
        kind.says().purpose().in(say.locale()),
        say.kinds(kind.says().askers().stream().sorted().toList()),
        say.kinds(kind.says().asked().stream().sorted().toList()),
        kind.ended()
            ? new Phrases.Mark("plain", "close", say.of("kind.ended"))
            : new Phrases.Mark("success", "done", say.of("kind.offered")));
  }

  static void mustSetUp(Viewer viewer) {
    if (!MatchingController.setsUp(viewer)) {
      throw new AbsentException("page");
    }
  }

  @GetMapping("/matching/kinds/new")
  String begin(Form form, Viewer viewer, Model model) {
    mustSetUp(viewer);
    RequestKinds.pattern(form.value("pattern"))
        .ifPresent(
            says -> {
              form.start("code", form.value("pattern"));
              new KindForm(form).start(says, false);
            });
    form.start("way", Way.ALL);
    form.start("second", Second.NONE);
    return page("", form, model);
  }

  @PostMapping("/matching/kinds/new")
  String begun(
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    mustSetUp(viewer);
    if (QuestionRow.asksForRows(form)) {
      return page("", form, model);
    }
    String code = form.text("code", 40);
    if (!code.isEmpty() && !code.matches(CODE)) {
      form.reject("code", "matching.refused.code");
    }
    return set(code, 0, form, model, response, next);
  }

  @GetMapping("/matching/kinds/{code}/set-up")
  String change(@PathVariable String code, Form form, Viewer viewer, Model model) {
    mustSetUp(viewer);
    RequestKind kind = kinds.get(code);
    new KindForm(form).start(kind.says(), kind.ended());
    form.start("version", kind.number());
    return page(code, form, model);
  }

  @PostMapping("/matching/kinds/{code}/set-up")
  String changed(
      @PathVariable String code,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    mustSetUp(viewer);
    kinds.get(code);
    if (QuestionRow.asksForRows(form)) {
      return page(code, form, model);
    }
    return set(code, Math.max(1, form.version()), form, model, response, next);
  }

  private String set(
      String code,
      int follows,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<KindDefinition> says = new KindForm(form).read(helpCodes(), reasons(code, follows));
    if (says.isPresent()) {
      try {
        kinds.setUp(code, follows, form.flag("ended"), says.get());
        notices.done(next, "matching.done.set-up", says.get().name().in(say.locale()));
        return "redirect:/matching/kinds";
      } catch (RefusedException refused) {
        form.reject(fieldOf(refused), refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(follows == 0 ? "" : code, form, model);
  }

  private List<FormOption> reasons(String code, int follows) {
    return follows > 0
        ? kinds.get(code).says().reasons()
        : RequestKinds.pattern(code).map(KindDefinition::reasons).orElse(List.of());
  }

  /** The field a contradiction is told at. */
  private static String fieldOf(RefusedException refused) {
    return switch (refused.refused().reason()) {
      case "matching.refused.code-taken" -> "code";
      case "matching.refused.role-needed" -> "mainRole";
      case "matching.refused.second-role-needed" -> "secondRole";
      case "matching.refused.asked-gives-no-care", "matching.refused.family" -> "whoIsAsked";
      default -> "nameJa";
    };
  }

  private Set<String> helpCodes() {
    return helps().stream().map(Phrases.Choice::value).collect(Collectors.toSet());
  }

  private List<Phrases.Choice> helps() {
    return Arrays.stream(OrganizationKind.values())
        .flatMap(kind -> capabilities.helpsOf(kind).stream())
        .distinct()
        .map(help -> new Phrases.Choice(help.code(), phrases.of(help.nameKey())))
        .toList();
  }

  private String page(String code, Form form, Model model) {
    model.addAttribute("code", code);
    model.addAttribute(
        "send", code.isEmpty() ? "/matching/kinds/new" : "/matching/kinds/" + code + "/set-up");
    model.addAttribute("headline", say.of(code.isEmpty() ? "kind.new" : "kind.change"));
    model.addAttribute("kindOptions", phrases.choices("directory.kind", KindForm.kinds()));
    model.addAttribute("ways", phrases.choices("matching.way", List.of(Way.values())));
    model.addAttribute("seconds", phrases.choices("matching.second", List.of(Second.values())));
    model.addAttribute(
        "roles", phrases.choices("person.role", EnumSet.complementOf(EnumSet.of(TeamRole.FAMILY))));
    model.addAttribute("helps", helps());
    model.addAttribute("fieldRows", QuestionRow.rows(form));
    model.addAttribute(
        "fieldKinds",
        phrases.choices(
            "form.question.kind", EnumSet.complementOf(EnumSet.of(Question.Kind.FILE))));
    return "matching/kind";
  }
}
