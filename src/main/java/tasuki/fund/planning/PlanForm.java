package tasuki.fund.planning;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.calendar.FiscalYear;
import tasuki.fund.Branch;
import tasuki.fund.YearChoice;
import tasuki.indicator.Goal;
import tasuki.indicator.Goals;
import tasuki.web.Form;
import tasuki.web.Phrases;

/** Reads what a plan says from a form. */
@Component
class PlanForm {

  private static final int LONGEST = 8_000;
  private static final int BEFORE = 2;
  private static final int YEARS = 4;

  private final Goals goals;
  private final Phrases say;

  PlanForm(Goals goals, Phrases say) {
    this.goals = goals;
    this.say = say;
  }

  void start(Form form, Plan plan) {
    form.start("version", plan.version());
    form.start("title", plan.title());
    form.start("areas", plan.texts().areas());
    form.start("aims", plan.texts().aims());
    form.start("planPeriod", plan.texts().period());
    form.start("evaluation", plan.texts().evaluation());
    form.start("goalsOf", plan.texts().goalsOf());
  }

  /** What a plan usually says, to begin with. */
  void start(Form form, FiscalYear year) {
    form.start("year", year.year());
    form.start(
        "planPeriod",
        say.inJapanese("fund.plan.usual-period", year.label(java.util.Locale.JAPANESE)));
    form.start("evaluation", say.inJapanese("fund.plan.usual-evaluation"));
  }

  PlanTexts read(Form form) {
    String goalsOf = form.optional("goalsOf", 200).orElse(null);
    if (goalsOf != null && !named().contains(goalsOf)) {
      form.reject("goalsOf", "web.form.choose");
    }
    return new PlanTexts(
        form.text("areas", LONGEST),
        form.text("aims", LONGEST),
        form.text("planPeriod", 400),
        form.text("evaluation", LONGEST),
        goalsOf);
  }

  FiscalYear year(Form form, FiscalYear now) {
    return years(now).required(form, "year");
  }

  private List<String> named() {
    return goals.all(false).stream().map(Goal::plan).distinct().sorted().toList();
  }

  private static YearChoice years(FiscalYear now) {
    return YearChoice.from(new FiscalYear(now.year() - BEFORE), YEARS);
  }

  void choices(Model model, FiscalYear now) {
    model.addAttribute("branches", say.choices("fund.branch", List.of(Branch.values())));
    model.addAttribute("years", years(now).choices(say.locale()));
    model.addAttribute("plans", named().stream().map(one -> new Phrases.Choice(one, one)).toList());
  }
}
