package tasuki.fund.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.form.DayField;
import tasuki.fund.Branch;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.programme.Editions;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** The plans of the fund: written and decided by the prefecture, read and commented by others. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR, Duty.ADMINISTRATOR})
class PlanController {

  /** A plan in the list. */
  record PlanLine(String href, String title, String year, String branch, Phrases.Mark mark) {}

  private static final int LONGEST = 4_000;

  private final Plans plans;
  private final PlanPage page;
  private final PlanForm forms;
  private final Sheets sheets;
  private final Opinions opinions;
  private final Editions editions;
  private final Clock clock;
  private final Phrases say;
  private final Notices notices;

  PlanController(
      Plans plans,
      PlanPage page,
      PlanForm forms,
      Sheets sheets,
      Opinions opinions,
      Editions editions,
      Clock clock,
      Phrases say,
      Notices notices) {
    this.plans = plans;
    this.page = page;
    this.forms = forms;
    this.sheets = sheets;
    this.opinions = opinions;
    this.editions = editions;
    this.clock = clock;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/fund/plans")
  String list(Model model) {
    List<PlanLine> lines =
        plans.all().stream()
            .map(
                one ->
                    new PlanLine(
                        "/fund/plans/" + one.id(),
                        one.title(),
                        one.year().label(say.locale()),
                        say.of("fund.branch." + one.branch()),
                        page.mark(one.state())))
            .toList();
    model.addAttribute("plans", lines);
    model.addAttribute("keeps", editions.compiles());
    return "fund/plans";
  }

  @GetMapping("/fund/plans/new")
  String start(Form form, Model model) {
    mayBegin();
    forms.start(form, now());
    return edit(null, model);
  }

  @PostMapping("/fund/plans/new")
  String begin(Form form, Model model, HttpServletResponse response, RedirectAttributes next) {
    mayBegin();
    Branch branch = form.choice("branch", Branch.class).orElse(Branch.MEDICAL);
    FiscalYear year = forms.year(form, now());
    String title = form.text("title", 120);
    PlanTexts texts = forms.read(form);
    if (!form.hasErrors()) {
      try {
        PlanId id = plans.begin(year, branch, title, texts);
        notices.done(next, "fund.plan.written");
        return "redirect:/fund/plans/" + id;
      } catch (RefusedException refused) {
        form.reject("year", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return edit(null, model);
  }

  @GetMapping("/fund/plans/{id}/edit")
  String change(@PathVariable UUID id, Form form, Model model) {
    Plan plan = plans.changeable(new PlanId(id));
    forms.start(form, plan);
    return edit(plan, model);
  }

  @PostMapping("/fund/plans/{id}/edit")
  String write(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Plan plan = plans.changeable(new PlanId(id));
    String title = form.text("title", 120);
    PlanTexts texts = forms.read(form);
    if (!form.hasErrors()) {
      try {
        plans.write(plan.id(), title, texts, form.version());
        notices.done(next, "fund.plan.written");
        return "redirect:/fund/plans/" + id;
      } catch (RefusedException refused) {
        form.reject("title", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return edit(plan, model);
  }

  private String edit(@Nullable Plan plan, Model model) {
    model.addAttribute("plan", plan);
    forms.choices(model, now());
    return "fund/plan-edit";
  }

  @GetMapping("/fund/plans/{id}")
  String plan(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    return page.show(new PlanId(id), viewer, model);
  }

  @PostMapping("/fund/plans/{id}/sheets")
  String raise(@PathVariable UUID id, RedirectAttributes next) {
    Plan plan = plans.changeable(new PlanId(id));
    notices.done(next, "fund.plan.sheets-begun", sheets.raise(plan.year(), plan.branch()));
    return "redirect:/fund/plans/" + id;
  }

  @PostMapping("/fund/plans/{id}/ask")
  String ask(@PathVariable UUID id, RedirectAttributes next) {
    return moved(id, next, "fund.plan.asked", () -> plans.ask(new PlanId(id)));
  }

  @PostMapping("/fund/plans/{id}/reopen")
  String reopen(@PathVariable UUID id, RedirectAttributes next) {
    return moved(id, next, "fund.plan.reopened", () -> plans.reopen(new PlanId(id)));
  }

  private String moved(UUID id, RedirectAttributes next, String key, Runnable work) {
    try {
      work.run();
      notices.done(next, key);
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
    }
    return "redirect:/fund/plans/" + id;
  }

  @PostMapping("/fund/plans/{id}/decide")
  String decide(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Plan plan = plans.changeable(new PlanId(id));
    Optional<LocalDate> on = DayField.required(form, "planDecidedOn");
    String decision = form.text("planDecision", 400);
    if (plan.state() != PlanState.ASKING) {
      form.reject("planDecision", "fund.refused.elsewhere");
    }
    if (!form.hasErrors()) {
      try {
        plans.decide(plan.id(), on.orElseThrow(), decision);
        notices.done(next, "fund.plan.decided");
        return "redirect:/fund/plans/" + id;
      } catch (RefusedException refused) {
        form.reject("planDecision", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page.show(plan.id(), viewer, model);
  }

  @PostMapping("/fund/plans/{id}/opinions")
  String opine(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Plan plan = plans.get(new PlanId(id));
    boolean own = plans.mayChange(plan);
    if (!own && plan.organization().equals(viewer.organization().id())) {
      throw new AbsentException("plan");
    }
    Stakeholder stakeholder =
        own
            ? form.choice("stakeholder", Stakeholder.class).orElse(Stakeholder.OTHER)
            : Stakeholder.of(viewer.organization().kind());
    String speaker = own ? form.text("speaker", 120) : viewer.organization().name();
    LocalDate today = JapanTime.today(clock);
    LocalDate on = own ? DayField.required(form, "saidOn").orElse(today) : today;
    String words = form.text("words", LONGEST);
    if (plan.state() != PlanState.ASKING) {
      form.reject("words", "fund.refused.not-asking");
    }
    if (!form.hasErrors()) {
      opinions.say(plan.id(), stakeholder, speaker, on, words);
      notices.done(next, "fund.opinion.given");
      return "redirect:/fund/plans/" + id;
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page.show(plan.id(), viewer, model);
  }

  @PostMapping("/fund/plans/{id}/opinions/{opinion}/answer")
  String answer(
      @PathVariable UUID id,
      @PathVariable UUID opinion,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Plan plan = plans.changeable(new PlanId(id));
    String field = "response-" + opinion;
    String text = form.text(field, LONGEST);
    if (!form.hasErrors()) {
      opinions.answer(plan.id(), opinion, text);
      notices.done(next, "fund.opinion.answered");
      return "redirect:/fund/plans/" + id;
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page.show(plan.id(), viewer, model);
  }

  private void mayBegin() {
    editions.letCompile("plan");
  }

  private FiscalYear now() {
    return FiscalYear.of(JapanTime.today(clock));
  }
}
