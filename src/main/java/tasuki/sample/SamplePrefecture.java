package tasuki.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.calendar.JapanTime;
import tasuki.identity.Credentials;
import tasuki.identity.Duty;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.server.Progress;

/**
 * Builds the sample prefecture, part by part. Each part and the mark that it stands are one
 * transaction, so a build that was interrupted goes on, and one that is complete changes nothing.
 */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
class SamplePrefecture {

  private static final Duration PAST = Duration.ofDays(800);
  private static final int PERSONS = SampleRow.all("persons").size();
  private static final Map<String, Integer> GRADES =
      Map.of(
          "hospital", 1,
          "rehabilitation-hospital", 1,
          "yamanami-hospital", 1,
          "umibe-hospital", 1,
          "hinode-hospital", 2,
          "kawakami-hospital", 2);
  private static final Set<String> PARTNERS =
      Set.of(
          "CLINIC",
          "VISITING_NURSE_STATION",
          "CARE_MANAGEMENT_OFFICE",
          "COMMUNITY_SUPPORT_CENTRE",
          "PHARMACY",
          "CARE_FACILITY");
  private static final String COMPLETE = "complete";

  private final Built built;
  private final SampleParts parts;
  private final SampleKeys keys;
  private final SampleGround ground;
  private final SampleLists lists;
  private final SampleDivisions divisions;
  private final SampleDays days;
  private final SamplePersons persons;
  private final SampleRules rules;
  private final SampleStays stays;
  private final SampleRegisters registers;
  private final SampleOffers offers;
  private final SampleEquipment equipment;
  private final SampleWishes wishes;
  private final SampleRequests requests;
  private final SamplePolicy policy;
  private final SampleSignIns signIns;
  private final SampleNotices notices;
  private final Credentials credentials;
  private final SampleClock clock;
  private final Progress progress;
  private final TransactionTemplate transaction;

  SamplePrefecture(
      Built built,
      SampleParts parts,
      SampleKeys keys,
      SampleGround ground,
      SampleLists lists,
      SampleDivisions divisions,
      SampleDays days,
      SamplePersons persons,
      SampleRules rules,
      SampleStays stays,
      SampleRegisters registers,
      SampleOffers offers,
      SampleEquipment equipment,
      SampleWishes wishes,
      SampleRequests requests,
      SamplePolicy policy,
      SampleSignIns signIns,
      SampleNotices notices,
      Credentials credentials,
      SampleClock clock,
      Progress progress,
      PlatformTransactionManager transactions) {
    this.built = built;
    this.parts = parts;
    this.keys = keys;
    this.ground = ground;
    this.lists = lists;
    this.divisions = divisions;
    this.days = days;
    this.persons = persons;
    this.rules = rules;
    this.stays = stays;
    this.registers = registers;
    this.offers = offers;
    this.equipment = equipment;
    this.wishes = wishes;
    this.requests = requests;
    this.policy = policy;
    this.signIns = signIns;
    this.notices = notices;
    this.credentials = credentials;
    this.clock = clock;
    this.progress = progress;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Builds what does not stand yet. */
  void build() {
    if (built.stands(COMPLETE)) {
      return;
    }
    Instant past = clock.instant().minus(PAST);
    say("areas, organisations and staff");
    clock.at(past, () -> parts.once("areas", ground::areas));
    // A file that is brought in twice changes nothing.
    lists.population();
    clock.at(past, () -> parts.once("organizations", ground::organizations));
    clock.at(past, () -> parts.once("staff", ground::staff));
    try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
      Future<?> given = hands.submit(this::passwords);
      divisions(past);
      businessDays(past);
      List<SampleRow> rows = SampleRow.all("persons");
      AtomicInteger done = new AtomicInteger();
      // Nobody in one half knows anybody in the other, so both are entered at once.
      int half = rows.size() / 2;
      Future<?> other = hands.submit(() -> persons(rows.subList(half, rows.size()), done));
      persons(rows.subList(0, half), done);
      other.get();
      rules(past);
      stays(hands);
      meetings();
      registers.tell();
      offers();
      equipment(past);
      wishes.tell();
      requests.play();
      policy(past);
      signIns();
      notices.read();
      given.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The sample prefecture was interrupted", stopped);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("The sample prefecture is not complete", failure.getCause());
    }
    parts.once(COMPLETE, () -> {});
  }

