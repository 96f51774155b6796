package tasuki.goal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.FiscalYear;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.indicator.Actual;
import tasuki.indicator.AsOf;
import tasuki.indicator.ComparatorValue;
import tasuki.indicator.Goal;
import tasuki.indicator.Goals;
import tasuki.indicator.Indicator;
import tasuki.indicator.Target;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Enters what was wanted, what came of it and what others came to. */
@Controller
@OpenTo(Duty.OFFICER)
class FigureController {

  private static final String AVERAGE = "全国平均";

  private final Goals goals;
  private final Editing editing;
  private final FigureForm figures;
  private final GoalWords say;
  private final Notices notices;

  FigureController(
      Goals goals, Editing editing, FigureForm figures, GoalWords say, Notices notices) {
    this.goals = goals;
    this.editing = editing;
    this.figures = figures;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/indicators/{id}/target")
  String target(@PathVariable UUID id, Form form, Model model) {
    Indicator indicator = editing.changeable(id);
    FiscalYear year = IndicatorsController.year(form, "for").orElse(say.thisYear());
    Optional<Target> now =
        indicator.lines().stream().flatMap(line -> line.target(year).stream()).findFirst();
    begin(form, year, indicator);
    form.start("plan", now.map(Target::plan).orElse(plan(indicator)));
    form.start("value", now.map(Target::printed).orElse(null));
    form.start("due", now.map(one -> one.due().compact()).orElse(AsOf.fiscalYear(year).compact()));
    form.start("note", now.map(Target::note).orElse(null));
    return page("goal/target", indicator, model);
  }

  /** The plan under whose goal the indicator stands. */
  private String plan(Indicator indicator) {
    return goals.all(false).stream()
        .filter(
            goal -> goal.members().stream().anyMatch(one -> one.indicator().equals(indicator.id())))
        .map(Goal::plan)
        .findFirst()
        .orElse("");
  }

  private void begin(Form form, FiscalYear year, Indicator indicator) {
    form.start("year", AsOf.fiscalYear(year).compact());
    form.start("version", indicator.version());
  }

  @PostMapping("/indicators/{id}/target")
  String enterTarget(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Indicator indicator = editing.changeable(id);
    Runnable work =
        form.flag("withdraw")
            ? withdrawing(form, year -> editing.withdrawTarget(indicator, form.version(), year))
            : saying(
                figures.target(form, indicator),
                said -> editing.target(indicator, form.version(), said));
    return done(form, work, "goal/target", indicator, model, response, next);
  }

  @GetMapping("/indicators/{id}/actual")
  String actual(@PathVariable UUID id, Form form, Model model) {
    Indicator indicator = editing.changeable(id);
    FiscalYear year = IndicatorsController.year(form, "for").orElse(say.thisYear().previous());
    Optional<Actual> now =
        indicator.lines().stream()
            .flatMap(line -> line.actual(year).stream())
            .filter(one -> !one.isAutomatic())
            .findFirst();
    begin(form, year, indicator);
    form.start("value", now.map(Actual::printed).orElse(null));
    form.start(
        "time", now.map(Actual::asOf).map(AsOf::compact).orElse(AsOf.fiscalYear(year).compact()));
    form.start("status", now.map(Actual::status).orElse(Actual.Status.FINAL));
    form.start("expected", now.map(Actual::expected).map(AsOf::compact).orElse(null));
    form.start("source", now.map(Actual::source).orElse(null));
    form.start("note", now.map(Actual::note).orElse(null));
    form.start("baseline", now.filter(Actual::baseline).map(_ -> "true").orElse(null));
    return page("goal/actual", indicator, model);
  }

  @PostMapping("/indicators/{id}/actual")
  String enterActual(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Indicator indicator = editing.changeable(id);
    Runnable work =
        form.flag("withdraw")
            ? withdrawing(form, year -> editing.withdrawActual(indicator, form.version(), year))
            : saying(
                figures.actual(form, indicator),
                said -> editing.actual(indicator, form.version(), said));
    return done(form, work, "goal/actual", indicator, model, response, next);
  }

  @GetMapping("/indicators/{id}/comparator")
  String comparator(@PathVariable UUID id, Form form, Model model) {
    Indicator indicator = editing.changeable(id);
    form.start("comparator", AVERAGE);
    form.start("time", AsOf.fiscalYear(say.thisYear().previous()).compact());
    form.start("version", indicator.version());
    return page("goal/comparator", indicator, model);
  }

  @PostMapping("/indicators/{id}/comparator")
  String enterComparator(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Indicator indicator = editing.changeable(id);
    List<Editing.Said<ComparatorValue>> said = figures.comparator(form, indicator);
    return done(
        form,
        () -> editing.comparator(indicator, form.version(), said),
        "goal/comparator",
        indicator,
        model,
        response,
        next);
  }

  /** Reads the year before anything is done, so that a wrong one is told at its field. */
  private Runnable withdrawing(Form form, Consumer<FiscalYear> withdraw) {
    Optional<FiscalYear> year = figures.year(form);
    return () -> withdraw.accept(year.orElseThrow());
  }

  private static <T> Runnable saying(T read, Consumer<T> say) {
    return () -> say.accept(read);
  }

  /** Does it and goes back to the indicator, or shows the form again with what is wrong. */
  private String done(
      Form form,
      Runnable work,
      String page,
      Indicator indicator,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    if (!form.hasErrors()) {
      try {
        work.run();
        notices.done(next, "goal.done.figure");
        return "redirect:/indicators/" + indicator.id();
      } catch (RefusedException refused) {
        form.reject("value", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(page, indicator, model);
  }

  private String page(String page, Indicator indicator, Model model) {
    model.addAttribute("indicator", indicator);
    model.addAttribute("indicatorName", FigureForm.name(indicator, say.today()));
    model.addAttribute(
        "statuses", say.choices("indicator.status", List.of(Actual.Status.values())));
    return page;
  }
}
