package tasuki.fund.planning;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.Area;
import tasuki.area.AreaId;
import tasuki.area.Areas;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Organizations;
import tasuki.fund.Categories;
import tasuki.fund.Category;
import tasuki.fund.planning.PlanContent.Aim;
import tasuki.fund.planning.PlanContent.CategorySum;
import tasuki.fund.planning.PlanContent.GoalBlock;
import tasuki.fund.planning.PlanContent.GoalLine;
import tasuki.fund.planning.PlanContent.OpinionLine;
import tasuki.fund.planning.PlanContent.SheetBlock;
import tasuki.fund.proposing.ProposalEntry;
import tasuki.goal.GoalWords;
import tasuki.identity.Divisions;
import tasuki.indicator.Definition;
import tasuki.indicator.Goal;
import tasuki.indicator.Goals;
import tasuki.indicator.Indicator;
import tasuki.indicator.Indicators;
import tasuki.indicator.Numbers;
import tasuki.programme.Operator;
import tasuki.programme.ProgrammeYear;
import tasuki.programme.YearEntry;
import tasuki.programme.YearId;
import tasuki.web.Phrases;

/** Puts together what a plan says now, in the language in which it is an official paper. */
@Component
public class PlanContents {

  private final Sheets sheets;
  private final Outcomes outcomes;
  private final Opinions opinions;
  private final Categories categories;
  private final Organizations organizations;
  private final Divisions divisions;
  private final Areas areas;
  private final Goals goals;
  private final Indicators indicators;
  private final GoalWords figures;
  private final Clock clock;
  private final Phrases say;

  PlanContents(
      Sheets sheets,
      Outcomes outcomes,
      Opinions opinions,
      Categories categories,
      Organizations organizations,
      Divisions divisions,
      Areas areas,
      Goals goals,
      Indicators indicators,
      GoalWords figures,
      Clock clock,
      Phrases say) {
    this.sheets = sheets;
    this.outcomes = outcomes;
    this.opinions = opinions;
    this.categories = categories;
    this.organizations = organizations;
    this.divisions = divisions;
    this.areas = areas;
    this.goals = goals;
    this.indicators = indicators;
    this.figures = figures;
    this.clock = clock;
    this.say = say;
  }

  /** The plan of the acting organisation as it is now, whatever the reader's language. */
  @Transactional(readOnly = true)
  public PlanContent of(Plan plan) {
    return say.inJapanese(() -> content(plan));
  }

  private PlanContent content(Plan plan) {
    List<Sheet> all = sheets.of(plan.year(), plan.branch());
    Map<YearId, Costs> costs = sheets.costs(all);
    return new PlanContent(
        plan.title(),
        organizations.get(plan.organization()).name(),
        plan.year().label(Locale.JAPANESE),
        plan.texts(),
        goals(plan),
        sums(all, costs),
        blocks(all, costs),
        opinions.of(plan.id()).stream().map(PlanContents::line).toList());
  }

  /** The sheets as they are printed, in their order. */
  List<SheetBlock> blocks(List<Sheet> all, Map<YearId, Costs> costs) {
    Map<UUID, Indicator> known = outcomes.indicators(all);
    return all.stream().map(one -> block(one, costs, known)).toList();
  }

  private static OpinionLine line(Opinion one) {
    String response = one.response();
    return new OpinionLine(
        one.stakeholder(),
        one.speaker(),
        JapaneseDates.inFull(one.saidOn(), Locale.JAPANESE),
        one.words(),
        response == null ? "" : response);
  }

  /** Each category that has programmes, and all together. */
  List<CategorySum> sums(List<Sheet> all, Map<YearId, Costs> costs) {
    List<CategorySum> sums = new ArrayList<>();
    for (Category category : categories.all()) {
      List<Sheet> own =
          all.stream().filter(one -> one.entry().category().equals(category.code())).toList();
      if (!own.isEmpty()) {
        sums.add(new CategorySum(category.words(Locale.JAPANESE), own.size(), sum(own, costs)));
      }
    }
    sums.add(new CategorySum(null, all.size(), sum(all, costs)));
    return sums;
  }

  private static Costs sum(List<Sheet> sheets, Map<YearId, Costs> costs) {
    return sheets.stream()
        .map(one -> costs.getOrDefault(one.year().id(), Costs.NONE))
        .reduce(Costs.NONE, Costs::plus);
  }

