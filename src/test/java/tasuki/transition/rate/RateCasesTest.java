package tasuki.transition.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.area.AreaKind;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Actor;
import tasuki.transition.FactHistory;

/** The nameless cases behind a number: page by page, and for whom. */
class RateCasesTest {

  private static final FactHistory HISTORY = new FactHistory(20261129L);
  private static final Actor OFFICER = Officer.of(OrganizationKind.PREFECTURE);

  @BeforeAll
  static void live() {
    for (int i = 0; i < 40; i++) {
      HISTORY.person(12);
    }
  }

  @Test
  void paging_through_the_cases_shows_each_once_and_the_newest_first() {
    RateQuery query =
        new RateQuery(
            Rate.INFORMATION,
            Standard.USUAL,
            AreaKind.TRANSITION_RULE_AREA,
            LocalDate.now(),
            RateQuery.Side.HOME,
            YearMonth.now().minusMonths(12),
            YearMonth.now(),
            RateQuery.Group.EVERYBODY,
            RateQuery.Where.ANYWHERE,
            null,
            HISTORY.office());
    List<String> all = new ArrayList<>();
    Rates.After after = null;
    while (true) {
      Rates.After from = after;
      List<Rates.Case> page =
          House.as(
              OFFICER,
              () -> House.bean(Rates.class).cases(query, Optional.empty(), null, null, from, 7));
      page.forEach(one -> all.add(one.admittedOn() + one.number()));
      if (page.size() < 7) {
        break;
      }
      after = new Rates.After(page.getLast().admittedOn(), page.getLast().number());
    }
    assertThat(all).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(all).hasSizeGreaterThan(30);
    List<String> ground =
        House.as(
                OFFICER,
                () ->
                    House.bean(Rates.class)
                        .cases(query, Optional.of(Set.of("nowhere")), null, null, null, 50))
            .stream()
            .map(Rates.Case::number)
            .toList();
    assertThat(ground).isEmpty();
  }

  @Test
  void a_side_counts_its_own_cases_and_a_stranger_none() {
    RateQuery query =
        new RateQuery(
            Rate.INFORMATION,
            Standard.USUAL,
            AreaKind.TRANSITION_RULE_AREA,
            LocalDate.now(),
            RateQuery.Side.HOME,
            YearMonth.now().minusMonths(12),
            YearMonth.now(),
            RateQuery.Group.EVERYBODY,
            RateQuery.Where.ANYWHERE,
            null,
            null);
    assertThat(sum(HISTORY.managerActor(), query)).isGreaterThan(30);
    assertThat(sum(Officer.caring(), query)).isZero();
    assertThat(sum(Actor.NOBODY, query)).isZero();
    RateQuery absent =
        new RateQuery(
            query.rate(),
            query.standard(),
            query.kind(),
            query.date(),
            query.side(),
            query.first(),
            query.last(),
            query.group(),
            query.where(),
            HISTORY.hospitals().get(1),
            null);
    assertThat(sum(OFFICER, absent)).isPositive();
  }

  private static long sum(Actor actor, RateQuery query) {
    return House.as(actor, () -> House.bean(Rates.class).total(query)).stream()
        .mapToLong(one -> one.tally().all())
        .sum();
  }
}
