package tasuki.fund.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.fund.Branch;
import tasuki.kernel.RefusedException;
import tasuki.programme.Edition;
import tasuki.programme.EditionId;
import tasuki.programme.Editions;
import tasuki.programme.ProgrammeYear;
import tasuki.programme.Programmes;
import tasuki.programme.Rollover;

/** What comes into the fund, what leaves it, and that no more leaves it than is there. */
class LedgerTest {

  private final Fund fund = new Fund();
  private final Ledger ledger = House.bean(Ledger.class);
  private final Pots pots = House.bean(Pots.class);
  private final Financings financings = House.bean(Financings.class);

  @Test
  void a_wrong_entry_is_cancelled_by_its_opposite_and_stays_to_be_read() {
    EntryId wrong = fund.store(2023, "II", 9_000_000);
    fund.store(2023, "II", 900_000);
    House.as(fund.compiler, () -> ledger.cancel(wrong, "桁の誤り"));
    assertThat(fund.pot(2023, "II").stored()).isEqualTo(900_000);
    assertThat(fund.pot(2023, "II").national()).isEqualTo(600_000);
    List<Entry> entries = House.as(fund.nurse, () -> pots.entries(Moves.of(Branch.MEDICAL)));
    assertThat(entries).hasSize(3);
    assertThat(entries.getFirst().reason()).isEqualTo("桁の誤り");
    assertThat(entries.getFirst().yen()).isEqualTo(-9_000_000);
    assertThat(entries.getLast().cancelled()).isTrue();
    assertThatThrownBy(() -> House.as(fund.compiler, () -> ledger.cancel(wrong, "もう一度")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("cancelled");
    assertThat(told("fund.entry")).anyMatch(one -> one.contains("null → 9000000"));
    assertThat(told("fund.entry-cancelled")).anyMatch(one -> one.contains("9000000 → 0"));
  }

  @Test
  void what_was_planned_goes_on_into_the_next_year_with_its_new_money_named_anew() {
    ProgrammeYear former = fund.programme(2026);
    ProgrammeYear other = fund.keeping.add(edition(former), 2, fund.keeping.nursing, false);
    fund.keeping.plan(former, 5_000_000);
    fund.store(2023, "II", 1_000_000);
    fund.finance(
        former,
        Financing.shared(Stage.PLANNED, Fund.year(2026), Fund.category("II"), 3_000_000, 400, 50),
        Fund.planned(2023, "II", 900_000),
        Fund.settled(2023, "II", 100_000));
    fund.finance(other, Fund.planned(2026, "II", 6_000));
    ProgrammeYear next = rolledOver(former, true);
    List<Financing> carried = House.as(fund.nurse, () -> financings.of(next.id()));
    assertThat(carried)
        .containsExactly(
            Fund.planned(2023, "II", 900_000),
            Financing.shared(
                Stage.PLANNED, Fund.year(2027), Fund.category("II"), 3_000_000, 400, 50));
    List<Financings.Change> changes =
        House.as(fund.nurse, () -> financings.changes(next.id(), 100));
    assertThat(changes).hasSize(6).allMatch(one -> one.before() == null);
    assertThat(changes.stream().mapToLong(one -> one.after() == null ? 0 : one.after()).sum())
        .isEqualTo(3_900_450);
    assertThat(House.as(fund.nurse, () -> financings.of(former.id()))).hasSize(3);
    assertThat(told("fund.financing-carried")).anyMatch(one -> one.contains("2027 (2)"));
    assertThat(fund.finance(next, Fund.planned(2023, "II", 900_000)))
        .as("it is changed like any other")
        .isEqualTo(4);
  }

  @Test
  void a_year_that_begins_without_budgets_begins_without_financing() {
    ProgrammeYear former = fund.programme(2026);
    fund.keeping.plan(former, 5_000_000);
    fund.finance(former, Fund.planned(2026, "II", 3_000_000));
    ProgrammeYear next = rolledOver(former, false);
    assertThat(House.as(fund.nurse, () -> financings.of(next.id()))).isEmpty();
  }

  private Edition edition(ProgrammeYear year) {
    return House.as(fund.compiler, () -> House.bean(Editions.class).get(year.edition()));
  }

  /** The programme's next year, into which it alone of its list goes on. */
  private ProgrammeYear rolledOver(ProgrammeYear former, boolean budgetToo) {
    Edition edition = edition(former);
    Rollover rollover = House.bean(Rollover.class);
    EditionId next =
        House.as(
            fund.compiler, () -> rollover.next(edition, "架空の翌年度", Set.of(former.id()), budgetToo));
    return House.as(fund.compiler, () -> House.bean(Programmes.class).of(next)).getFirst();
  }

  @Test
  void interest_of_old_money_counts_in_the_year_in_which_it_was_earned() {
    fund.store(2019, "IV", 1_000_000);
    fund.enter(EntryKind.INTEREST, 2019, "IV", 2025, 120);
    fund.enter(EntryKind.RETURNED, 2019, "IV", 2026, 500_120);
    List<YearMoves> years = House.as(fund.nurse, () -> pots.years(Branch.MEDICAL));
    assertThat(years)
        .containsExactly(
            new YearMoves(Fund.year(2019), 0, 1_000_000, 0, 0, 0),
            new YearMoves(Fund.year(2025), 1_000_000, 0, 120, 0, 0),
            new YearMoves(Fund.year(2026), 1_000_120, 0, 0, 0, 500_120));
    assertThat(years.getLast().closing()).isEqualTo(500_000);
    assertThat(House.as(fund.nurse, () -> pots.years(Branch.CARE))).isEmpty();
  }

  @Test
  void what_cannot_be_entered_is_refused_with_the_reason() {
    refused(EntryKind.STORED, 2020, "I-2", 2020, 1, "no-category-yet");
    refused(EntryKind.INTEREST, 2023, "II", 2022, 1, "before-vintage");
    refused(EntryKind.STORED, 2023, "II", 2023, 0, "nothing");
    fund.store(2023, "II", 100);
    refused(EntryKind.RETURNED, 2023, "II", 2024, 101, "overdrawn");
    refused(EntryKind.RETURNED, 2022, "II", 2024, 1, "overdrawn");
  }

  private void refused(EntryKind kind, int vintage, String code, int year, long yen, String why) {
    assertThatThrownBy(() -> fund.enter(kind, vintage, code, year, yen))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(why);
  }

  @Test
  void what_is_settled_is_drawn_and_more_than_is_left_is_refused_by_name() {
    fund.store(2023, "II", 1_000_000);
    ProgrammeYear first = fund.programme(2024);
    ProgrammeYear second = fund.programme(2024);
    fund.finance(first, Fund.settled(2023, "II", 700_000));
    assertThat(fund.pot(2023, "II").drawn()).isEqualTo(700_000);
    assertThatThrownBy(() -> fund.finance(second, Fund.settled(2023, "II", 300_001)))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.refused().arguments())
                    .contains(
                        Fund.year(2023).label(LocaleContextHolder.getLocale()),
                        Fund.category("II").words(LocaleContextHolder.getLocale()),
                        "300,000",
                        "300,001"));
    fund.finance(first, Fund.settled(2023, "II", 650_000));
    fund.finance(second, Fund.settled(2023, "II", 350_000));
    assertThat(fund.pot(2023, "II").left()).isZero();
    fund.finance(first);
    assertThat(fund.pot(2023, "II").left()).isEqualTo(650_000);
    EntryId all = entriesOf("II").getFirst().id();
    assertThatThrownBy(() -> House.as(fund.compiler, () -> ledger.cancel(all, "誤り")))
        .hasMessageContaining("overdrawn");
  }