  private SheetBlock block(Sheet sheet, Map<YearId, Costs> costs, Map<UUID, Indicator> known) {
    ProgrammeYear year = sheet.year();
    YearEntry entry = year.entry();
    SheetEntry said = sheet.entry();
    return new SheetBlock(
        year.id().toString(),
        entry.number(),
        entry.name(),
        categories
            .find(said.category())
            .map(one -> one.words(Locale.JAPANESE))
            .orElse(said.category()),
        divisions.get(entry.division()).name(),
        entry.operators().stream().map(Operator::name).collect(Collectors.joining("、")),
        period(entry),
        area(entry.area()),
        text(said.need()),
        text(entry.content()),
        said.outputs().stream().map(PlanContents::output).toList(),
        said.outcomes().stream().map(one -> outcome(one, year.fiscalYear(), known)).toList(),
        text(said.link()),
        costs.getOrDefault(year.id(), Costs.NONE),
        said.publicYen());
  }

  private String area(@Nullable AreaId area) {
    return Optional.ofNullable(area).flatMap(areas::find).map(Area::name).orElse("");
  }

  private String period(YearEntry entry) {
    Integer first = entry.firstYear();
    Integer last = entry.lastYear();
    return first == null && last == null
        ? ""
        : say.inJapanese("programme.period.words", label(first), label(last));
  }

  private static String label(@Nullable Integer year) {
    return year == null ? "" : new FiscalYear(year).label(Locale.JAPANESE);
  }

  private static Aim output(ProposalEntry.Output output) {
    return new Aim(text(output.name()), "", number(output.target(), output.unit()), "");
  }

  /** An outcome: of an indicator kept here its name, and what it has where nothing was typed. */
  private Aim outcome(ProposalEntry.Outcome outcome, FiscalYear year, Map<UUID, Indicator> known) {
    Integer target = outcome.year();
    String until = target == null ? "" : label(target);
    UUID id = outcome.indicator();
    if (id == null) {
      return new Aim(
          text(outcome.name()),
          number(outcome.baseline(), outcome.unit()),
          number(outcome.target(), outcome.unit()),
          until);
    }
    Indicator indicator = known.get(id);
    return indicator == null
        ? new Aim(text(outcome.name()), "", "", until)
        : aim(indicator, outcome, year, until);
  }

  private Aim aim(
      Indicator indicator, ProposalEntry.Outcome outcome, FiscalYear year, String until) {
    Definition definition = indicator.definition(year.lastDay());
    String unit = definition.unit();
    String target =
        outcome.target() == null
            ? targets(indicator, year, definition)
            : number(outcome.target(), unit);
    return new Aim(
        definition.name(Locale.JAPANESE), number(outcome.baseline(), unit), target, until);
  }

  private String targets(Indicator indicator, FiscalYear year, Definition definition) {
    return indicator.lines().stream()
        .flatMap(
            line ->
                line.target(year).stream()
                    .map(one -> line.series().label() + figures.aim(one, definition)))
        .collect(Collectors.joining("、"));
  }

  private List<GoalBlock> goals(Plan plan) {
    String wanted = plan.texts().goalsOf();
    if (wanted == null) {
      return List.of();
    }
    LocalDate today = JapanTime.today(clock);
    return goals.all(false).stream()
        .filter(one -> one.plan().equals(wanted))
        .map(
            one ->
                new GoalBlock(
                    one.section() + (one.area().isEmpty() ? "" : " <" + one.area() + ">"),
                    one.text(),
                    indicators
                        .of(one.members().stream().map(Goal.Member::indicator).toList())
                        .stream()
                        .map(in -> goalLine(in, plan.year(), today))
                        .toList()))
        .toList();
  }

  private GoalLine goalLine(Indicator indicator, FiscalYear year, LocalDate today) {
    Definition definition = indicator.definition(today);
    String actual =
        indicator.lines().stream()
            .flatMap(
                line -> line.latest().stream().map(one -> figures.dated(line, one, definition)))
            .collect(Collectors.joining("、"));
    return new GoalLine(
        definition.name(Locale.JAPANESE), targets(indicator, year, definition), actual);
  }

  private static String number(@Nullable BigDecimal number, @Nullable String unit) {
    return number == null ? "" : Numbers.said(number) + (unit == null ? "" : unit);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
