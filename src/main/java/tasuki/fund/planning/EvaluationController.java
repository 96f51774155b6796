package tasuki.fund.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapaneseDates;
import tasuki.fund.Typed;
import tasuki.fund.planning.EvaluationEntry.Achieved;
import tasuki.fund.planning.Evaluations.Evaluation;
import tasuki.fund.proposing.ProposalEntry.Outcome;
import tasuki.fund.proposing.ProposalEntry.Output;
import tasuki.identity.Accounts;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.indicator.Numbers;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.programme.Programmes;
import tasuki.programme.YearId;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** The evaluation of a programme afterwards: what was reached, and why. */
@Controller
@OpenTo(Duty.OFFICER)
class EvaluationController {

  /** A number that is asked for. */
  record Asked(String field, String label, String target, @Nullable String unit) {}

  /** When it was finished. */
  record DoneLine(String at, String who, String observed) {}

  private static final int LONGEST = 4_000;
  private static final int YEARS_AFTER = 10;

  private final Sheets sheets;
  private final Evaluations evaluations;
  private final Outcomes outcomes;
  private final Programmes programmes;
  private final Accounts accounts;
  private final Phrases say;
  private final Notices notices;

  EvaluationController(
      Sheets sheets,
      Evaluations evaluations,
      Outcomes outcomes,
      Programmes programmes,
      Accounts accounts,
      Phrases say,
      Notices notices) {
    this.sheets = sheets;
    this.evaluations = evaluations;
    this.outcomes = outcomes;
    this.programmes = programmes;
    this.accounts = accounts;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/fund/sheets/{id}/evaluations/{on}")
  String evaluation(
      @PathVariable UUID id, @PathVariable int on, Form form, Viewer viewer, Model model) {
    Sheet sheet = sheet(id, on);
    Evaluation evaluation = evaluations.get(sheet, new FiscalYear(on));
    start(form, evaluation);
    return page(sheet, evaluation, model);
  }

  private static void start(Form form, Evaluation evaluation) {
    EvaluationEntry entry = evaluation.entry();
    form.start("version", evaluation.version());
    for (int at = 0; at < entry.outputs().size(); at++) {
      number(form, "output-" + at, entry.outputs().get(at).value());
    }
    for (int at = 0; at < entry.outcomes().size(); at++) {
      number(form, "outcome-" + at, entry.outcomes().get(at).value());
    }
    form.start("observed", entry.observed() ? "yes" : "no");
    form.start("whyNot", entry.whyNot());
    form.start("effectiveness", entry.effectiveness());
    form.start("efficiency", entry.efficiency());
    form.start("note", entry.note());
  }

  private static void number(Form form, String name, @Nullable BigDecimal number) {
    form.start(name, number == null ? null : number.toPlainString());
  }

  @PostMapping("/fund/sheets/{id}/evaluations/{on}")
  String write(
      @PathVariable UUID id,
      @PathVariable int on,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Sheet sheet = sheet(id, on);
    programmes.changeable(sheet.year().id());
    FiscalYear evaluationYear = new FiscalYear(on);
    EvaluationEntry entry = read(form, sheet);
    boolean finish = form.value("finish").equals("true");
    if (!form.hasErrors()) {
      try {
        evaluations.write(sheet, evaluationYear, entry, finish, form.version());
        notices.done(next, finish ? "fund.evaluation.finished" : "fund.evaluation.written");
        return "redirect:/fund/sheets/" + id + "/evaluations/" + on;
      } catch (RefusedException refused) {
        form.reject("effectiveness", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(sheet, evaluations.get(sheet, evaluationYear), model);
  }

  private static EvaluationEntry read(Form form, Sheet sheet) {
    List<Achieved> outputs = new ArrayList<>();
    for (int at = 0; at < sheet.entry().outputs().size(); at++) {
      outputs.add(new Achieved(Typed.number(form, "output-" + at).orElse(null)));
    }
    List<Achieved> outcomes = new ArrayList<>();
    for (int at = 0; at < Outcomes.typed(sheet).size(); at++) {
      outcomes.add(new Achieved(Typed.number(form, "outcome-" + at).orElse(null)));
    }
    String observed = form.text("observed", 3);
    if (!observed.isEmpty() && !observed.equals("yes") && !observed.equals("no")) {
      form.reject("observed", "web.form.choose");
    }
    return new EvaluationEntry(
        outputs,
        outcomes,
        observed.equals("yes"),
        form.optional("whyNot", LONGEST).orElse(null),
        form.optional("effectiveness", LONGEST).orElse(null),
        form.optional("efficiency", LONGEST).orElse(null),
        form.optional("note", LONGEST).orElse(null));
  }

  private Sheet sheet(UUID id, int on) {
    Sheet sheet = sheets.find(new YearId(id)).orElseThrow(() -> new AbsentException("evaluation"));
    int planned = sheet.year().fiscalYear().year();
    if (on <= planned || on > planned + YEARS_AFTER) {
      throw new AbsentException("evaluation");
    }
    return sheet;
  }

  private String page(Sheet sheet, Evaluation evaluation, Model model) {
    List<Outcomes.Observed> observed = outcomes.observed(sheet);
    boolean known = observed.stream().anyMatch(one -> one.value() != null);
    model.addAttribute("year", sheet.year());
    model.addAttribute("yearLabel", sheet.year().fiscalYear().label(say.locale()));
    model.addAttribute("evaluation", evaluation);
    model.addAttribute("evaluationLabel", evaluation.evaluationYear().label(say.locale()));
    model.addAttribute("outputs", outputs(sheet));
    model.addAttribute("outcomes", outcomes(sheet));
    model.addAttribute("observedNow", observed);
    model.addAttribute("mayChange", programmes.mayChange(sheet.year().id()));
    model.addAttribute(
        "missing",
        evaluation.version() < 0
            ? List.of()
            : evaluation.entry().missing(known).stream()
                .map(one -> say.of("fund.evaluation.part." + one))
                .toList());
    model.addAttribute("done", done(sheet, evaluation));
    return "fund/evaluation";
  }

  private List<DoneLine> done(Sheet sheet, Evaluation evaluation) {
    return evaluations.versions(sheet.year().id(), evaluation.evaluationYear()).stream()
        .map(
            one ->
                new DoneLine(
                    JapaneseDates.inFull(one.at().toLocalDate(), say.locale()),
                    accounts.nameOf(one.account()),
                    one.observed().stream()
                        .filter(seen -> seen.value() != null)
                        .map(seen -> seen.name() + " " + seen.value())
                        .collect(Collectors.joining(say.of("web.list.comma")))))
        .toList();
  }

  private static List<Asked> outputs(Sheet sheet) {
    List<Asked> asked = new ArrayList<>();
    for (Output one : sheet.entry().outputs()) {
      asked.add(
          new Asked("output-" + asked.size(), "" + one.name(), said(one.target()), one.unit()));
    }
    return asked;
  }

  private static List<Asked> outcomes(Sheet sheet) {
    List<Asked> asked = new ArrayList<>();
    for (Outcome one : Outcomes.typed(sheet)) {
      asked.add(
          new Asked("outcome-" + asked.size(), "" + one.name(), said(one.target()), one.unit()));
    }
    return asked;
  }

  private static String said(@Nullable BigDecimal number) {
    return number == null ? "" : Numbers.said(number);
  }
}