  private List<Entry> entriesOf(String code) {
    Moves moves = new Moves(Branch.MEDICAL, Fund.category(code), null, null);
    return House.as(fund.nurse, () -> pots.entries(moves));
  }

  @Test
  void of_many_who_draw_at_once_nobody_gets_what_is_not_there() throws Exception {
    fund.store(2023, "IV", 1_000_000);
    List<ProgrammeYear> years = new ArrayList<>();
    for (int number = 0; number < 8; number++) {
      years.add(fund.programme(2024));
    }
    CountDownLatch start = new CountDownLatch(1);
    int drew = 0;
    try (ExecutorService sessions = Executors.newFixedThreadPool(years.size())) {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (ProgrammeYear year : years) {
        Callable<Boolean> draws =
            () -> {
              start.await();
              try {
                fund.finance(year, Fund.settled(2023, "IV", 300_000));
                return true;
              } catch (RefusedException refused) {
                assertThat(refused).hasMessageContaining("overdrawn");
                return false;
              }
            };
        answers.add(sessions.submit(draws));
      }
      start.countDown();
      for (Future<Boolean> answer : answers) {
        drew += answer.get() ? 1 : 0;
      }
    }
    assertThat(drew).isEqualTo(3);
    assertThat(fund.pot(2023, "IV").left()).isEqualTo(100_000);
  }

