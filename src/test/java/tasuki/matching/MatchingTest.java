package tasuki.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.House;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.indicator.MeasureId;
import tasuki.indicator.MeasureRow;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;
import tasuki.notice.Notice;
import tasuki.notice.NoticeBox;
import tasuki.person.BasisKind;
import tasuki.person.CareTeams;
import tasuki.person.NewBasis;
import tasuki.person.PersonId;
import tasuki.person.Persons;
import tasuki.person.TeamMember;
import tasuki.person.TeamRole;
import tasuki.sample.SampleClock;

/** From a nameless card to a pair of doctors, and everything that can come between. */
class MatchingTest {

  private static final int RUNNERS = 20;

  private final Circle circle = new Circle();
  private final HelpRequests requests = House.bean(HelpRequests.class);
  private final Choosing choosing = House.bean(Choosing.class);

  private static void refused(ThrowingCallable work, String reason) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refused().reason()).isEqualTo(reason));
  }

  private static List<String> told(Circle.Staff staff) {
    return staff.does(() -> House.bean(NoticeBox.class).page(true, null, 50)).stream()
        .map(Notice::kind)
        .map(kind -> kind.code().replace("matching.notice.", ""))
        .toList();
  }

  private static void sees(Circle.Staff staff, PersonId person, boolean expected) {
    if (expected) {
      assertThat(staff.does(() -> House.bean(Persons.class).seenInFull(person))).isTrue();
    } else {
      assertThatThrownBy(() -> staff.does(() -> House.bean(Persons.class).get(person)))
          .isInstanceOf(AbsentException.class);
    }
  }

  @Test
  void two_of_three_raise_a_hand_are_chosen_and_see_the_person_only_after_the_consent() {
    Circle.Staff first = circle.clinics.get(0);
    Circle.Staff second = circle.clinics.get(1);
    Circle.Staff third = circle.clinics.get(2);
    PersonId person = circle.person();
    RequestId request = circle.ask(circle.kind(Second.WISHED, Way.ALL), person);
    assertThat(told(circle.coordinator)).containsExactly("waits");

    circle.offer(request, Way.ALL);
    assertThat(told(first)).containsExactly("offered");
    assertThat(circle.get(first, request).card().ageDecade()).isEqualTo(8);
    circle.raise(first, request);
    circle.raise(second, request);
    circle.decline(third, request);
    assertThat(told(circle.coordinator)).filteredOn("raised"::equals).hasSize(2);
    assertThat(told(circle.coordinator)).doesNotContain("nobody");
    sees(first, person, false);

    UUID main = hand(first, request);
    UUID sub = hand(second, request);
    circle.coordinator.does(() -> choosing.choose(request, main, sub));
    assertThat(circle.get(circle.nurse, request).state()).isEqualTo(RequestState.MATCHED);
    assertThat(told(first)).contains("chosen");
    sees(first, person, false);
    assertThat(first.does(() -> requests.subject(request))).isEmpty();

    circle.nurse.does(
        () ->
            choosing.handOver(
                request, null, NewBasis.ofPerson(BasisKind.ORAL_CONSENT, "病室で説明し同意を得た")));
    sees(first, person, true);
    sees(second, person, true);
    sees(third, person, false);
    assertThat(first.does(() -> requests.subject(request))).contains(person);
    assertThat(third.does(() -> requests.subject(request))).isEmpty();
    List<TeamMember> team = circle.nurse.does(() -> House.bean(CareTeams.class).of(person));
    assertThat(team)
        .extracting(TeamMember::role)
        .contains(TeamRole.ATTENDING_DOCTOR, TeamRole.SUB_DOCTOR);
    assertThat(told(first)).contains("handed-over");
    assertThat(told(circle.nurse)).contains("matched");
  }

  private UUID hand(Circle.Staff clinic, RequestId request) {
    return circle.coordinator.does(
        () ->
            House.bean(Answering.class).of(request).stream()
                .filter(one -> one.organization().equals(clinic.organization()))
                .map(Hand::id)
                .findFirst()
                .orElseThrow());
  }

  @Test
  void nobody_else_learns_of_a_request_and_the_coordinator_never_of_whose_it_is() {
    PersonId person = circle.person();
    RequestId request = circle.ask(circle.kind(Second.NONE, Way.ALL), person);
    Circle.Staff stranger = Circle.staff(OrganizationKind.CLINIC, Duty.CARE);
    for (Circle.Staff other : List.of(stranger, circle.clinics.getFirst(), circle.officer)) {
      assertThatThrownBy(() -> circle.get(other, request)).isInstanceOf(AbsentException.class);
    }
    assertThat(circle.get(circle.coordinator, request).state()).isEqualTo(RequestState.WAITING);
    assertThat(circle.coordinator.does(() -> requests.subject(request))).isEmpty();
    sees(circle.coordinator, person, false);
    assertThat(circle.nurse.does(() -> requests.subject(request))).contains(person);
  }

  @Test
  void in_a_sequence_the_next_one_is_asked_when_one_declines_and_when_the_time_is_over() {
    Circle.Staff first = circle.clinics.get(0);
    Circle.Staff second = circle.clinics.get(1);
    Circle.Staff third = circle.clinics.get(2);
    RequestId request = circle.ask(circle.kind(Second.NONE, Way.SEQUENCE), circle.person());
    circle.offer(request, Way.SEQUENCE);
    assertThat(told(first)).containsExactly("offered");
    assertThatThrownBy(() -> circle.get(second, request)).isInstanceOf(AbsentException.class);

    circle.decline(first, request);
    assertThat(told(second)).containsExactly("offered");
    assertThat(told(third)).isEmpty();

    tickIn(Duration.ofMinutes(61));
    assertThat(circle.own(second, request).state()).isEqualTo(HandState.LAPSED);
    assertThat(told(third)).containsExactly("offered");
    tickIn(Duration.ofMinutes(61));
    assertThat(told(third)).as("its hour began later").containsExactly("offered");
    tickIn(Duration.ofMinutes(130));
    assertThat(told(circle.coordinator)).contains("nobody");

    Hand late = circle.own(second, request);
    second.does(() -> House.bean(Answering.class).see(late));
    circle.raise(second, request);
    assertThat(circle.own(second, request).state())
        .as("a late hand still counts")
        .isEqualTo(HandState.RAISED);
  }

  /** Ids and times follow the sample's clock; the database is told the time. */
  private static void tickIn(Duration later) {
    House.bean(SampleClock.class)
        .at(House.bean(Clock.class).instant().plus(later), House.bean(MatchingClock.class)::tick);
  }

  @Test
  void what_nobody_takes_on_in_time_is_told_once_and_the_prefecture_reads_the_card_alone() {
    PersonId person = circle.person();
    RequestId request = circle.ask(circle.kind(Second.NONE, Way.ALL), person);
    tickIn(Duration.ofHours(23));
    assertThat(told(circle.nurse)).isEmpty();
    tickIn(Duration.ofHours(25));
    tickIn(Duration.ofHours(26));
    assertThat(told(circle.nurse)).containsExactly("escalated");
    assertThat(circle.officer.does(() -> House.bean(NoticeBox.class).page(true, null, 50)))
        .as("of everybody's requests the prefecture hears")
        .filteredOn(notice -> notice.subject().equals(request.value()))
        .hasSize(1);
    assertThat(circle.get(circle.officer, request).card().situation()).contains("訪問診療");
    assertThat(circle.officer.does(() -> requests.subject(request))).isEmpty();
    assertThat(circle.officer.does(requests::escalated))
        .extracting(HelpRequest::id)
        .contains(request);
    circle.coordinator.does(() -> requests.giveUp(request, "入院を続けることになりました"));
    assertThat(circle.officer.does(requests::escalated))
        .extracting(HelpRequest::id)
        .doesNotContain(request);
  }

  @Test
  void of_twenty_who_choose_at_the_same_moment_one_does_and_the_others_are_told() throws Exception {
    RequestId request = circle.ask(circle.kind(Second.NONE, Way.ALL), circle.person());
    circle.offer(request, Way.ALL);
    circle.clinics.forEach(clinic -> circle.raise(clinic, request));
    List<UUID> raised = circle.clinics.stream().map(clinic -> hand(clinic, request)).toList();
    CyclicBarrier start = new CyclicBarrier(RUNNERS);
    List<Callable<String>> runs = new ArrayList<>();
    for (int i = 0; i < RUNNERS; i++) {
      UUID hand = raised.get(i % raised.size());
      runs.add(
          () -> {
            start.await();
            try {
              circle.coordinator.does(() -> choosing.choose(request, hand, null));
              return "chosen";
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
    assertThat(answers).containsOnlyOnce("chosen");
    assertThat(answers).containsOnly("chosen", "matching.refused.state.MATCHED");
    List<Hand> hands = circle.coordinator.does(() -> House.bean(Answering.class).of(request));
    assertThat(hands).extracting(Hand::state).containsOnlyOnce(HandState.CHOSEN);
  }

  @Test
  void a_hand_that_was_taken_back_is_not_chosen_and_the_chosen_can_be_chosen_again() {
    Circle.Staff first = circle.clinics.get(0);
    Circle.Staff second = circle.clinics.get(1);
    RequestId request = circle.ask(circle.kind(Second.NONE, Way.ALL), circle.person());
    circle.offer(request, Way.ALL);
    circle.raise(first, request);
    circle.raise(second, request);
    circle.decline(first, request);
    refused(
        () -> circle.coordinator.does(() -> choosing.choose(request, hand(first, request), null)),
        "matching.refused.not-raised");
    circle.coordinator.does(() -> choosing.choose(request, hand(second, request), null));
    refused(() -> circle.raise(first, request), "matching.refused.decided");
    circle.coordinator.does(() -> choosing.reopen(request, "体調を崩された"));
    circle.raise(first, request);
    circle.coordinator.does(() -> choosing.choose(request, hand(first, request), null));
    assertThat(circle.own(first, request).place()).isEqualTo(Place.MAIN);
    assertThat(circle.own(second, request).state()).isEqualTo(HandState.PASSED);
  }

  @Test
  void who_withdraws_tells_those_who_were_asked_and_nothing_follows() {
    Circle.Staff first = circle.clinics.getFirst();
    RequestId request = circle.ask(circle.kind(Second.NONE, Way.ALL), circle.person());
    circle.offer(request, Way.ALL);
    circle.raise(first, request);
    circle.nurse.does(() -> requests.withdraw(request, "転院が決まったため"));
    assertThat(told(first)).contains("called-off");
    refused(() -> circle.raise(first, request), "matching.refused.decided");
    refused(
        () -> circle.coordinator.does(() -> choosing.choose(request, hand(first, request), null)),
        "matching.refused.state.WITHDRAWN");
    assertThatThrownBy(() -> first.does(() -> requests.withdraw(request, "横から")))
        .isInstanceOf(AbsentException.class);
  }

  @Test
  void the_same_form_sent_twice_asks_once_and_a_card_with_the_name_is_not_sent() {
    PersonId person = circle.person();
    RequestKind kind = circle.kind(Second.NONE, Way.ALL);
    UUID key = UUID.randomUUID();
    RequestId once = circle.nurse.does(() -> requests.ask(circle.wanted(kind, person), key));
    assertThat(circle.nurse.does(() -> requests.ask(circle.wanted(kind, person), key)))
        .isEqualTo(once);
    NewRequest named =
        new NewRequest(
            kind,
            person,
            circle.coordinator.organization(),
            "99101",
            circle.wanted(kind, person).needs(),
            circle.wanted(kind, person).halfDays(),
            false,
            "架空さんは家に帰りたい",
            circle.wanted(kind, person).answers(),
            null);
    refused(
        () -> circle.nurse.does(() -> requests.ask(named, UUID.randomUUID())),
        "matching.refused.names");
  }

  @Test
  void nobody_is_asked_twice_and_a_kind_that_changes_leaves_running_requests_as_they_were() {
    RequestKind kind = circle.kind(Second.NONE, Way.ALL);
    RequestId request = circle.ask(kind, circle.person());
    circle.offer(request, Way.ALL);
    refused(() -> circle.offer(request, Way.ALL), "matching.refused.asked-before");
    RequestKinds kinds = House.bean(RequestKinds.class);
    circle.officer.does(() -> kinds.setUp(kind.code(), 1, true, kind.says()));
    refused(
        () -> circle.officer.does(() -> kinds.setUp(kind.code(), 1, false, kind.says())),
        "matching.refused.kind-changed");
    RequestKind ended = circle.nurse.does(() -> kinds.get(kind.code()));
    refused(() -> circle.ask(ended, circle.person()), "matching.refused.kind-ended");
    circle.raise(circle.clinics.getFirst(), request);
    assertThatThrownBy(
            () -> circle.nurse.does(() -> kinds.setUp(kind.code(), 2, false, kind.says())))
        .as("only the prefecture sets kinds up")
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void what_became_of_requests_is_counted_in_the_month_in_which_they_were_sent() {
    RequestKind kind = circle.kind(Second.NONE, Way.ALL);
    RequestId matched = circle.ask(kind, circle.person());
    circle.offer(matched, Way.ALL);
    circle.raise(circle.clinics.get(0), matched);
    circle.raise(circle.clinics.get(1), matched);
    circle.decline(circle.clinics.get(2), matched);
    UUID hand = hand(circle.clinics.getFirst(), matched);
    Duration later = Duration.ofHours(30);
    House.bean(SampleClock.class)
        .at(
            House.bean(Clock.class).instant().plus(later),
            () -> circle.coordinator.does(() -> choosing.choose(matched, hand, null)));
    circle.ask(kind, circle.person());

    YearMonth month = YearMonth.from(JapanTime.today(House.bean(Clock.class)));
    Map<String, List<Long>> counted = new HashMap<>();
    Map<MeasureId, List<MeasureRow>> all =
        House.as(
            new Actor.Job("test"),
            () ->
                new TransactionTemplate(House.bean(PlatformTransactionManager.class))
                    .execute(_ -> House.bean(MatchingMeasures.class).count(month)));
    all.forEach(
        (id, rows) ->
            rows.stream()
                .filter(row -> kind.code().equals(row.breakdown().get("kind")))
                .forEach(
                    row -> counted.put(id.value(), List.of(row.numerator(), row.denominator()))));
    assertThat(counted)
        .containsEntry("matching.matched", List.of(1L, 2L))
        .containsEntry("matching.hours", List.of(30L, 1L))
        .containsEntry("matching.hands", List.of(2L, 1L))
        .containsEntry("matching.answered", List.of(3L, 3L))
        .containsEntry("matching.declined", List.of(1L, 1L));
  }

  @Test
  void whose_turn_never_came_learns_of_nothing_and_has_it_when_it_is_chosen_again() {
    Circle.Staff first = circle.clinics.get(0);
    Circle.Staff second = circle.clinics.get(1);
    RequestId request = circle.ask(circle.kind(Second.NONE, Way.SEQUENCE), circle.person());
    circle.offer(request, Way.SEQUENCE);
    refused(
        () ->
            circle.coordinator.does(
                () ->
                    House.bean(Offering.class)
                        .offer(
                            request,
                            new Offering.Wanted(
                                Way.ALL,
                                0,
                                List.of(
                                    Circle.staff(OrganizationKind.CLINIC, Duty.CARE)
                                        .organization())))),
        "matching.refused.queue");
    circle.raise(first, request);
    UUID hand = hand(first, request);
    circle.coordinator.does(() -> choosing.choose(request, hand, null));
    assertThatThrownBy(() -> circle.get(second, request)).isInstanceOf(AbsentException.class);
    circle.coordinator.does(() -> choosing.reopen(request, "体調を崩された"));
    circle.decline(first, request);
    assertThat(told(second)).containsExactly("offered");
  }

  @Test
  void even_past_the_program_nobody_takes_the_step_of_another_side() {
    Circle.Staff first = circle.clinics.getFirst();
    RequestId request = circle.ask(circle.kind(Second.NONE, Way.ALL), circle.person());
    circle.offer(request, Way.ALL);
    circle.raise(first, request);
    String chosen = "update matching.hand set state = 'CHOSEN', place = 'MAIN' where request = ?";
    assertThat(circle.nurse.does(() -> sql(chosen, request))).as("who asked").isZero();
    assertThatThrownBy(() -> first.does(() -> sql(chosen, request)))
        .as("who was asked")
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(
            () ->
                first.does(
                    () ->
                        sql(
                            "update matching.hand set due_at = 'infinity' where request = ?",
                            request)))
        .isInstanceOf(DataAccessException.class);
    UUID hand = hand(first, request);
    circle.coordinator.does(() -> choosing.choose(request, hand, null));
    assertThatThrownBy(
            () ->
                circle.coordinator.does(
                    () ->
                        sql(
                            "update matching.request set state = 'HANDED_OVER', ended_at = now()"
                                + " where id = ?",
                            request)))
        .as("who handles it")
        .isInstanceOf(DataAccessException.class);
    for (Circle.Staff other : List.of(circle.nurse, first)) {
      assertThatThrownBy(() -> other.does(() -> choosing.reopen(request, "横から")))
          .isInstanceOf(AbsentException.class);
    }
    assertThatThrownBy(() -> circle.coordinator.does(() -> requests.withdraw(request, "横から")))
        .isInstanceOf(AbsentException.class);
    assertThatThrownBy(
            () -> circle.nurse.does(() -> House.bean(Answering.class).raise(hand, "代わりに")))
        .isInstanceOf(AbsentException.class);
  }

  private static int sql(String statement, RequestId request) {
    Integer changed =
        new TransactionTemplate(House.bean(PlatformTransactionManager.class))
            .execute(
                _ -> House.bean(JdbcClient.class).sql(statement).param(request.value()).update());
    return changed == null ? 0 : changed;
  }

  @Test
  void the_first_page_says_what_waits_for_each_side() {
    RequestId request = circle.ask(circle.kind(Second.NONE, Way.ALL), circle.person());
    Circle.Staff first = circle.clinics.getFirst();
    assertThat(circle.coordinator.visitor().get("/").body()).contains("まだ打診していない依頼");
    circle.offer(request, Way.ALL);
    assertThat(first.visitor().get("/").body()).contains("返事を待っている打診");
    circle.raise(first, request);
    UUID hand = hand(first, request);
    circle.coordinator.does(() -> choosing.choose(request, hand, null));
    assertThat(circle.nurse.visitor().get("/").body()).contains("こちらの依頼で次にすること");
    assertThat(first.visitor().get("/").body()).doesNotContain("返事を待っている打診");
  }
}
