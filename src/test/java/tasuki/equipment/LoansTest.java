package tasuki.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.directory.OrganizationKind;
import tasuki.equipment.Lending.Staff;
import tasuki.identity.Duty;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;
import tasuki.sample.SampleClock;

class LoansTest {

  private static final int RUNNERS = 20;

  private static Loans loans() {
    return House.bean(Loans.class);
  }

  private static Things things() {
    return House.bean(Things.class);
  }

  @Test
  void of_twenty_who_book_one_thing_at_the_same_moment_one_gets_it_and_the_others_are_told()
      throws Exception {
    Staff association = Lending.association();
    ThingId thing = Lending.lent(association, Lending.thing());
    List<Staff> clinics = new ArrayList<>();
    for (int i = 0; i < RUNNERS; i++) {
      clinics.add(Lending.clinic());
    }
    CyclicBarrier start = new CyclicBarrier(RUNNERS);
    List<Callable<String>> runs = new ArrayList<>();
    for (int i = 0; i < RUNNERS; i++) {
      Staff clinic = clinics.get(i);
      // They overlap without being equal.
      Days days = Lending.days(3 + i % 3, 4);
      runs.add(
          () -> {
            start.await();
            try {
              Lending.booked(clinic, thing, days);
              return "booked";
            } catch (RefusedException refused) {
              return refused.refused().reason();
            }
          });
    }
    List<String> answers = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(RUNNERS)) {
      for (Future<String> run : pool.invokeAll(runs)) {
        answers.add(run.get());
      }
    }
    assertThat(answers).containsOnlyOnce("booked");
    assertThat(answers).filteredOn(answer -> !answer.equals("booked")).hasSize(RUNNERS - 1);
    assertThat(answers).containsOnly("booked", "equipment.refused.taken");
    assertThat(association.does(() -> loans().of(thing, Lending.days(0, 30)))).hasSize(1);
  }

  @Test
  void days_that_touch_but_do_not_overlap_are_two_loans() {
    ThingId thing = Lending.lent(Lending.association(), Lending.thing());
    Lending.booked(Lending.clinic(), thing, Lending.days(2, 2));
    Lending.booked(Lending.clinic(), thing, Lending.days(4, 2));
    assertThatThrownBy(() -> Lending.booked(Lending.clinic(), thing, Lending.days(3, 1)))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refused().reason()).isEqualTo("equipment.refused.taken"));
  }

  @Test
  void even_past_the_program_the_database_lets_nobody_book_twice() {
    Staff clinic = Lending.clinic();
    ThingId thing = Lending.lent(Lending.association(), Lending.thing());
    Lending.booked(clinic, thing, Lending.days(2, 2));
    assertThatThrownBy(
            () ->
                House.as(
                    clinic.actor(),
                    () ->
                        House.bean(JdbcClient.class)
                            .sql(
                                "insert into equipment.taken (id, thing, days) values (?, ?,"
                                    + " ?::daterange)")
                            .params(UUID.randomUUID(), thing.value(), Lending.days(3, 1).range())
                            .update()))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("exclusion");
  }

  @Test
  void the_same_form_sent_twice_books_once() {
    Staff clinic = Lending.clinic();
    ThingId thing = Lending.lent(Lending.association(), Lending.thing());
    UUID key = UUID.randomUUID();
    LoanId first = clinic.does(() -> loans().book(thing, Lending.days(2, 2), "試験", key));
    LoanId again = clinic.does(() -> loans().book(thing, Lending.days(2, 2), "試験", key));
    assertThat(again).isEqualTo(first);
  }

  @Test
  void only_whom_the_owner_lends_to_books() {
    Staff association = Lending.association();
    var area =
        House.as(
            Actor.NOBODY,
            () ->
                House.bean(Areas.class)
                    .around("99101", AreaKind.MEDICAL_ASSOCIATION_DISTRICT, Lending.today())
                    .getFirst()
                    .id());
    ThingId thing =
        Lending.lent(association, Lending.thing(EnumSet.of(OrganizationKind.CLINIC), area, null));
    Days days = Lending.days(1, 1);
    refused(Lending.staff(OrganizationKind.PHARMACY, "99101", Duty.CARE), thing, days, "kind");
    refused(Lending.staff(OrganizationKind.CLINIC, "99303", Duty.CARE), thing, days, "area");
    refused(Lending.staff(OrganizationKind.CLINIC, null, Duty.CARE), thing, days, "area");
    assertThat(Lending.booked(Lending.clinic(), thing, days)).isNotNull();
    // The owner needs no permission of its own.
    assertThat(Lending.booked(association, thing, Lending.days(3, 1))).isNotNull();
  }

  @Test
  void a_loan_is_no_longer_than_the_owner_allows_and_ends_before_the_inspection() {
    LocalDate inspection = Lending.today().plusDays(5);
    ThingId thing =
        Lending.lent(
            Lending.association(),
            Lending.thing(EnumSet.noneOf(OrganizationKind.class), null, inspection));
    Staff clinic = Lending.clinic();
    refused(clinic, thing, Lending.days(-1, 1), "past");
    refused(clinic, thing, Lending.days(1, 15), "long");
    refused(clinic, thing, Lending.days(364, 5), "far");
    refused(clinic, thing, Lending.days(4, 3), "inspection");
    assertThat(Lending.booked(clinic, thing, Lending.days(4, 2))).isNotNull();
  }

  private static void refused(Staff staff, ThingId thing, Days days, String why) {
    assertThatThrownBy(() -> Lending.booked(staff, thing, days))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.refused().reason()).isEqualTo("equipment.refused." + why));
  }

  @Test
  void a_loan_is_known_to_its_two_sides_and_others_see_only_that_the_days_are_taken() {
    Staff association = Lending.association();
    Staff clinic = Lending.clinic();
    Staff stranger = Lending.clinic();
    ThingId thing = Lending.lent(association, Lending.thing());
    LoanId loan = Lending.booked(clinic, thing, Lending.days(2, 3));
    assertThat(association.does(() -> loans().get(loan)).purpose()).isEqualTo("試験");
    assertThat(clinic.does(() -> loans().get(loan)).purpose()).isEqualTo("試験");
    assertThatThrownBy(() -> stranger.does(() -> loans().get(loan)))
        .isInstanceOf(AbsentException.class);
    assertThat(stranger.does(() -> things().taken(List.of(thing), Lending.days(0, 30))).get(thing))
        .extracting(Taken::days)
        .containsExactly(Lending.days(2, 3));
    assertThat(rows(stranger.actor(), "select count(*) from equipment.step", thing)).isZero();
    assertThat(rows(clinic.actor(), "select count(*) from equipment.step", thing)).isEqualTo(1);
    assertThat(rows(association.actor(), "select count(*) from equipment.step", thing))
        .isEqualTo(2);
    assertThatThrownBy(
            () -> rows(stranger.actor(), "select count(holder) from equipment.taken", thing))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void the_family_and_whoever_has_not_signed_in_see_nothing_of_it() {
    ThingId thing = Lending.lent(Lending.association(), Lending.thing());
    Staff clinic = Lending.clinic();
    Actor portal =
        new Actor.Member(
            clinic.account().value(), clinic.organization().value(), Actor.Sight.PORTAL);
    assertThat(rows(clinic.actor(), "select count(*) from equipment.taken", thing)).isZero();
    assertThat(House.as(portal, () -> things().search(ThingSearch.ALL, 10))).isEmpty();
    assertThat(House.as(Actor.NOBODY, () -> things().search(ThingSearch.ALL, 10))).isEmpty();
    assertThat(clinic.does(() -> things().search(ThingSearch.ALL, 10))).isNotEmpty();
  }

  private static int rows(Actor actor, String count, ThingId thing) {
    return House.<Integer>as(
        actor,
        () ->
            House.bean(JdbcClient.class)
                .sql(count + " where thing = ?")
                .param(thing.value())
                .query(Integer.class)
                .single());
  }

  @Test
  void what_comes_back_early_is_free_again_from_the_next_day() {
    Staff association = Lending.association();
    Staff clinic = Lending.clinic();
    ThingId thing = Lending.lent(association, Lending.thing());
    LoanId loan = Lending.booked(clinic, thing, Lending.days(0, 7));
    association.does(() -> loans().handOut(loan, Condition.GOOD, null));
    association.does(() -> loans().takeBack(loan, Condition.INCOMPLETE, "ケースなし"));
    assertThat(Lending.booked(Lending.clinic(), thing, Lending.days(1, 2))).isNotNull();
    assertThat(association.does(() -> loans().history(loan)))
        .extracting(Steps.Step::kind)
        .containsExactly(StepKind.BOOKED, StepKind.HANDED_OUT, StepKind.RETURNED);
  }

  @Test
  void nothing_changes_hands_outside_its_days_twice_or_by_the_borrower() {
    Staff association = Lending.association();
    Staff clinic = Lending.clinic();
    ThingId thing = Lending.lent(association, Lending.thing());
    LoanId later = Lending.booked(clinic, thing, Lending.days(2, 2));
    LoanId now = Lending.booked(clinic, thing, Lending.days(0, 2));
    fails(association, () -> loans().handOut(later, Condition.GOOD, null), "not-its-days");
    fails(association, () -> loans().takeBack(now, Condition.GOOD, null), "state.BOOKED");
    assertThatThrownBy(() -> clinic.does(() -> loans().handOut(now, Condition.GOOD, null)))
        .isInstanceOf(AbsentException.class);
    association.does(() -> loans().handOut(now, Condition.GOOD, null));
    fails(association, () -> loans().handOut(now, Condition.GOOD, null), "state.OUT");
    fails(clinic, () -> loans().cancel(now, "都合"), "state.OUT");
    clinic.does(() -> loans().cancel(later, "都合"));
    fails(clinic, () -> loans().cancel(later, "都合"), "state.CANCELLED");
    assertThat(Lending.told(association, EquipmentNoticeKinds.CANCELLED, later.value()))
        .isEqualTo(1);
  }

  private static void fails(Staff staff, Runnable work, String why) {
    assertThatThrownBy(() -> staff.does(work))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.refused().reason()).isEqualTo("equipment.refused." + why));
  }

  @Test
  void a_late_return_is_told_to_both_sides_once_a_step_however_often_the_bell_goes_round() {
    Staff association = Lending.association();
    Staff clinic = Lending.clinic();
    ThingId thing = Lending.lent(association, Lending.thing());
    LoanId loan = Lending.booked(clinic, thing, Lending.days(0, 3));
    association.does(() -> loans().handOut(loan, Condition.GOOD, null));
    ringOn(1);
    ringOn(1);
    assertThat(Lending.told(clinic, EquipmentNoticeKinds.DUE, loan.value())).isEqualTo(1);
    assertThat(Lending.told(clinic, EquipmentNoticeKinds.OVERDUE, loan.value())).isZero();
    ringOn(3);
    ringOn(4);
    assertThat(Lending.told(clinic, EquipmentNoticeKinds.OVERDUE, loan.value())).isEqualTo(1);
    assertThat(Lending.told(association, EquipmentNoticeKinds.OVERDUE, loan.value())).isEqualTo(1);
    ringOn(10);
    ringOn(11);
    assertThat(Lending.told(clinic, EquipmentNoticeKinds.OVERDUE, loan.value())).isEqualTo(2);
    assertThat(Lending.told(association, EquipmentNoticeKinds.OVERDUE, loan.value())).isEqualTo(2);
  }

  private static void ringOn(int daysAhead) {
    Instant then = Instant.now().plus(Duration.ofDays(daysAhead));
    House.bean(SampleClock.class).at(then, () -> House.bean(LoanBell.class).ring());
  }

  @Test
  void a_repair_waits_for_the_bookings_or_takes_their_place_and_says_so() {
    Staff association = Lending.association();
    Staff clinic = Lending.clinic();
    ThingId thing = Lending.lent(association, Lending.thing());
    LoanId loan = Lending.booked(clinic, thing, Lending.days(3, 2));
    Blocks blocks = House.bean(Blocks.class);
    fails(
        association,
        () -> blocks.block(thing, Lending.days(2, 5), BlockReason.REPAIR, null, false),
        "booked-meanwhile");
    association.does(
        () -> blocks.block(thing, Lending.days(2, 5), BlockReason.REPAIR, "電源の修理", true));
    assertThat(clinic.does(() -> loans().get(loan)).state()).isEqualTo(LoanState.CANCELLED);
    assertThat(Lending.told(clinic, EquipmentNoticeKinds.CANCELLED, loan.value())).isEqualTo(1);
    refused(clinic, thing, Lending.days(4, 1), "taken");
    UUID block = association.does(() -> blocks.current(thing)).getFirst().id();
    assertThatThrownBy(() -> clinic.does(() -> blocks.end(thing, block)))
        .isInstanceOf(AbsentException.class);
    association.does(() -> blocks.end(thing, block));
    assertThat(Lending.booked(clinic, thing, Lending.days(4, 1))).isNotNull();
  }

  @Test
  void a_thing_that_is_booked_is_not_retired_and_a_retired_one_is_not_booked() {
    Staff association = Lending.association();
    Staff clinic = Lending.clinic();
    ThingId thing = Lending.lent(association, Lending.thing());
    LoanId loan = Lending.booked(clinic, thing, Lending.days(3, 2));
    fails(association, () -> things().retire(thing), "still-lent");
    association.does(() -> loans().cancel(loan, "終了"));
    association.does(() -> things().retire(thing));
    refused(clinic, thing, Lending.days(1, 1), "retired");
  }

  @Test
  void a_clinic_registers_nothing_and_nobody_changes_another_ones_thing() {
    fails(Lending.clinic(), () -> things().add(Lending.thing()), "no-lender");
    Staff association = Lending.association();
    NewThing entry = Lending.thing();
    ThingId thing = Lending.lent(association, entry);
    fails(association, () -> things().add(entry), "number");
    Staff other = Lending.association();
    assertThatThrownBy(() -> other.does(() -> things().change(thing, entry, 0)))
        .isInstanceOf(AbsentException.class);
    int changed =
        House.<Integer>as(
            other.actor(),
            () ->
                House.bean(JdbcClient.class)
                    .sql("update equipment.thing set name = 'X' where id = ?")
                    .param(thing.value())
                    .update());
    assertThat(changed).isZero();
  }

  @Test
  void a_free_search_finds_what_is_free_throughout() {
    Staff association = Lending.association();
    ThingId thing = Lending.lent(association, Lending.thing());
    Lending.booked(Lending.clinic(), thing, Lending.days(5, 2));
    assertThat(found(association, Lending.days(1, 4))).contains(thing);
    assertThat(found(association, Lending.days(1, 5))).doesNotContain(thing);
  }

  private static List<ThingId> found(Staff staff, Days free) {
    ThingSearch wanted =
        new ThingSearch(
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            java.util.Optional.of(staff.organization()),
            java.util.Optional.of(free),
            null);
    return Acting.as(
        staff.actor(), () -> things().search(wanted, 50).stream().map(Thing::id).toList());
  }
}
