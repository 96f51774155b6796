package tasuki.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;

/** Who sees and changes what, what becomes of money, and the step into the next year. */
class ProgrammesTest {

  private static final Keeping KEEPING = new Keeping();

  private final Programmes programmes = House.bean(Programmes.class);
  private final Amounts amounts = House.bean(Amounts.class);
  private final Editions editions = House.bean(Editions.class);

  @Test
  void a_division_changes_its_own_programmes_and_no_others() {
    Edition edition = KEEPING.list(2026, false);
    ProgrammeYear own = KEEPING.add(edition, 1, KEEPING.nursing, false);
    ProgrammeYear other = KEEPING.add(edition, 2, KEEPING.compiling, false);
    YearEntry entry = KEEPING.entry(edition, 1, KEEPING.nursing, true, List.of());
    House.as(KEEPING.nurse, () -> change(own, entry));
    assertThat(seen(KEEPING.nurse, own).entry().placements()).hasSize(2);
    assertThat(House.as(KEEPING.nurse, () -> programmes.mayChange(other.id()))).isFalse();
    assertThatThrownBy(() -> House.as(KEEPING.nurse, () -> change(other, other.entry())))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(
            () ->
                House.as(
                    KEEPING.nurse,
                    () -> amounts.set(other, List.of(Keeping.planned(other, 1)), null)))
        .isInstanceOf(RefusedException.class);
    assertThat(seen(KEEPING.nurse, other).entry().name()).as("reading is free").isNotEmpty();
  }

  private boolean change(ProgrammeYear year, YearEntry entry) {
    programmes.change(year.id(), entry, year.version());
    return true;
  }

