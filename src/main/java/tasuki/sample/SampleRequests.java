package tasuki.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tasuki.directory.OrganizationId;
import tasuki.form.FormValues;
import tasuki.identity.Duty;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.matching.Answering;
import tasuki.matching.Choosing;
import tasuki.matching.Hand;
import tasuki.matching.HelpRequests;
import tasuki.matching.KindDefinition;
import tasuki.matching.NewRequest;
import tasuki.matching.Offering;
import tasuki.matching.RequestId;
import tasuki.matching.RequestKind;
import tasuki.matching.RequestKinds;
import tasuki.offer.HalfDay;
import tasuki.person.BasisKind;
import tasuki.person.NewBasis;
import tasuki.person.PersonId;

/** Requests for help, each as far as it has come, every step by whoever takes it. */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
class SampleRequests {

  /** The others stay patterns, to be set up. */
  private static final Set<String> LEFT = Set.of("club", "successor", "equipment-loan");

  private final RequestKinds kinds;
  private final HelpRequests requests;
  private final Offering offering;
  private final Answering answering;
  private final Choosing choosing;
  private final Built built;
  private final SampleParts parts;
  private final SampleKeys keys;
  private final SampleClock clock;
  private final Clock now;

  SampleRequests(
      RequestKinds kinds,
      HelpRequests requests,
      Offering offering,
      Answering answering,
      Choosing choosing,
      Built built,
      SampleParts parts,
      SampleKeys keys,
      SampleClock clock,
      Clock now) {
    this.kinds = kinds;
    this.requests = requests;
    this.offering = offering;
    this.answering = answering;
    this.choosing = choosing;
    this.built = built;
    this.parts = parts;
    this.keys = keys;
    this.clock = clock;
    this.now = now;
  }

  void play() {
    Instant today = now.instant();
    by(actor("prefecture", Duty.OFFICER), today, "request-kinds", this::setUp);
    for (SampleRow row : SampleRow.all("requests")) {
      Instant sent = today.minus(Duration.ofDays(row.number("days_ago")));
      String key = row.get("key");
      by(asker(row), sent, "request:" + key, () -> send(row));
      if (!row.get("offered").isEmpty()) {
        by(handler(row), sent, "request-offered:" + key, () -> offer(row));
      }
      answers(row, sent.plus(Duration.ofHours(row.number("days_ago") > 0 ? 3 : 0)));
      if (!row.get("chosen").isEmpty()) {
        Instant later = sent.plus(Duration.ofHours(26));
        by(handler(row), later, "request-chosen:" + key, () -> choose(row));
        by(asker(row), later, "request-handed:" + key, () -> handOver(row));
      }
    }
  }

  private void by(Actor actor, Instant at, String part, Runnable work) {
    clock.at(at, () -> Acting.run(actor, () -> parts.once(part, work)));
  }

  private Actor actor(String organization, Duty duty) {
    return new Actor.Member(
        keys.account(SampleAccounts.worker(organization, duty)).value(),
        keys.organization(organization).value(),
        duty == Duty.CARE ? Actor.Sight.CARE : Actor.Sight.NONE);
  }

  private Actor asker(SampleRow row) {
    return actor(row.get("asker"), Duty.CARE);
  }

  private Actor handler(SampleRow row) {
    return actor(row.get("handler"), Duty.COORDINATOR);
  }

  private void setUp() {
    for (Map.Entry<String, KindDefinition> pattern : RequestKinds.patterns().entrySet()) {
      if (!LEFT.contains(pattern.getKey())) {
        kinds.setUp(pattern.getKey(), 0, false, pattern.getValue());
      }
    }
  }

  private void send(SampleRow row) {
    RequestKind kind = kinds.get(row.get("kind"));
    PersonId person = row.find("person").map(keys::person).orElse(null);
    NewRequest wanted =
        new NewRequest(
            kind,
            person,
            keys.organization(row.get("handler")),
            unit(row),
            Set.copyOf(row.parts("needs", " ")),
            row.parts("half_days", " ").stream()
                .flatMap(code -> HalfDay.of(code).stream())
                .collect(Collectors.toSet()),
            row.yes("night"),
            row.get("situation"),
            FormValues.of(values(row)),
            null);
    RequestId id = requests.ask(wanted, new UUID(row.get("key").hashCode(), 2));
    built.mark("request-id:" + row.get("key"), id.value());
  }

  /** Where the asker lies. */
  private String unit(SampleRow row) {
    return SampleRow.all("organizations").stream()
        .filter(one -> one.get("key").equals(row.get("asker")))
        .map(one -> one.get("unit"))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, List<String>> values(SampleRow row) {
    return Arrays.stream(row.get("answers").split("\\|"))
        .map(one -> one.split("=", 2))
        .collect(
            Collectors.groupingBy(
                one -> one[0],
                LinkedHashMap::new,
                Collectors.mapping(one -> one[1], Collectors.toList())));
  }

  private RequestId id(SampleRow row) {
    return new RequestId(keys.id("request-id:" + row.get("key")));
  }

  private void offer(SampleRow row) {
    KindDefinition says = kinds.get(row.get("kind")).says();
    offering.offer(
        id(row),
        new Offering.Wanted(
            says.way(),
            says.answerMinutes(),
            row.parts("offered", " ").stream().map(keys::organization).toList()));
  }

  private void answers(SampleRow row, Instant at) {
    for (String raised : row.parts("raised", ";")) {
      String[] said = raised.split(":", 2);
      answer(
          row, said[0], at, hand -> answering.raise(hand.id(), said.length > 1 ? said[1] : null));
    }
    for (String declined : row.parts("declined", ";")) {
      String[] said = declined.split(":", 2);
      answer(row, said[0], at, hand -> answering.decline(hand.id(), said[1], null));
    }
  }

  private void answer(SampleRow row, String organization, Instant at, Consumer<Hand> work) {
    by(
        actor(organization, Duty.CARE),
        at,
        "request-answered:" + row.get("key") + organization,
        () -> {
          Hand hand = answering.own(id(row)).orElseThrow();
          answering.see(hand);
          work.accept(hand);
        });
  }

  private void choose(SampleRow row) {
    OrganizationId chosen = keys.organization(row.get("chosen"));
    choosing.choose(id(row), hand(row, chosen), null);
  }

  private UUID hand(SampleRow row, OrganizationId organization) {
    return answering.of(id(row)).stream()
        .filter(one -> one.organization().equals(organization))
        .map(Hand::id)
        .findFirst()
        .orElseThrow();
  }

  private void handOver(SampleRow row) {
    choosing.handOver(
        id(row), null, NewBasis.ofPerson(BasisKind.ORAL_CONSENT, "病室で、ご家族同席で説明し同意を得た"));
  }
}
