package tasuki.fund.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tasuki.calendar.FiscalYear;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.print.Paper;
import tasuki.print.PaperAnswer;
import tasuki.programme.Figures;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;

/** A plan and its evaluation on paper and in Excel: official papers, always in Japanese. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR, Duty.ADMINISTRATOR})
class PlanPapersController {

  /** Writes amounts in the paper's template. */
  public static final class Thousands {

    /** Thousands of yen with separators. */
    public String of(long yen) {
      return Figures.thousands(yen);
    }
  }

  private final Plans plans;
  private final PlanContents contents;
  private final PlanSheets tables;
  private final EvaluationBlocks evaluations;
  private final Paper paper;

  PlanPapersController(
      Plans plans,
      PlanContents contents,
      PlanSheets tables,
      EvaluationBlocks evaluations,
      Paper paper) {
    this.plans = plans;
    this.contents = contents;
    this.tables = tables;
    this.evaluations = evaluations;
    this.paper = paper;
  }

  @GetMapping("/fund/plans/{id}/paper")
  ResponseEntity<byte[]> paper(
      @PathVariable UUID id, @RequestParam Optional<Integer> version, Viewer viewer) {
    Plan plan = plans.get(new PlanId(id));
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("printed", content(plan, version, viewer));
    model.put("thousands", new Thousands());
    model.put("unseen", version.isEmpty());
    return pdf("plan", "fund/plan-paper", model);
  }

  @GetMapping("/fund/plans/{id}/excel")
  ResponseEntity<byte[]> excel(
      @PathVariable UUID id, @RequestParam Optional<Integer> version, Viewer viewer) {
    Plan plan = plans.get(new PlanId(id));
    return TableAnswer.of(
        plan.title(), TableFormat.XLSX, tables.plan(content(plan, version, viewer)));
  }

  /** As it was in a version; as it is now only for the prefecture itself. */
  private PlanContent content(Plan plan, Optional<Integer> version, Viewer viewer) {
    if (version.isEmpty()) {
      if (!plan.organization().equals(viewer.organization().id())) {
        throw new AbsentException("plan");
      }
      return contents.of(plan);
    }
    return plans.content(plan.id(), version.get());
  }

  @GetMapping("/fund/plans/{id}/evaluation-paper")
  ResponseEntity<byte[]> evaluationPaper(@PathVariable UUID id, Viewer viewer) {
    Plan plan = own(id, viewer);
    Map<String, @Nullable Object> model = new HashMap<>();
    FiscalYear on = plan.year().next();
    model.put("planTitle", plan.title());
    model.put("year", plan.year().label(Locale.JAPANESE));
    model.put("on", on.label(Locale.JAPANESE));
    model.put("blocks", evaluations.of(plan, on));
    model.put("thousands", new Thousands());
    return pdf("evaluation", "fund/evaluation-paper", model);
  }

  @GetMapping("/fund/plans/{id}/evaluation-excel")
  ResponseEntity<byte[]> evaluationExcel(@PathVariable UUID id, Viewer viewer) {
    Plan plan = own(id, viewer);
    List<EvaluationBlock> blocks = evaluations.of(plan, plan.year().next());
    return TableAnswer.of(plan.title(), TableFormat.XLSX, tables.evaluation(plan.title(), blocks));
  }

  private Plan own(UUID id, Viewer viewer) {
    Plan plan = plans.get(new PlanId(id));
    if (!plan.organization().equals(viewer.organization().id()) || !viewer.hasAny(Duty.OFFICER)) {
      throw new AbsentException("plan");
    }
    return plan;
  }

  private ResponseEntity<byte[]> pdf(
      String name, String template, Map<String, @Nullable Object> model) {
    return PaperAnswer.shown(name, paper.pdf(template, model, Locale.JAPANESE).bytes());
  }
}
