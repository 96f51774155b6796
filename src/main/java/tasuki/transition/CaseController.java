package tasuki.transition;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Profession;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** The page of a case, and the forms by which a side logs what it did or answers the other. */
@Controller
@OpenTo(Duty.CARE)
class CaseController {

  private final Cases cases;
  private final CasePage page;
  private final Stays stays;
  private final ActPage acts;
  private final StayWords say;
  private final Ids ids;
  private final Notices notices;

  CaseController(
      Cases cases,
      CasePage page,
      Stays stays,
      ActPage acts,
      StayWords say,
      Ids ids,
      Notices notices) {
    this.cases = cases;
    this.page = page;
    this.stays = stays;
    this.acts = acts;
    this.say = say;
    this.ids = ids;
    this.notices = notices;
  }

  @GetMapping("/stays/{stay}")
  String show(@PathVariable("stay") UUID stay, Viewer viewer, Model model) {
    page.fill(model, cases.of(new StayId(stay), viewer), viewer);
    return "transition/case";
  }

  @GetMapping("/stays/{stay}/steps/{kind}")
  ModelAndView step(
      @PathVariable("stay") UUID stay,
      @PathVariable("kind") String kindName,
      Viewer viewer,
      Form form,
      Model model) {
    StepKind kind = kind(kindName);
    form.start("key", ids.next());
    form.start("on", JapanTime.at(say.now().toInstant()).toLocalDate());
    form.start("at", "%tR".formatted(JapanTime.at(say.now().toInstant())));
    form.start("mode", usual(kind));
    return stepPage(new StayId(stay), kind, viewer, model, HttpStatus.OK);
  }

  @PostMapping("/stays/{stay}/steps/{kind}")
  ModelAndView log(
      @PathVariable("stay") UUID stay,
      @PathVariable("kind") String kindName,
      Viewer viewer,
      Form form,
      Model model,
      RedirectAttributes next) {
    StepKind kind = kind(kindName);
    StayId id = new StayId(stay);
    Optional<LocalDate> on = Typed.day(form, "on");
    Optional<LocalTime> at = Typed.time(form, "at");
    Optional<Mode> mode = form.choice("mode", Mode.class);
    Optional<String> counterpart = form.optional("counterpart", 60);
    var professions = form.choices("professions", Profession.class);
    Optional<String> note = form.optional("note", 400);
    if (!form.hasErrors()) {
      NewStep step =
          new NewStep(
              kind,
              on.orElseThrow(),
              at.orElse(null),
              mode.orElseThrow(),
              counterpart.orElse(null),
              List.copyOf(professions),
              note.orElse(null));
      try {
        stays.log(id, step, form.idempotencyKey().orElseGet(ids::next));
        notices.done(next, "transition.logged", say.of("kind." + kind));
        return new ModelAndView("redirect:/stays/" + id);
      } catch (RefusedException refused) {
        form.reject("on", refused.refused());
      }
    }
    return stepPage(id, kind, viewer, model, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView stepPage(
      StayId stay, StepKind kind, Viewer viewer, Model model, HttpStatus status) {
    boolean together =
        kind == StepKind.HEARING || kind == StepKind.CONFERENCE || kind == StepKind.TEAM_CONFERENCE;
    List<String> fields =
        together
            ? List.of("on", "at", "mode", "counterpart", "professions", "note")
            : List.of("on", "at", "mode", "counterpart", "note");
    model.addAttribute("modes", acts.choices("mode.", modesOf(kind)));
    model.addAttribute(
        "professionChoices",
        Arrays.stream(Profession.values())
            .filter(one -> one != Profession.NONE)
            .map(one -> new AdmissionController.Choice(one.name(), say.profession(one.name())))
            .toList());
    return acts.page(
        stay,
        say.of("do." + kind),
        "/stays/" + stay + "/steps/" + kind.name().toLowerCase(Locale.ROOT),
        fields,
        viewer,
        model,
        status);
  }

  private static Mode usual(StepKind kind) {
    return switch (kind) {
      case FORM_SENT, FORM_RECEIVED -> Mode.FAX;
      case ADMISSION_KNOWN, CONTACTED, ASKED -> Mode.TELEPHONE;
      case FIRST_HOME_VISIT, TWO_WEEK_CHECK -> Mode.VISIT;
      case READ, SCREENED -> Mode.SYSTEM;
      case TALKED,
          TEAM_CONFERENCE,
          HEARING,
          CONFERENCE,
          DISCHARGE_PLANNED,
          DISCHARGED,
          CORRECTED,
          LEFT_FOR_LEAVE,
          RETURNED,
          REMINDED ->
          Mode.MEETING;
    };
  }

  private static Mode[] modesOf(StepKind kind) {
    return kind == StepKind.CONFERENCE
        ? new Mode[] {Mode.MEETING, Mode.VIDEO, Mode.TELEPHONE}
        : Mode.values();
  }

  @GetMapping("/stays/{stay}/answers/{step}/{stance}")
  ModelAndView answer(
      @PathVariable("stay") UUID stay,
      @PathVariable("step") UUID step,
      @PathVariable("stance") String stanceName,
      Viewer viewer,
      Form form,
      Model model) {
    form.start("key", ids.next());
    return answerPage(new StayId(stay), step, stance(stanceName), viewer, model, HttpStatus.OK);
  }

  @PostMapping("/stays/{stay}/answers/{step}/{stance}")
  ModelAndView answered(
      @PathVariable("stay") UUID stay,
      @PathVariable("step") UUID step,
      @PathVariable("stance") String stanceName,
      Viewer viewer,
      Form form,
      Model model,
      RedirectAttributes next) {
    StayId id = new StayId(stay);
    Stance stance = stance(stanceName);
    Optional<String> note = form.optional("note", 400);
    if (!form.hasErrors()) {
      try {
        stays.answer(
            new StepId(step),
            stance,
            note.orElse(null),
            form.idempotencyKey().orElseGet(ids::next));
        notices.done(next, "transition.answered." + stance);
        return new ModelAndView("redirect:/stays/" + id);
      } catch (RefusedException refused) {
        form.reject("note", refused.refused());
      }
    }
    return answerPage(id, step, stance, viewer, model, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView answerPage(
      StayId stay, UUID step, Stance stance, Viewer viewer, Model model, HttpStatus status) {
    String way =
        switch (stance) {
          case CONFIRMS -> "confirm";
          case DENIES -> "deny";
          case WITHDRAWS -> "withdraw";
        };
    model.addAttribute("explained", say.of("answer." + stance));
    return acts.page(
        stay,
        say.of("do." + way),
        "/stays/" + stay + "/answers/" + step + "/" + way,
        List.of("note"),
        viewer,
        model,
        status);
  }

  private static Stance stance(String name) {
    return switch (name) {
      case "confirm" -> Stance.CONFIRMS;
      case "deny" -> Stance.DENIES;
      case "withdraw" -> Stance.WITHDRAWS;
      default -> throw new AbsentException("page");
    };
  }

  private static StepKind kind(String name) {
    return Arrays.stream(StepKind.values())
        .filter(kind -> kind.byHand() && kind.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new AbsentException("page"));
  }
}