  @Test
  void the_database_itself_lets_no_more_leave_a_pot_than_is_there() {
    fund.store(2023, "VI", 1_000);
    ProgrammeYear year = fund.programme(2024);
    assertThatThrownBy(
            () ->
                TestDatabase.asOwner()
                    .sql(
                        """
                        insert into fund.financing (year, organization, stage, vintage, category,
                          national, prefecture, operators, other)
                        values (?, ?, 'SETTLED', 2023, 'VI', 1001, 0, 0, 0)
                        """)
                    .params(year.id().value(), fund.keeping.prefecture.value())
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("pot_is_never_overdrawn");
  }

  @Test
  void more_may_be_planned_than_is_left_and_is_told_until_it_is_settled() {
    fund.store(2023, "II", 1_000_000);
    ProgrammeYear year = fund.programme(2024);
    fund.finance(year, Fund.planned(2023, "II", 1_200_000));
    assertThat(fund.pot(2023, "II").planned()).isEqualTo(1_200_000);
    assertThat(fund.pot(2023, "II").missing()).isEqualTo(200_000);
    fund.finance(year, Fund.planned(2023, "II", 1_200_000), Fund.settled(2023, "II", 900_000));
    assertThat(fund.pot(2023, "II").planned()).as("settled, so nothing is awaited").isZero();
    assertThat(fund.pot(2023, "II").left()).isEqualTo(100_000);
    List<Draw> draws = House.as(fund.nurse, () -> pots.drawn(Moves.of(Branch.MEDICAL)));
    assertThat(draws).extracting(Draw::programme).containsExactly(year.id());
  }

  @Test
  void a_programme_draws_on_several_vintages_of_one_branch_and_on_no_later_one() {
    fund.store(2019, "IV", 500);
    fund.store(2024, "IV", 500);
    ProgrammeYear year = fund.programme(2024);
    assertThat(fund.finance(year, Fund.settled(2019, "IV", 400), Fund.settled(2024, "IV", 300)))
        .as("state and prefecture of two rows")
        .isEqualTo(4);
    assertThat(fund.pot(2019, "IV").left()).isEqualTo(100);
    assertThat(fund.pot(2024, "IV").left()).isEqualTo(200);
    assertThatThrownBy(() -> fund.finance(year, Fund.planned(2025, "IV", 1)))
        .hasMessageContaining("not-yet");
    assertThatThrownBy(
            () -> fund.finance(year, Fund.planned(2024, "IV", 1), Fund.planned(2024, "V", 1)))
        .hasMessageContaining("branch");
    assertThatThrownBy(
            () -> fund.finance(year, Fund.planned(2024, "IV", 1), Fund.planned(2024, "IV", 2)))
        .hasMessageContaining("twice");
    assertThat(House.as(fund.nurse, () -> financings.of(year.id()))).hasSize(2);
  }

  @Test
  void the_fund_is_shared_as_the_category_says_unless_it_is_said_otherwise() {
    Financing shared = Fund.planned(2024, "II", 549_000);
    assertThat(shared.national()).isEqualTo(366_000);
    assertThat(shared.prefecture()).isEqualTo(183_000);
    assertThat(shared.isSplitOtherwise()).isFalse();
    assertThat(shared.withNational(366_900).isSplitOtherwise()).as("thousand yen").isFalse();
    assertThat(shared.withNational(300_000).isSplitOtherwise()).isTrue();
    assertThat(Fund.planned(2024, "I-2", 549_000).prefecture()).isZero();
  }

  @Test
  void every_change_of_financing_is_kept_with_what_stood_before() {
    ProgrammeYear year = fund.programme(2024);
    fund.finance(year, Fund.planned(2024, "II", 3_000));
    fund.finance(year, Fund.planned(2024, "II", 6_000));
    List<Financings.Change> changes = House.as(fund.nurse, () -> financings.changes(year.id(), 10));
    assertThat(changes)
        .extracting(Financings.Change::part, Financings.Change::before, Financings.Change::after)
        .contains(
            org.assertj.core.groups.Tuple.tuple(FinancingPart.NATIONAL, 2_000L, 4_000L),
            org.assertj.core.groups.Tuple.tuple(FinancingPart.PREFECTURE, null, 1_000L));
    assertThat(told("fund.financing")).anyMatch(one -> one.contains("NATIONAL: 2000 → 4000"));
    assertThatThrownBy(
            () ->
                House.as(
                    fund.nurse,
                    () ->
                        financings.set(
                            year, List.of(), "00000000-0000-0000-0000-000000000000", null)))
        .hasMessageContaining("changed-meanwhile");
  }

  @Test
  void a_programme_that_the_fund_paid_for_stays_on_its_list() {
    ProgrammeYear year = fund.programme(2024);
    fund.finance(year, Fund.planned(2024, "II", 3_000));
    Programmes programmes = House.bean(Programmes.class);
    assertThatThrownBy(
            () ->
                House.as(
                    fund.nurse,
                    () -> {
                      programmes.leaveOut(year.id());
                      return true;
                    }))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("has-money");
  }

  private static List<String> told(String what) {
    List<@Nullable String> details =
        TestDatabase.asOwner()
            .sql("select detail from audit.entry where what = ? order by id desc limit 100")
            .param(what)
            .query(String.class)
            .list();
    return details.stream().map(one -> one == null ? "" : one).toList();
  }
}
