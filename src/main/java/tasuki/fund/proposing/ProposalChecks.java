package tasuki.fund.proposing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationKind;

/**
 * What can be checked of a proposal before a person reads it: pure rules after the notice with
 * which the state and the prefectures call for proposals.
 */
final class ProposalChecks {

  /** What is checked. */
  enum Kind {
    /** The area's issue and what is done about it are said. */
    ISSUE,
    /** One of the called categories. */
    CATEGORY,
    /** It costs something, line by line. */
    COSTS,
    /** No line that follows a standard example costs more than its unit price. */
    UNIT_PRICE,
    /** 実施目標が数値. */
    OUTPUT,
    /** 成果目標が数値、目標年度あり. */
    OUTCOME,
    /** Its first year is the year of the call, its last not before. */
    PERIOD,
    /** Who carries it out; a municipality says whether itself or the prefecture. */
    IMPLEMENTER,
    /** What existing programmes that sound alike cannot do. */
    SIMILAR,
    /** Neither fees nor another subsidy pay for it. */
    PAID_ELSEWHERE,
    /** A body through which it goes, where it does not go directly. */
    BODY
  }

  /**
   * What came of a check.
   *
   * @param reason key of the message that says what is missing; null where nothing is
   */
  record Result(Kind kind, @Nullable String reason, List<Object> arguments) {
    boolean met() {
      return reason == null;
    }
  }

  private ProposalChecks() {}

  /**
   * Every check with its result.
   *
   * @param body whether the proposer named a body
   */
  static List<Result> of(
      ProposalEntry entry,
      CallEntry call,
      OrganizationKind proposer,
      boolean body,
      boolean somethingSimilar) {
    List<Result> results = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Optional<Result> missing =
          switch (kind) {
            case ISSUE -> when(kind, entry.issue() == null || entry.content() == null, "issue");
            case CATEGORY ->
                when(kind, !call.categories().contains("" + entry.category()), "category");
            case COSTS -> when(kind, entry.yen() <= 0 || entry.fundYen() <= 0, "costs");
            case UNIT_PRICE -> unitPrice(entry, call);
            case OUTPUT ->
                when(kind, !numeric(entry.output().name(), entry.output().target()), "output");
            case OUTCOME -> outcome(entry);
            case PERIOD -> period(entry, call);
            case IMPLEMENTER -> when(kind, entry.implementer() == null, "implementer");
            case SIMILAR -> when(kind, somethingSimilar && entry.difference() == null, "similar");
            case PAID_ELSEWHERE -> when(kind, !entry.paidByNothingElse(), "paid-elsewhere");
            case BODY -> when(kind, !body && !Bodies.goesDirectly(proposer), "body");
          };
      results.add(missing.orElse(new Result(kind, null, List.of())));
    }
    return results;
  }

  /** Whether nothing is missing. */
  static boolean allMet(List<Result> results) {
    return results.stream().allMatch(Result::met);
  }

  private static boolean numeric(@Nullable String name, @Nullable BigDecimal number) {
    return name != null && number != null;
  }

  private static Optional<Result> unitPrice(ProposalEntry entry, CallEntry call) {
    return entry.costs().stream()
        .flatMap(
            cost ->
                call.standard(cost.standard()).stream()
                    .flatMap(standard -> tooDear(cost, standard)))
        .findFirst();
  }

  private static Stream<Result> tooDear(ProposalEntry.Cost cost, Standard standard) {
    Long most = standard.unitYen();
    return most != null && cost.unitYen() > most
        ? Stream.of(
            new Result(
                Kind.UNIT_PRICE,
                "fund.check.missing.unit-price",
                List.of(cost.item(), cost.unitYen(), standard.words(), most)))
        : Stream.empty();
  }

  private static Optional<Result> outcome(ProposalEntry entry) {
    ProposalEntry.Outcome outcome = entry.outcome();
    boolean named = outcome.indicator() != null || outcome.name() != null;
    return when(
        Kind.OUTCOME,
        !named || outcome.target() == null || outcome.year() == null || entry.link() == null,
        "outcome");
  }

  private static Optional<Result> period(ProposalEntry entry, CallEntry call) {
    Integer first = entry.firstYear();
    Integer last = entry.lastYear();
    boolean fits = first != null && first == call.year().year() && last != null && last >= first;
    return fits
        ? Optional.empty()
        : Optional.of(
            new Result(Kind.PERIOD, "fund.check.missing.period", List.of("" + call.year().year())));
  }

  private static Optional<Result> when(Kind kind, boolean missing, String reason) {
    return missing
        ? Optional.of(new Result(kind, "fund.check.missing." + reason, List.of()))
        : Optional.empty();
  }
}