  private void passwords() {
    Credentials.Shared password = credentials.shared(SampleAccounts.PASSWORD);
    for (SampleAccounts account : SampleAccounts.all()) {
      String part = "password:" + account.login();
      if (!built.stands(part)) {
        credentials.give(keys.account(account.login()), password);
        // Given twice after an interruption between the two, it would only be replaced.
        parts.once(part, () -> {});
      }
    }
    say("accounts " + SampleAccounts.all().size());
  }

  private void divisions(Instant past) {
    for (SampleRow row : SampleDivisions.all()) {
      Actor administrator = worker(row.get("organization"), Duty.ADMINISTRATOR, Actor.Sight.NONE);
      String part = "division:" + row.get("organization") + row.get("name");
      clock.at(
          past, () -> Acting.run(administrator, () -> parts.once(part, () -> divisions.open(row))));
    }
  }

  private void businessDays(Instant past) {
    say("business days");
    LocalDate today = JapanTime.today(clock);
    List<SampleRow> exceptions = SampleRow.all("exceptions");
    for (SampleRow row : SampleRow.all("organizations")) {
      if (row.get("days").isEmpty()) {
        continue;
      }
      String key = row.get("key");
      Actor administrator = worker(key, Duty.ADMINISTRATOR, Actor.Sight.NONE);
      clock.at(
          past,
          () ->
              Acting.run(
                  administrator,
                  () ->
                      parts.once(
                          "days:" + key,
                          () ->
                              days.enter(
                                  keys.organization(key),
                                  row,
                                  exceptions.stream()
                                      .filter(one -> one.get("organization").equals(key))
                                      .toList(),
                                  today))));
    }
  }

  /** Areas revise their rules; a hospital of a bigger city has declared the higher grade. */
  private void rules(Instant past) {
    LocalDate today = JapanTime.today(clock);
    Actor officer = worker("prefecture", Duty.OFFICER, Actor.Sight.NONE);
    Actor.Sight none = Actor.Sight.NONE;
    for (SampleRow row : SampleRow.all("rules")) {
      String part = "rule:" + row.get("area") + row.get("home_area") + row.get("months_ago");
      Runnable work =
          row.get("home_area").isEmpty()
              ? () -> rules.agree(row, today)
              : () -> rules.agreeBetween(row, today);
      clock.at(past, () -> Acting.run(officer, () -> parts.once(part, work)));
    }
    for (Map.Entry<String, Integer> grade : GRADES.entrySet()) {
      String hospital = grade.getKey();
      Runnable work =
          () -> rules.declare(hospital, grade.getValue(), JapanTime.at(past).toLocalDate());
      Actor administrator = worker(hospital, Duty.ADMINISTRATOR, none);
      clock.at(past, () -> Acting.run(administrator, () -> parts.once("grade:" + hospital, work)));
    }
  }

  /** The nurse of the biggest hospital keeps the register of meetings. */
  private void meetings() {
    LocalDate today = JapanTime.today(clock);
    List<String> partners =
        SampleRow.all("organizations").stream()
            .filter(row -> PARTNERS.contains(row.get("kind")) && row.get("closed").isEmpty())
            .map(row -> row.get("name"))
            .toList();
    Acting.run(
        worker("hospital", Duty.CARE, Actor.Sight.CARE),
        () -> parts.once("meetings", () -> rules.meet(partners, today)));
  }

  /** What each can do at home; of those who do not work in Tasuki a coordinator says it. */
  private void offers() {
    Instant now = clock.instant();
    int number = 0;
    for (SampleRow row : SampleRow.all("offers")) {
      Actor actor =
          row.find("by")
              .map(by -> worker(by, Duty.COORDINATOR, Actor.Sight.NONE))
              .orElseGet(() -> worker(row.get("organization"), Duty.CARE, Actor.Sight.CARE));
      String part = "offer:" + number++;
      Acting.run(actor, () -> parts.once(part, () -> offers.say(row, now)));
    }
  }

  /** What the prefecture plans, pays for and measures. */
  private void policy(Instant past) {
    Actor officer = worker("prefecture", Duty.OFFICER, Actor.Sight.NONE);
    LocalDate today = JapanTime.today(clock);
    clock.at(
        past,
        () -> Acting.run(officer, () -> parts.once("indicators", () -> policy.indicators(today))));
    Acting.run(officer, () -> parts.once("programmes", () -> policy.programmes(today)));
    Acting.run(officer, () -> parts.once("fund", () -> policy.fund(today)));
    policy.cycle(today);
    Acting.run(officer, () -> parts.once("practices", policy::practices));
  }

