package tasuki.goal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.indicator.Goal;
import tasuki.indicator.GoalId;
import tasuki.indicator.Goals;
import tasuki.indicator.Indicator;
import tasuki.indicator.IndicatorId;
import tasuki.indicator.Indicators;
import tasuki.kernel.RefusedException;
import tasuki.kernel.Ruling;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** Sets goals up, and says which indicators stand under them. */
@Controller
@OpenTo(Duty.OFFICER)
class GoalController {

  /** An indicator under the goal. */
  record Line(UUID id, String href, String name, boolean repost) {}

  private final Goals goals;
  private final Indicators indicators;
  private final Editing editing;
  private final Keeping keeping;
  private final Charge charge;
  private final GoalWords say;
  private final Notices notices;

  GoalController(
      Goals goals,
      Indicators indicators,
      Editing editing,
      Keeping keeping,
      Charge charge,
      GoalWords say,
      Notices notices) {
    this.goals = goals;
    this.indicators = indicators;
    this.editing = editing;
    this.keeping = keeping;
    this.charge = charge;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/goals/new")
  String start(Form form, Viewer viewer, Model model) {
    form.start("area", say.of("whole-prefecture"));
    charge.usual(viewer).ifPresent(one -> form.start("division", one));
    model.addAttribute("divisions", charge.own());
    return "goal/goal-new";
  }

  @PostMapping("/goals/new")
  String setUp(
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Goals.Text text =
        new Goals.Text(
            form.text("plan", 200),
            form.text("area", 100),
            form.text("section", 200),
            form.text("text", 2000));
    UUID division = Charge.read(form, charge.own());
    if (!form.hasErrors()) {
      try {
        GoalId id = editing.setUpGoal(division, form.flag("published"), text);
        notices.done(next, "goal.done.goal");
        return "redirect:/goals/" + id;
      } catch (RefusedException refused) {
        form.reject(
            refused.refused().reason().endsWith("division") ? "division" : "section",
            refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("divisions", charge.own());
    return "goal/goal-new";
  }

  @GetMapping("/goals/{id}")
  String goal(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    Goal goal = goals.get(new GoalId(id));
    form.start("text", goal.text());
    form.start("division", goal.division());
    form.start("published", goal.published() ? "true" : null);
    form.start("ended", goal.endedOn() != null ? "true" : null);
    form.start("version", goal.version());
    return page(goal, viewer, model);
  }

  private String page(Goal goal, Viewer viewer, Model model) {
    boolean mayChange = keeping.mayChange(goal) instanceof Ruling.Allowed;
    Set<IndicatorId> under =
        goal.members().stream().map(Goal.Member::indicator).collect(Collectors.toSet());
    List<Indicator> known = indicators.all(true);
    model.addAttribute("goal", goal);
    model.addAttribute("charge", charge.names().of(goal.organization(), goal.division()));
    model.addAttribute("mayChange", mayChange);
    model.addAttribute("divisions", charge.all(viewer, goal.division()));
    model.addAttribute(
        "lines", goal.members().stream().flatMap(one -> line(one, known).stream()).toList());
    model.addAttribute(
        "addable",
        known.stream()
            .filter(one -> one.retiredOn() == null && !under.contains(one.id()))
            .map(one -> new Phrases.Choice("" + one.id(), one.area() + " " + name(one)))
            .toList());
    return "goal/goal";
  }

  private String name(Indicator indicator) {
    return FigureForm.name(indicator, say.today());
  }

  private Optional<Line> line(Goal.Member member, List<Indicator> known) {
    return known.stream()
        .filter(one -> one.id().equals(member.indicator()))
        .map(
            one ->
                new Line(one.id().value(), "/indicators/" + one.id(), name(one), member.repost()))
        .findFirst();
  }

  @PostMapping("/goals/{id}")
  String keep(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Goal goal = mine(id);
    String text = form.text("text", 2000);
    UUID division = Charge.read(form, charge.all(viewer, goal.division()));
    if (!form.hasErrors()) {
      try {
        editing.keepGoal(
            goal, form.version(), division, form.flag("published"), form.flag("ended"), text);
        notices.done(next, "goal.done.goal");
        return "redirect:/goals/" + id;
      } catch (RefusedException refused) {
        form.reject("text", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(goal, viewer, model);
  }

  @PostMapping("/goals/{id}/indicators")
  String put(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Goal goal = mine(id);
    Optional<UUID> chosen = form.id("indicator");
    if (chosen.isEmpty() || indicators.of(List.of(new IndicatorId(chosen.get()))).isEmpty()) {
      form.reject("indicator", "web.form.choose");
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return goal(id, form, viewer, model);
    }
    editing.put(goal, new IndicatorId(chosen.get()));
    notices.done(next, "goal.done.put");
    return "redirect:/goals/" + id;
  }

  @PostMapping("/goals/{id}/indicators/{indicator}/remove")
  String remove(@PathVariable UUID id, @PathVariable UUID indicator, RedirectAttributes next) {
    editing.remove(mine(id), new IndicatorId(indicator));
    notices.done(next, "goal.done.removed");
    return "redirect:/goals/" + id;
  }

  /** A goal of which the viewer is in charge. */
  private Goal mine(UUID id) {
    Goal goal = goals.get(new GoalId(id));
    keeping.mayChange(goal).orThrow();
    return goal;
  }
}
