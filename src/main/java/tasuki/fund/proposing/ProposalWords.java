package tasuki.fund.proposing;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.fund.Categories;
import tasuki.indicator.IndicatorId;
import tasuki.indicator.Indicators;
import tasuki.indicator.Numbers;
import tasuki.programme.Figures;
import tasuki.web.Phrases;

/** Proposals in words. */
@Component
class ProposalWords {

  /** A proposal in a list. */
  record Line(
      String href,
      String title,
      String proposer,
      String category,
      String fund,
      Phrases.Mark mark,
      String body) {}

  /** Something said of it. */
  record Fact(String label, @Nullable String value) {}

  /** A line of its costs. */
  record CostLine(String item, String standard, String unit, String quantity, String yen) {}

  /** Something that was checked. */
  record CheckLine(Phrases.Mark mark, String label, @Nullable String missing) {}

  private final Organizations organizations;
  private final Categories categories;
  private final Indicators indicators;
  private final Phrases say;

  ProposalWords(
      Organizations organizations, Categories categories, Indicators indicators, Phrases say) {
    this.organizations = organizations;
    this.categories = categories;
    this.indicators = indicators;
    this.say = say;
  }

  Phrases.Mark mark(ProposalState state) {
    String text = say.of("fund.proposal.state." + state);
    return switch (state) {
      case DRAFT -> new Phrases.Mark("plain", "draft", text);
      case CONSULTING -> new Phrases.Mark("calm", "reply", text);
      case WITH_BODY -> new Phrases.Mark("calm", "clock", text);
      case RECEIVED -> new Phrases.Mark("calm", "mail", text);
      case RETURNED -> new Phrases.Mark("warning", "warning", text);
      case ADOPTED -> new Phrases.Mark("success", "done", text);
      case DECLINED -> new Phrases.Mark("plain", "close", text);
      case WITHDRAWN -> new Phrases.Mark("plain", "absent", text);
    };
  }

  List<Line> lines(Collection<Proposal> proposals) {
    Map<OrganizationId, Organization> names =
        organizations.byId(
            proposals.stream()
                .flatMap(
                    one ->
                        one.body() == null
                            ? java.util.stream.Stream.of(one.proposer())
                            : java.util.stream.Stream.of(one.proposer(), one.body()))
                .collect(Collectors.toSet()));
    return proposals.stream()
        .map(
            one ->
                new Line(
                    "/fund/proposals/" + one.id(),
                    title(one.entry()),
                    name(names, one.proposer()),
                    mark(one.entry().category()),
                    Figures.thousands(one.entry().fundYen()),
                    mark(one.state()),
                    name(names, one.body())))
        .toList();
  }

  private static String name(Map<OrganizationId, Organization> names, @Nullable OrganizationId id) {
    Organization found = id == null ? null : names.get(id);
    return found == null ? "" : found.name();
  }

  /** Its title, or that it has none yet. */
  String title(ProposalEntry entry) {
    return entry.title().isEmpty() ? say.of("fund.proposal.untitled") : entry.title();
  }

  private String mark(@Nullable String category) {
    return category == null ? "" : categories.find(category).map(one -> one.mark()).orElse("");
  }

  /** All that is said of what is proposed, in the order of the form. */
  List<Fact> facts(ProposalEntry entry) {
    List<Fact> facts = new ArrayList<>();
    String category = entry.category();
    facts.add(
        fact(
            "category",
            category == null
                ? null
                : categories.find(category).map(one -> one.words(say.locale())).orElse(null)));
    facts.add(fact("issue", entry.issue()));
    facts.add(fact("content", entry.content()));
    facts.add(fact("area", entry.area()));
    facts.add(fact("implementer", entry.implementer()));
    facts.add(fact("period", period(entry)));
    facts.add(fact("output", output(entry.output())));
    facts.add(fact("outcome", outcome(entry.outcome())));
    facts.add(fact("link", entry.link()));
    facts.add(fact("difference", entry.difference()));
    facts.add(
        fact("paidByNothingElse", entry.paidByNothingElse() ? say.of("fund.proposal.yes") : null));
    return facts;
  }

  private Fact fact(String name, @Nullable String value) {
    return new Fact(say.of("fund." + name), value);
  }

  private @Nullable String period(ProposalEntry entry) {
    Integer first = entry.firstYear();
    Integer last = entry.lastYear();
    return first == null || last == null
        ? null
        : say.of(
            "fund.proposal.years",
            new FiscalYear(first).label(say.locale()),
            new FiscalYear(last).label(say.locale()));
  }

  private @Nullable String output(ProposalEntry.Output output) {
    BigDecimal target = output.target();
    return output.name() == null || target == null
        ? output.name()
        : output.name() + " " + number(target, output.unit());
  }

  private @Nullable String outcome(ProposalEntry.Outcome outcome) {
    String name = outcomeName(outcome);
    BigDecimal target = outcome.target();
    Integer year = outcome.year();
    if (name == null || target == null || year == null) {
      return name;
    }
    BigDecimal baseline = outcome.baseline();
    return say.of(
        baseline == null ? "fund.proposal.aim" : "fund.proposal.aim-from",
        name,
        number(target, outcome.unit()),
        new FiscalYear(year).label(say.locale()),
        baseline == null ? "" : number(baseline, outcome.unit()));
  }

  /** What the indicator is called, or how the proposer named the outcome. */
  @Nullable String outcomeName(ProposalEntry.Outcome outcome) {
    return outcome.indicator() == null
        ? outcome.name()
        : indicators.of(List.of(new IndicatorId(outcome.indicator()))).stream()
            .map(one -> one.definitions().getLast().name(say.locale()))
            .findFirst()
            .orElse(outcome.name());
  }

  private static String number(BigDecimal number, @Nullable String unit) {
    return Numbers.said(number) + (unit == null ? "" : unit);
  }

  List<CostLine> costs(ProposalEntry entry, CallEntry call) {
    return entry.costs().stream()
        .map(
            one ->
                new CostLine(
                    one.item(),
                    call.standard(one.standard()).map(Standard::words).orElse(""),
                    Figures.yen(one.unitYen()),
                    Numbers.said(one.quantity()),
                    Figures.yen(one.yen())))
        .toList();
  }

  List<CheckLine> checks(List<ProposalChecks.Result> results) {
    return results.stream()
        .map(
            one -> {
              String reason = one.reason();
              return new CheckLine(
                  reason == null
                      ? new Phrases.Mark("success", "done", say.of("fund.check.met"))
                      : new Phrases.Mark("warning", "warning", say.of("fund.check.missing")),
                  say.of("fund.check." + one.kind()),
                  reason == null ? null : say.of(reason, one.arguments().toArray()));
            })
        .toList();
  }

  String moment(LocalDateTime at) {
    return JapaneseDates.inFull(at.toLocalDate(), say.locale())
        + " "
        + at.toLocalTime().withNano(0).withSecond(0);
  }
}
