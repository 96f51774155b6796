package tasuki.fund.planning;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Organizations;
import tasuki.identity.Accounts;
import tasuki.identity.Division;
import tasuki.identity.DivisionId;
import tasuki.identity.Divisions;
import tasuki.identity.Viewer;
import tasuki.programme.Figures;
import tasuki.programme.YearId;
import tasuki.web.Phrases;

/** Fills the page of a plan: for the prefecture all of it, for others what they were shown. */
@Component
class PlanPage {

  /** The sum of a category. */
  record SumLine(String category, int count, String total, String fund, String others) {}

  /** A programme of the plan. */
  record SheetLine(
      String href,
      String number,
      String name,
      String division,
      String total,
      @Nullable String missing,
      String evaluationHref,
      Phrases.Mark evaluation) {}

  /** An opinion. */
  record OpinionView(
      UUID id,
      String stakeholder,
      String speaker,
      String on,
      String words,
      @Nullable String response) {}

  /** A version that was kept. */
  record VersionLine(int number, String what, String at, String who) {}

  private final Plans plans;
  private final Sheets sheets;
  private final Evaluations evaluations;
  private final Opinions opinions;
  private final PlanContents contents;
  private final Organizations organizations;
  private final Divisions divisions;
  private final Accounts accounts;
  private final Phrases say;

  PlanPage(
      Plans plans,
      Sheets sheets,
      Evaluations evaluations,
      Opinions opinions,
      PlanContents contents,
      Organizations organizations,
      Divisions divisions,
      Accounts accounts,
      Phrases say) {
    this.plans = plans;
    this.sheets = sheets;
    this.evaluations = evaluations;
    this.opinions = opinions;
    this.contents = contents;
    this.organizations = organizations;
    this.divisions = divisions;
    this.accounts = accounts;
    this.say = say;
  }

  Phrases.Mark mark(PlanState state) {
    String text = say.of("fund.plan.state." + state);
    return switch (state) {
      case DRAFT -> new Phrases.Mark("plain", "draft", text);
      case ASKING -> new Phrases.Mark("calm", "reply", text);
      case DECIDED -> new Phrases.Mark("success", "done", text);
    };
  }

  String show(PlanId id, Viewer viewer, Model model) {
    Plan plan = plans.get(id);
    boolean own = plan.organization().equals(viewer.organization().id());
    model.addAttribute("plan", plan);
    model.addAttribute("own", own);
    model.addAttribute("mayChange", plans.mayChange(plan));
    model.addAttribute("keeper", organizations.get(plan.organization()).name());
    model.addAttribute("yearLabel", plan.year().label(say.locale()));
    model.addAttribute("stateMark", mark(plan.state()));
    model.addAttribute("versions", versions(plan));
    List<Opinion> said = opinions.of(plan.id());
    model.addAttribute("opinions", said.stream().map(this::view).toList());
    model.addAttribute(
        "mayOpine", plan.state() == PlanState.ASKING && (!own || plans.mayChange(plan)));
    model.addAttribute(
        "stakeholders", say.choices("fund.stakeholder", List.of(Stakeholder.values())));
    model.addAttribute("silent", own ? silent(said) : "");
    if (own) {
      inside(plan, model);
    }
    return "fund/plan";
  }

  private OpinionView view(Opinion one) {
    return new OpinionView(
        one.id(),
        say.of("fund.stakeholder." + one.stakeholder()),
        one.speaker(),
        JapaneseDates.inFull(one.saidOn(), say.locale()),
        one.words(),
        one.response());
  }

  /** The kinds of stakeholders of whom nobody has been heard. */
  private String silent(List<Opinion> said) {
    Set<Stakeholder> heard = said.stream().map(Opinion::stakeholder).collect(Collectors.toSet());
    return Arrays.stream(Stakeholder.values())
        .filter(one -> one != Stakeholder.OTHER && !heard.contains(one))
        .map(one -> say.of("fund.stakeholder." + one))
        .collect(Collectors.joining(say.of("web.list.comma")));
  }

  private void inside(Plan plan, Model model) {
    List<Sheet> all = sheets.of(plan.year(), plan.branch());
    Map<YearId, Costs> costs = sheets.costs(all);
    model.addAttribute("sums", contents.sums(all, costs).stream().map(this::sum).toList());
    FiscalYear looked = plan.year().next();
    Map<YearId, Boolean> states =
        evaluations.states(all.stream().map(one -> one.year().id()).toList(), looked);
    Map<DivisionId, String> names =
        divisions.of(plan.organization()).stream()
            .collect(Collectors.toMap(Division::id, Division::name));
    List<SheetLine> lines =
        all.stream().map(one -> line(one, names, costs, states, looked)).toList();
    model.addAttribute("sheets", lines);
    model.addAttribute("incomplete", lines.stream().filter(one -> one.missing() != null).count());
    model.addAttribute("evaluationYear", looked.label(say.locale()));
  }

  private SumLine sum(PlanContent.CategorySum one) {
    return new SumLine(
        one.category() == null ? say.of("fund.plan.all") : one.category(),
        one.count(),
        Figures.thousands(one.costs().total()),
        Figures.thousands(one.costs().fund()),
        Figures.thousands(one.costs().others()));
  }

  private SheetLine line(
      Sheet sheet,
      Map<DivisionId, String> names,
      Map<YearId, Costs> costs,
      Map<YearId, Boolean> states,
      FiscalYear looked) {
    YearId id = sheet.year().id();
    List<SheetEntry.Part> missing = sheet.entry().missing();
    return new SheetLine(
        "/fund/sheets/" + id,
        Integer.toString(sheet.year().entry().number()),
        sheet.year().entry().name(),
        names.getOrDefault(sheet.year().entry().division(), ""),
        Figures.thousands(costs.getOrDefault(id, Costs.NONE).total()),
        missing.isEmpty()
            ? null
            : missing.stream()
                .map(one -> say.of("fund.sheet.part." + one))
                .collect(Collectors.joining(say.of("web.list.comma"))),
        "/fund/sheets/" + id + "/evaluations/" + looked.year(),
        evaluationMark(states.get(id)));
  }

  private Phrases.Mark evaluationMark(@Nullable Boolean finished) {
    if (finished == null) {
      return new Phrases.Mark("plain", "absent", say.of("fund.evaluation.state.NONE"));
    }
    return finished
        ? new Phrases.Mark("success", "done", say.of("fund.evaluation.state.DONE"))
        : new Phrases.Mark("calm", "draft", say.of("fund.evaluation.state.BEGUN"));
  }

  private List<VersionLine> versions(Plan plan) {
    return plans.versions(plan.id()).stream()
        .map(
            one ->
                new VersionLine(
                    one.number(),
                    one.state() == PlanState.ASKING
                        ? say.of("fund.plan.shown")
                        : say.of(
                            "fund.plan.decided-by",
                            JapaneseDates.inFull(
                                java.util.Objects.requireNonNull(one.decidedOn()), say.locale()),
                            "" + one.decision()),
                    JapaneseDates.inFull(one.at().toLocalDate(), say.locale()),
                    accounts.nameOf(one.account())))
        .toList();
  }
}
