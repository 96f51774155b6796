package tasuki.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;
import tasuki.offer.Practice.Staff;

/** What organisations say they can do: who says it, who reads it, and what became of it. */
class OffersTest {

  private final Staff doctor = Practice.staff(OrganizationKind.CLINIC);
  private final Staff nurse = Practice.staff(OrganizationKind.VISITING_NURSE_STATION);
  private final Staff coordinator = Practice.coordinator();

  private static Offers offers() {
    return House.bean(Offers.class);
  }

  private static NewOffer now(Actor actor, OrganizationId organization) {
    return House.as(actor, () -> offers().of(organization).orElseThrow().content());
  }

  private static void refused(Runnable work, String reason) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refused().reason()).isEqualTo("offer.refused." + reason));
  }

  @Test
  void a_clinic_says_what_it_can_do_and_every_colleague_of_the_area_reads_it() {
    NewOffer said = Practice.inner(Practice.offer("gastrostomy", "nurse-act-08-1"), "午前の電話で");
    doctor.says(said, 0);
    assertThat(now(nurse.actor(), doctor.organization())).isEqualTo(said);
    assertThat(now(new Actor.Job("search"), doctor.organization())).isEqualTo(said);
  }

  @Test
  void the_public_and_families_read_the_public_part_of_what_holds_now_and_nothing_else() {
    doctor.says(Practice.inner(Practice.offer("gastrostomy", "nurse-act-08-1"), "内輪の条件"), 0);
    doctor.says(Practice.inner(Practice.offer("oxygen", "nurse-act-08-1"), "内輪の条件"), 1);
    doctor.saysRoom("home-visit", 2);
    OrganizationId clinic = doctor.organization();
    for (Actor reader : List.of(Actor.NOBODY, Practice.family().actor())) {
      NewOffer read = now(reader, clinic);
      assertThat(read.capabilities()).containsExactly("oxygen");
      assertThat(read.note()).isNull();
      assertThat(read.ownPatients()).isFalse();
      assertThat(House.as(reader, () -> offers().room(clinic))).isEmpty();
      assertThat(Practice.count(reader, "offer.entry", clinic)).isEqualTo(1);
      assertThat(Practice.count(reader, "offer.inside", clinic)).isZero();
      assertThat(Practice.count(reader, "offer.room", clinic)).isZero();
    }
    assertThat(Practice.count(nurse.actor(), "offer.entry", clinic)).isEqualTo(2);
    assertThat(Practice.count(nurse.actor(), "offer.inside", clinic)).isEqualTo(2);
    assertThat(Practice.count(nurse.actor(), "offer.room", clinic)).isEqualTo(1);
  }

  @Test
  void somebody_who_only_gave_a_login_name_reads_no_more_than_the_public() {
    doctor.says(Practice.inner(Practice.offer("gastrostomy"), "内輪の条件"), 0);
    Actor arriving = new Actor.Arriving(nurse.account().value());
    assertThat(now(arriving, doctor.organization()).note()).isNull();
  }

  @Test
  void nobody_else_says_what_a_clinic_offers_whatever_page_or_program_calls() {
    doctor.says(Practice.offer("gastrostomy"), 0);
    OrganizationId clinic = doctor.organization();
    Staff auditor = Practice.staff(clinic, Duty.AUDITOR);
    Staff healthCentre = Practice.officer(OrganizationKind.PUBLIC_HEALTH_CENTRE);
    for (Staff stranger : List.of(nurse, auditor, healthCentre)) {
      refused(() -> stranger.says(clinic, Practice.offer("oxygen"), 1, "理由"), "not-keeper");
      refused(() -> stranger.saysRoom(clinic, "home-visit", 1, "理由"), "not-keeper");
    }
    assertThat(now(nurse.actor(), clinic).capabilities()).containsExactly("gastrostomy");
  }

  @Test
  void the_database_itself_lets_only_the_own_staff_coordinators_and_the_prefecture_write() {
    doctor.says(Practice.offer("gastrostomy"), 0);
    OrganizationId clinic = doctor.organization();
    Staff auditor = Practice.staff(clinic, Duty.AUDITOR);
    List<Actor> strangers =
        List.of(
            nurse.actor(),
            auditor.actor(),
            Practice.officer(OrganizationKind.MUNICIPALITY).actor(),
            Practice.family().actor(),
            new Actor.Machine(UUID.randomUUID(), clinic.value()),
            Actor.NOBODY);
    for (Actor stranger : strangers) {
      assertThatThrownBy(() -> insertRoom(stranger, clinic))
          .as("%s", stranger)
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("row-level security");
      assertThat(replace(stranger, clinic)).as("%s", stranger).isZero();
    }
    Staff administrator = Practice.staff(clinic, Duty.ADMINISTRATOR);
    Staff prefecture = Practice.officer(OrganizationKind.PREFECTURE);
    for (Staff keeper : List.of(doctor, administrator, coordinator, prefecture)) {
      assertThat(insertRoom(keeper.actor(), clinic)).isEqualTo(1);
      House.as(
          keeper.actor(),
          () ->
              House.bean(JdbcClient.class)
                  .sql("update offer.room set replaced_at = now() where organization = ?")
                  .param(clinic.value())
                  .update());
    }
    assertThat(replace(prefecture.actor(), clinic)).isEqualTo(1);
  }

  private static int insertRoom(Actor actor, OrganizationId organization) {
    return House.as(
        actor,
        () ->
            House.bean(JdbcClient.class)
                .sql(
                    """
                    insert into offer.room (id, organization, help, places, said_at, reason)
                    values (gen_random_uuid(), ?, 'home-visit', 1, now(), '試験')
                    """)
                .param(organization.value())
                .update());
  }

  private static int replace(Actor actor, OrganizationId organization) {
    return House.as(
        actor,
        () ->
            House.bean(JdbcClient.class)
                .sql("update offer.entry set replaced_at = now() where organization = ?")
                .param(organization.value())
                .update());
  }

  @Test
  void a_coordinator_corrects_with_a_reason_and_the_clinic_is_told() {
    doctor.says(Practice.offer("gastrostomy"), 0);
    OrganizationId clinic = doctor.organization();
    refused(() -> coordinator.says(clinic, Practice.offer("oxygen"), 1, null), "no-reason");
    refused(() -> coordinator.says(clinic, Practice.offer("oxygen"), 1, "  "), "no-reason");
    refused(() -> coordinator.saysRoom(clinic, "home-visit", 1, null), "no-reason");
    assertThat(doctor.told()).isEmpty();
    coordinator.says(clinic, Practice.offer("oxygen"), 1, "連絡会で聞きました");
    assertThat(doctor.told()).containsExactly("offer.notice.corrected");
    OfferVersion newest = doctor.does(() -> offers().history(clinic, 10)).getFirst();
    assertThat(newest.corrected()).isTrue();
    assertThat(newest.reason()).isEqualTo("連絡会で聞きました");
    assertThat(newest.by()).contains(coordinator.login());
    coordinator.saysRoom(clinic, "home-visit", 1, "電話で聞きました");
    assertThat(doctor.told()).hasSize(2);
    RoomLeft room = doctor.does(() -> offers().room(clinic)).getFirst();
    assertThat(room.reason()).isEqualTo("電話で聞きました");
    assertThat(room.saidFor()).isEqualTo(coordinator.organization());
  }

  @Test
  void an_officer_of_the_prefecture_may_correct_too() {
    Staff officer = Practice.officer(OrganizationKind.PREFECTURE);
    officer.says(doctor.organization(), Practice.offer("oxygen"), 0, "届出により");
    assertThat(now(nurse.actor(), doctor.organization()).capabilities()).containsExactly("oxygen");
  }

  @Test
  void the_own_entry_needs_no_reason_and_tells_nobody() {
    doctor.says(Practice.offer("gastrostomy"), 0);
    doctor.saysRoom("home-visit", 3);
    assertThat(doctor.told()).isEmpty();
  }

  @Test
  void every_version_stays_and_an_older_one_can_be_put_back() {
    OrganizationId clinic = doctor.organization();
    NewOffer first = Practice.inner(Practice.offer("gastrostomy", "nurse-act-03-1"), "はじめの条件");
    UUID one = doctor.says(first, 0);
    doctor.says(Practice.offer("oxygen"), 1);
    doctor.does(() -> House.bean(OfferKeeping.class).putBack(clinic, one, 2, null));
    assertThat(now(nurse.actor(), clinic)).isEqualTo(first);
    List<OfferVersion> history = nurse.does(() -> offers().history(clinic, 10));
    assertThat(history).extracting(version -> version.offer().number()).containsExactly(3, 2, 1);
    assertThat(history.getFirst().putBack()).isEqualTo(1);
    assertThat(history.get(1).offer().content().capabilities()).containsExactly("oxygen");
    assertThat(history.get(2).offer().content()).isEqualTo(first);
  }

  @Test
  void the_version_of_another_organisation_cannot_be_put_back() {
    UUID foreign = nurse.says(Practice.offer("oxygen"), 0);
    doctor.says(Practice.offer("gastrostomy"), 0);
    assertThatThrownBy(
            () ->
                doctor.does(
                    () ->
                        House.bean(OfferKeeping.class)
                            .putBack(doctor.organization(), foreign, 1, null)))
        .isInstanceOf(AbsentException.class);
  }

  @Test
  void whoever_has_an_old_page_before_them_is_told_and_overwrites_nothing() {
    doctor.says(Practice.offer("gastrostomy"), 0);
    refused(() -> doctor.says(Practice.offer("oxygen"), 0), "changed-meanwhile");
    refused(() -> doctor.says(Practice.offer("oxygen"), 7), "changed-meanwhile");
    assertThat(now(nurse.actor(), doctor.organization()).capabilities())
        .containsExactly("gastrostomy");
  }

  @Test
  void what_a_phone_sends_twice_is_said_once() {
    UUID one = doctor.says(Practice.offer("gastrostomy"), 0);
    UUID two = doctor.says(Practice.offer("gastrostomy"), 0);
    assertThat(two).isEqualTo(one);
    assertThat(doctor.does(() -> offers().history(doctor.organization(), 10))).hasSize(1);
  }

  @Test
  void of_many_who_write_at_once_one_is_heard_and_the_others_are_told() throws Exception {
    List<Callable<Boolean>> writers = new ArrayList<>();
    for (String capability : List.of("gastrostomy", "oxygen", "suction", "drip", "dementia")) {
      writers.add(
          () -> {
            try {
              doctor.says(Practice.offer(capability), 0);
              doctor.saysRoom("home-visit", capability.length());
              return true;
            } catch (RefusedException refused) {
              doctor.saysRoom("home-visit", capability.length());
              return false;
            }
          });
    }
    int heard = 0;
    try (ExecutorService hands = Executors.newFixedThreadPool(writers.size())) {
      for (Future<Boolean> result : hands.invokeAll(writers)) {
        heard += result.get() ? 1 : 0;
      }
    }
    assertThat(heard).isEqualTo(1);
    assertThat(doctor.does(() -> offers().history(doctor.organization(), 10))).hasSize(1);
    assertThat(doctor.does(() -> offers().room(doctor.organization()))).hasSize(1);
    assertThat(doctor.does(() -> offers().roomHistory(doctor.organization(), 10))).hasSize(5);
  }

  @Test
  void what_such_an_organisation_cannot_offer_is_refused() {
    refused(() -> doctor.says(Practice.offer("clean-room"), 0), "not-for-kind");
    refused(() -> doctor.says(Practice.offer("no-such-thing"), 0), "not-for-kind");
    refused(() -> doctor.saysRoom("nursing", 1), "not-for-kind");
    NewOffer nowhere =
        new NewOffer(
            Set.of(),
            Set.of(),
            Reach.NONE,
            Reach.NONE,
            true,
            false,
            null,
            Set.of("klingon"),
            Set.of(),
            Set.of());
    refused(() -> doctor.says(nowhere, 0), "not-for-kind");
  }

  @Test
  void nothing_is_said_any_more_of_an_organisation_that_is_closed() {
    House.as(
        Actor.NOBODY,
        () -> {
          House.bean(Organizations.class).close(doctor.organization(), LocalDate.of(2021, 4, 1));
          return true;
        });
    refused(() -> doctor.says(Practice.offer("gastrostomy"), 0), "closed");
  }

  @Test
  void who_of_these_can_do_it_on_that_day_is_answered_with_the_most_room_first() {
    Staff full = Practice.staff(OrganizationKind.CLINIC);
    Staff roomy = Practice.staff(OrganizationKind.CLINIC);
    Staff other = Practice.staff(OrganizationKind.CLINIC);
    Staff silent = Practice.staff(OrganizationKind.CLINIC);
    full.says(Practice.offer("gastrostomy", "end-of-life"), 0);
    roomy.says(Practice.offer("gastrostomy", "nurse-act-08-1"), 0);
    roomy.saysRoom("home-visit", 4);
    other.says(Practice.offer("oxygen"), 0);
    List<OrganizationId> asked =
        List.of(
            full.organization(), roomy.organization(), other.organization(), silent.organization());
    OfferQuery query = OfferQuery.anything(LocalDate.of(2026, 11, 28)).can("gastrostomy");
    assertThat(whoCan(asked, query)).containsExactly(roomy.organization(), full.organization());
    assertThat(whoCan(asked, query.on(DayOfWeek.MONDAY))).hasSize(2);
    assertThat(whoCan(asked, query.on(DayOfWeek.SUNDAY))).isEmpty();
    assertThat(whoCan(asked, query.on(Set.of(new HalfDay(DayOfWeek.MONDAY, true))))).isEmpty();
    assertThat(whoCan(asked, query.can("nurse-act-08-1"))).containsExactly(roomy.organization());
    assertThat(whoCan(asked, query.atNight())).hasSize(2);
    assertThat(whoCan(asked, query.onHolidays())).isEmpty();
    assertThat(whoCan(asked, query.comingTo("99101"))).hasSize(2);
    assertThat(whoCan(asked, query.comingTo("99102"))).isEmpty();
    assertThat(whoCan(asked, query.withRoomFor("home-visit")))
        .containsExactly(roomy.organization());
    Practice.age(roomy.organization(), 15);
    assertThat(whoCan(asked, query.withRoomFor("home-visit"))).isEmpty();
  }

  @Test
  void an_area_that_is_visited_stands_for_all_its_base_units() {
    var area =
        House.bean(tasuki.area.Areas.class)
            .ofKind(tasuki.area.AreaKind.MEDICAL_ASSOCIATION_DISTRICT, LocalDate.of(2026, 11, 28))
            .getFirst();
    NewOffer offer = Practice.offer("gastrostomy");
    doctor.says(
        new NewOffer(
            offer.capabilities(),
            offer.days(),
            offer.night(),
            offer.holiday(),
            true,
            true,
            null,
            Set.of("en"),
            Set.of(),
            Set.of(area.id())),
        0);
    List<OrganizationId> asked = List.of(doctor.organization());
    OfferQuery query = OfferQuery.anything(LocalDate.of(2026, 11, 28));
    assertThat(whoCan(asked, query.comingTo("99103"))).hasSize(1);
    assertThat(whoCan(asked, query.comingTo("99205-1"))).isEmpty();
    assertThat(whoCan(asked, query.forSomebodyNew())).as("own patients only").isEmpty();
  }

  private List<OrganizationId> whoCan(List<OrganizationId> asked, OfferQuery query) {
    return nurse.does(() -> offers().whoCan(asked, query)).stream()
        .map(found -> found.offer().organization())
        .toList();
  }
}
