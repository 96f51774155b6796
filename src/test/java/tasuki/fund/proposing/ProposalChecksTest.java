package tasuki.fund.proposing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tasuki.calendar.FiscalYear;
import tasuki.directory.OrganizationKind;
import tasuki.fund.Branch;
import tasuki.programme.SeriesId;

/** What the system checks of a proposal before a person reads it. */
class ProposalChecksTest {

  private static final CallEntry CALL =
      new CallEntry(
          Branch.MEDICAL,
          new FiscalYear(2027),
          "募集",
          "趣旨",
          "考え方",
          null,
          new CallEntry.Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31)),
          new SeriesId(UUID.randomUUID()),
          List.of("II", "IV"),
          List.of(
              new Standard(7, "II", "人材育成研修", "1人", 100_000L),
              new Standard(9, "IV", "確保対策", null, null)));

  static final ProposalEntry WHOLE =
      new ProposalEntry(
          "訪問看護師育成事業",
          "II",
          "夜間に対応できる訪問看護師が足りない",
          "研修と同行訪問",
          "中央圏域",
          "架空病院",
          2027,
          2029,
          List.of(new ProposalEntry.Cost("研修", 7, 100_000, BigDecimal.TEN)),
          200_000,
          new ProposalEntry.Output("研修を受けた人", "人", BigDecimal.TEN),
          new ProposalEntry.Outcome(
              null, "夜間対応のステーション", "か所", BigDecimal.ONE, BigDecimal.TEN, 2029),
          "受けた人が夜間の当番に入る",
          null,
          true);

  private static List<ProposalChecks.Kind> missing(
      ProposalEntry entry, OrganizationKind proposer, boolean body, boolean similar) {
    return ProposalChecks.of(entry, CALL, proposer, body, similar).stream()
        .filter(one -> !one.met())
        .map(ProposalChecks.Result::kind)
        .toList();
  }

  @Test
  void a_complete_one_lacks_nothing() {
    assertThat(missing(WHOLE, OrganizationKind.HOSPITAL, true, false)).isEmpty();
    assertThat(WHOLE.yen()).isEqualTo(1_000_000);
    assertThat(WHOLE.fundYen()).isEqualTo(800_000);
  }

  @Test
  void an_empty_one_lacks_everything_but_a_price_that_is_too_high() {
    ProposalEntry empty =
        new ProposalEntry(
            "",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            0,
            new ProposalEntry.Output(null, null, null),
            new ProposalEntry.Outcome(null, null, null, null, null, null),
            null,
            null,
            false);
    assertThat(missing(empty, OrganizationKind.CLINIC, false, true))
        .containsExactlyInAnyOrder(
            ProposalChecks.Kind.ISSUE,
            ProposalChecks.Kind.CATEGORY,
            ProposalChecks.Kind.COSTS,
            ProposalChecks.Kind.OUTPUT,
            ProposalChecks.Kind.OUTCOME,
            ProposalChecks.Kind.PERIOD,
            ProposalChecks.Kind.IMPLEMENTER,
            ProposalChecks.Kind.SIMILAR,
            ProposalChecks.Kind.PAID_ELSEWHERE,
            ProposalChecks.Kind.BODY);
  }

  @Test
  void a_municipality_and_an_association_go_directly_and_an_institution_through_its_body() {
    assertThat(missing(WHOLE, OrganizationKind.MUNICIPALITY, false, false)).isEmpty();
    assertThat(missing(WHOLE, OrganizationKind.MEDICAL_ASSOCIATION, false, false)).isEmpty();
    assertThat(missing(WHOLE, OrganizationKind.HOSPITAL, false, false))
        .containsExactly(ProposalChecks.Kind.BODY);
  }

  @Test
  void something_similar_must_be_answered() {
    assertThat(missing(WHOLE, OrganizationKind.HOSPITAL, true, true))
        .containsExactly(ProposalChecks.Kind.SIMILAR);
  }

  @Test
  void a_price_above_the_standard_one_is_told_with_both() {
    ProposalEntry dear = costs(WHOLE, new ProposalEntry.Cost("研修", 7, 100_001, BigDecimal.TEN));
    ProposalChecks.Result told =
        ProposalChecks.of(dear, CALL, OrganizationKind.HOSPITAL, true, false).stream()
            .filter(one -> !one.met())
            .findFirst()
            .orElseThrow();
    assertThat(told.kind()).isEqualTo(ProposalChecks.Kind.UNIT_PRICE);
    assertThat(told.arguments()).contains(100_001L, 100_000L, "7 人材育成研修");
    assertThat(
            missing(
                costs(WHOLE, new ProposalEntry.Cost("確保", 9, 900_000_000, BigDecimal.ONE)),
                OrganizationKind.HOSPITAL,
                true,
                false))
        .isEmpty();
  }

  @Test
  void an_own_part_that_pays_everything_leaves_nothing_to_propose() {
    ProposalEntry paid = costs(WHOLE, new ProposalEntry.Cost("研修", 7, 20_000, BigDecimal.TEN));
    assertThat(missing(paid, OrganizationKind.HOSPITAL, true, false))
        .containsExactly(ProposalChecks.Kind.COSTS);
  }

  private static ProposalEntry costs(ProposalEntry entry, ProposalEntry.Cost cost) {
    return new ProposalEntry(
        entry.title(),
        entry.category(),
        entry.issue(),
        entry.content(),
        entry.area(),
        entry.implementer(),
        entry.firstYear(),
        entry.lastYear(),
        List.of(cost),
        entry.operatorYen(),
        entry.output(),
        entry.outcome(),
        entry.link(),
        entry.difference(),
        entry.paidByNothingElse());
  }
}
