package tasuki.fund.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.FiscalYear;
import tasuki.fund.proposing.ProposalEntry.Outcome;
import tasuki.fund.proposing.ProposalEntry.Output;
import tasuki.indicator.Indicator;
import tasuki.indicator.Numbers;
import tasuki.web.Phrases;

/** Puts together the evaluation of a whole plan in a year, as it is printed. */
@Component
class EvaluationBlocks {

  private final Sheets sheets;
  private final PlanContents contents;
  private final Evaluations evaluations;
  private final Outcomes outcomes;
  private final Phrases say;

  EvaluationBlocks(
      Sheets sheets,
      PlanContents contents,
      Evaluations evaluations,
      Outcomes outcomes,
      Phrases say) {
    this.sheets = sheets;
    this.contents = contents;
    this.evaluations = evaluations;
    this.outcomes = outcomes;
    this.say = say;
  }

  @Transactional(readOnly = true)
  public List<EvaluationBlock> of(Plan plan, FiscalYear evaluationYear) {
    return say.inJapanese(() -> blocks(plan, evaluationYear));
  }

  private List<EvaluationBlock> blocks(Plan plan, FiscalYear evaluationYear) {
    List<Sheet> all = sheets.of(plan.year(), plan.branch());
    List<PlanContent.SheetBlock> printed = contents.blocks(all, sheets.costs(all));
    Map<UUID, Indicator> known = outcomes.indicators(all);
    List<EvaluationBlock> blocks = new ArrayList<>();
    for (Sheet sheet : all) {
      blocks.add(
          block(
              sheet, printed.get(blocks.size()), outcomes.observed(sheet, known), evaluationYear));
    }
    return blocks;
  }

  private EvaluationBlock block(
      Sheet sheet,
      PlanContent.SheetBlock printed,
      List<Outcomes.Observed> observed,
      FiscalYear evaluationYear) {
    Evaluations.Evaluation evaluation = evaluations.get(sheet, evaluationYear);
    EvaluationEntry entry = evaluation.entry();
    return new EvaluationBlock(
        printed,
        outputs(sheet, entry),
        outcomes(sheet, entry, observed),
        entry.observed() ? "" : text(entry.whyNot()),
        text(entry.effectiveness()),
        text(entry.efficiency()),
        text(entry.note()),
        state(evaluation));
  }

  private String state(Evaluations.Evaluation evaluation) {
    return say.of(
        "fund.evaluation.state."
            + (evaluation.version() < 0 ? "NONE" : evaluation.finished() ? "DONE" : "BEGUN"));
  }

  private static List<String> outputs(Sheet sheet, EvaluationEntry entry) {
    List<String> said = new ArrayList<>();
    for (int at = 0; at < sheet.entry().outputs().size() && at < entry.outputs().size(); at++) {
      Output output = sheet.entry().outputs().get(at);
      said.add(output.name() + " " + number(entry.outputs().get(at).value(), output.unit()));
    }
    return said;
  }

  private List<String> outcomes(
      Sheet sheet, EvaluationEntry entry, List<Outcomes.Observed> observed) {
    List<String> said = new ArrayList<>();
    List<Outcome> typed = Outcomes.typed(sheet);
    for (int at = 0; at < typed.size() && at < entry.outcomes().size(); at++) {
      Outcome outcome = typed.get(at);
      said.add(outcome.name() + " " + number(entry.outcomes().get(at).value(), outcome.unit()));
    }
    for (Outcomes.Observed one : observed) {
      String value = one.value();
      said.add(one.name() + " " + (value == null ? say.of("fund.evaluation.no-value") : value));
    }
    return said;
  }

  private static String number(@Nullable BigDecimal number, @Nullable String unit) {
    return number == null ? "" : Numbers.said(number) + (unit == null ? "" : unit);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