  /**
   * Who came in the last year. The log of the past is written as a job, which alone may date it.
   */
  private void signIns() {
    LocalDate today = JapanTime.today(clock);
    List<SampleSignIns.SignIn> all = signIns.before(today);
    Acting.run(
        new Actor.Job("sample"),
        () -> transaction.executeWithoutResult(_ -> signIns.write(all, today)));
    parts.once("sign-ins", () -> signIns.remember(all));
  }

  /** What is lent: registered long ago, lent since, some of it late or booked for days to come. */
  private void equipment(Instant past) {
    Instant now = clock.instant();
    LocalDate today = JapanTime.today(clock);
    Actor.Sight none = Actor.Sight.NONE;
    Map<String, Actor> owners = new HashMap<>();
    for (SampleRow row : SampleRow.all("equipment")) {
      Actor owner = worker(row.get("owner"), Duty.COORDINATOR, none);
      owners.put(row.get("key"), owner);
      String part = "registered:" + row.get("key");
      clock.at(
          past,
          () -> Acting.run(owner, () -> parts.once(part, () -> equipment.register(row, today))));
    }
    for (SampleRow row : SampleRow.all("loans")) {
      Actor borrower = worker(row.get("borrower"), Duty.CARE, Actor.Sight.CARE);
      Actor owner = Objects.requireNonNull(owners.get(row.get("thing")));
      String key = row.get("key");
      int ago = Math.max(0, -row.number("starts_in"));
      as(borrower, now, ago, () -> parts.once("booked:" + key, () -> equipment.book(row)));
      if (!row.get("state").equals("BOOKED")) {
        as(owner, now, ago, () -> parts.once("handed-out:" + key, () -> equipment.handOut(row)));
      }
      if (row.get("state").equals("RETURNED")) {
        int back = ago - row.number("days") + 1;
        as(owner, now, back, () -> parts.once("taken-back:" + key, () -> equipment.takeBack(row)));
      }
    }
  }

  /** Stays of one person are told in their order; those of different persons at once. */
  private void stays(ExecutorService hands) throws InterruptedException, ExecutionException {
    Instant now = clock.instant();
    List<List<SampleStays.Stay>> persons =
        List.copyOf(
            SampleStays.all(JapanTime.at(now).toLocalDate()).stream()
                .collect(
                    Collectors.groupingBy(
                        stay -> stay.row().get("person"), LinkedHashMap::new, Collectors.toList()))
                .values());
    AtomicInteger next = new AtomicInteger();
    Runnable tell =
        () -> {
          for (int at = next.getAndIncrement(); at < persons.size(); at = next.getAndIncrement()) {
            persons.get(at).forEach(stay -> stays.tell(stay, now));
            if (at % 50 == 49) {
              say("stays in hospital, persons " + (at + 1) + " / " + persons.size());
            }
          }
        };
    Future<?> other = hands.submit(tell);
    tell.run();
    other.get();
  }

  private void persons(List<SampleRow> rows, AtomicInteger done) {
    Instant now = clock.instant();
    LocalDate today = JapanTime.today(clock);
    for (SampleRow row : rows) {
      Actor actor = worker(row.get("by"), Duty.CARE, Actor.Sight.CARE);
      String key = row.get("key");
      as(
          actor,
          now,
          row.number("days_ago"),
          () -> parts.onceMade("person:" + key, () -> persons.enter(row, today)));
      persons
          .later(row)
          .ifPresent(
              later ->
                  as(
                      actor,
                      now,
                      later.daysAgo(),
                      () -> parts.once("later:" + key, later.change())));
      int number = done.incrementAndGet();
      if (number % 100 == 0) {
        say("persons " + number + " / " + PERSONS);
      }
    }
  }

  /** Does the work as the actor, some days before now. */
  private void as(Actor actor, Instant now, int daysAgo, Runnable work) {
    clock.at(now.minus(Duration.ofDays(daysAgo)), () -> Acting.run(actor, work));
  }

  private Actor worker(String organization, Duty duty, Actor.Sight sight) {
    String login = SampleAccounts.worker(organization, duty);
    return new Actor.Member(
        keys.account(login).value(), keys.organization(organization).value(), sight);
  }

  private void say(String what) {
    progress.say("Building the sample prefecture ... " + what);
  }
}