  @Test
  void nobody_loses_what_somebody_else_saved_meanwhile() {
    Edition edition = KEEPING.list(2026, false);
    ProgrammeYear year = KEEPING.add(edition, 1, KEEPING.nursing, false);
    YearEntry entry = KEEPING.entry(edition, 1, KEEPING.nursing, false, List.of());
    House.as(KEEPING.nurse, () -> change(year, entry));
    assertThatThrownBy(() -> House.as(KEEPING.compiler, () -> change(year, entry)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("changed-meanwhile");
  }

  @Test
  void a_municipality_sees_what_it_carries_out_and_what_is_published_and_nothing_else() {
    OrganizationId city = Keeping.organization(OrganizationKind.MUNICIPALITY, "架空市");
    Actor.Member officer = Keeping.officer(city, null);
    Edition edition = KEEPING.list(2026, false);
    String name = House.bean(Organizations.class).get(city).name();
    YearEntry entry =
        KEEPING.entry(edition, 1, KEEPING.nursing, false, List.of(new Operator(name, city)));
    ProgrammeYear own = House.as(KEEPING.compiler, () -> programmes.add(edition, entry));
    ProgrammeYear other = KEEPING.add(edition, 2, KEEPING.nursing, false);
    KEEPING.plan(own, 5_000);
    assertThat(seen(officer, own).money().planned()).isEqualTo(5_000);
    assertThatThrownBy(() -> seen(officer, other)).isInstanceOf(AbsentException.class);
    assertThat(House.as(officer, () -> programmes.of(edition.id()))).hasSize(1);
    assertThat(House.as(officer, () -> amounts.of(own.id()))).as("single amounts").isEmpty();
    assertThat(House.as(officer, () -> programmes.mayChange(own.id()))).isFalse();
    assertThatThrownBy(() -> seen(Actor.NOBODY, own)).isInstanceOf(AbsentException.class);
    House.as(
        KEEPING.compiler,
        () -> {
          editions.publish(edition.id(), true);
          return true;
        });
    assertThat(seen(officer, other).entry().number()).isEqualTo(2);
    assertThat(seen(Actor.NOBODY, own).money().planned()).isEqualTo(5_000);
    assertThat(House.as(Actor.NOBODY, () -> amounts.changes(own.id(), 10))).isEmpty();
  }

  @Test
  void every_change_of_money_is_kept_with_what_stood_before() {
    ProgrammeYear year = KEEPING.add(KEEPING.list(2026, false), 1, KEEPING.nursing, false);
    KEEPING.plan(year, 549_000);
    House.as(
        KEEPING.nurse,
        () ->
            amounts.set(
                year,
                List.of(Keeping.planned(year, 600_000), Keeping.settled(year, 2, 150_000)),
                "6月補正の前の修正"));
    Money money = seen(KEEPING.nurse, year).money();
    assertThat(money.planned()).isEqualTo(600_000);
    assertThat(money.settled()).isEqualTo(150_000);
    assertThat(money.execution())
        .hasValueSatisfying(share -> assertThat(share).isEqualByComparingTo("0.25"));
    List<Amounts.Change> changes = House.as(KEEPING.nurse, () -> amounts.changes(year.id(), 10));
    assertThat(changes)
        .extracting(Amounts.Change::before, Amounts.Change::after, Amounts.Change::reason)
        .contains(
            org.assertj.core.groups.Tuple.tuple(549_000L, 600_000L, "6月補正の前の修正"),
            org.assertj.core.groups.Tuple.tuple(null, 549_000L, null));
    List<@Nullable String> told =
        TestDatabase.asOwner()
            .sql("select detail from audit.entry where what = 'programme.amount' and subject = ?")
            .param(year.id().value())
            .query(String.class)
            .list();
    assertThat(told).anyMatch(one -> one != null && one.contains("549000 → 600000"));
  }

  @Test
  void a_programme_put_here_by_mistake_goes_again_but_one_that_had_money_stays() {
    Edition edition = KEEPING.list(2026, false);
    ProgrammeYear mistake = KEEPING.add(edition, 1, KEEPING.nursing, true);
    ProgrammeYear paid = KEEPING.add(edition, 2, KEEPING.nursing, false);
    KEEPING.plan(paid, 1_000);
    House.as(
        KEEPING.nurse,
        () ->
            amounts.set(
                paid,
                List.of(
                    new Amounts.Amount(
                        AmountKind.PLANNED, "", paid.fiscalYear().months().getFirst(), null)),
                null));
    House.as(KEEPING.nurse, () -> leaveOut(mistake));
    assertThatThrownBy(() -> House.as(KEEPING.nurse, () -> leaveOut(paid)))
        .hasMessageContaining("has-money");
    assertThat(House.as(KEEPING.nurse, () -> programmes.of(edition.id())))
        .extracting(ProgrammeYear::id)
        .containsExactly(paid.id());
  }

  private boolean leaveOut(ProgrammeYear year) {
    programmes.leaveOut(year.id());
    return true;
  }

  @Test
  void an_amount_that_cannot_be_changes_nothing() {
    ProgrammeYear year = KEEPING.add(KEEPING.list(2026, false), 1, KEEPING.nursing, false);
    assertThatThrownBy(() -> KEEPING.plan(year, -1)).hasMessageContaining("negative");
    assertThatThrownBy(
            () ->
                House.as(
                    KEEPING.compiler,
                    () ->
                        amounts.set(
                            year,
                            List.of(
                                Keeping.planned(year, 9),
                                new Amounts.Amount(
                                    AmountKind.SETTLED,
                                    "",
                                    year.fiscalYear().months().getFirst().minusMonths(1),
                                    1L)),
                            null)))
        .hasMessageContaining("month");
    assertThat(seen(KEEPING.nurse, year).money()).isEqualTo(Money.NONE);
  }

  @Test
  void five_hundred_programmes_go_into_the_next_year_in_less_than_two_seconds() {
    Edition edition = KEEPING.list(2026, true);
    List<ProgrammeYear> years = new ArrayList<>();
    for (int number = 1; number <= 500; number++) {
      years.add(KEEPING.add(edition, number, KEEPING.nursing, number % 5 == 0));
    }
    KEEPING.plan(years.getFirst(), 12_000);
    Set<YearId> on = years.stream().limit(499).map(ProgrammeYear::id).collect(Collectors.toSet());
    long start = System.nanoTime();
    EditionId next =
        House.as(
            KEEPING.compiler, () -> House.bean(Rollover.class).next(edition, "令和9年度架空", on, true));
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("Rollover of 499 programmes: %.2f s%n", seconds);
    assertThat(seconds).isLessThan(2);
    List<ProgrammeYear> there = House.as(KEEPING.nurse, () -> programmes.of(next));
    assertThat(there).hasSize(499);
    assertThat(there.getFirst().entry().standing()).isEqualTo(Standing.CONTINUED);
    assertThat(there.getFirst().money().planned()).isEqualTo(12_000);
    assertThat(there.getFirst().programme()).isEqualTo(years.getFirst().programme());
    Report report =
        Report.of(
            House.as(KEEPING.nurse, () -> editions.get(next)),
            House.as(KEEPING.nurse, () -> editions.headings(next)),
            there);
    assertThat(report.reposted().rows()).isEqualTo(99);
    assertThat(House.as(KEEPING.nurse, () -> amounts.changes(there.getFirst().id(), 5))).hasSize(1);
    assertThatThrownBy(
            () ->
                House.as(
                    KEEPING.compiler,
                    () -> House.bean(Rollover.class).next(edition, "もう一度", on, false)))
        .hasMessageContaining("year-stands");
  }

  @Test
  void no_programme_becomes_a_part_of_its_own_part() {
    Edition edition = KEEPING.list(2026, false);
    ProgrammeYear whole = KEEPING.add(edition, 1, KEEPING.nursing, false);
    ProgrammeYear part = KEEPING.add(edition, 2, KEEPING.nursing, false);
    House.as(KEEPING.nurse, () -> under(part, whole));
    assertThatThrownBy(() -> House.as(KEEPING.nurse, () -> under(whole, part)))
        .hasMessageContaining("circle");
    assertThat(House.as(KEEPING.nurse, () -> programmes.parts(whole.programme())))
        .extracting(ProgrammeYear::id)
        .containsExactly(part.id());
  }

  private boolean under(ProgrammeYear part, ProgrammeYear whole) {
    programmes.under(part.programme(), whole.programme());
    return true;
  }

  @Test
  void sums_kept_by_the_database_are_the_sums_of_the_amounts() {
    ProgrammeYear year = KEEPING.add(KEEPING.list(2026, false), 1, KEEPING.nursing, false);
    java.util.Random random = new java.util.Random(7);
    for (int turn = 0; turn < 60; turn++) {
      AmountKind kind = AmountKind.values()[random.nextInt(AmountKind.values().length)];
      int month = AmountKind.MONTHLY.contains(kind) ? random.nextInt(14) : 0;
      Long yen = random.nextInt(4) == 0 ? null : Long.valueOf(random.nextInt(1_000_000));
      Amounts.Amount amount =
          new Amounts.Amount(
              kind,
              random.nextBoolean() ? "" : "①",
              Amounts.months(year.fiscalYear()).get(month),
              yen);
      House.as(KEEPING.nurse, () -> amounts.set(year, List.of(amount), null));
    }
    List<Amounts.Amount> all = House.as(KEEPING.nurse, () -> amounts.of(year.id()));
    Money money = seen(KEEPING.nurse, year).money();
    assertThat(money.planned()).isEqualTo(sum(all, AmountKind.PLANNED));
    assertThat(money.committed()).isEqualTo(sum(all, AmountKind.COMMITTED));
    assertThat(money.settled()).isEqualTo(sum(all, AmountKind.SETTLED));
    assertThat(money.available())
        .isEqualTo(
            sum(all, AmountKind.PLANNED)
                + sum(all, AmountKind.SUPPLEMENTARY)
                + sum(all, AmountKind.CARRIED_IN)
                - sum(all, AmountKind.CARRIED_OUT)
                + sum(all, AmountKind.TRANSFERRED));
  }

  private static long sum(List<Amounts.Amount> all, AmountKind kind) {
    return all.stream()
        .filter(one -> one.kind() == kind)
        .mapToLong(one -> one.yen() == null ? 0 : one.yen())
        .sum();
  }

  private ProgrammeYear seen(Actor actor, ProgrammeYear year) {
    return House.as(actor, () -> programmes.get(year.id()));
  }
}
