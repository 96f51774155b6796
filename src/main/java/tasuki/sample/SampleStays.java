package tasuki.sample;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.identity.Duty;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.transition.StayId;

/**
 * Half a year of stays in hospital, each told by the staff of both sides as it happened, and before
 * it, in fewer words, the last fiscal year whose rates are published. What lies after now has not
 * happened yet, so a stay of these days is open, whatever the hour of the start.
 */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
class SampleStays {

  /** Late entries have come by then (as the public page waits for them). */
  private static final int MONTHS_AFTER_A_YEAR = 2;

  /** The half year of {@code stays.csv}, and the longest stay that may still reach into it. */
  private static final int DAYS_OF_ITS_OWN = 185 + 60;

  /** A line of the tables with its day of admission, which depends on today. */
  record Stay(SampleRow row, LocalDate admitted) {}

  /**
   * Something that somebody did.
   *
   * @param moment when; never after now
   * @param timed whether the hour is told
   */
  record Event(
      String organization,
      Instant moment,
      boolean timed,
      String what,
      List<String> words,
      UUID key) {

    LocalDate on() {
      return JapanTime.at(moment).toLocalDate();
    }

    LocalTime at() {
      return JapanTime.at(moment).toLocalTime();
    }

    /** The word at the place, empty where none stands. */
    String word(int place) {
      return place < words.size() && !words.get(place).equals("-") ? words.get(place) : "";
    }
  }

  private final Built built;
  private final SampleKeys keys;
  private final SampleSteps steps;
  private final SampleClock clock;
  private final TransactionTemplate transaction;

  SampleStays(
      Built built,
      SampleKeys keys,
      SampleSteps steps,
      SampleClock clock,
      PlatformTransactionManager transactions) {
    this.built = built;
    this.keys = keys;
    this.steps = steps;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Every stay, the earliest first. */
  static List<Stay> all(LocalDate today) {
    LocalDate year = FiscalYear.of(today.minusMonths(MONTHS_AFTER_A_YEAR)).previous().firstDay();
    Stream<Stay> before =
        SampleRow.all("year").stream()
            .map(row -> new Stay(row, year.plusDays(row.number("day"))))
            .filter(stay -> stay.admitted().isBefore(today.minusDays(DAYS_OF_ITS_OWN)));
    Stream<Stay> since =
        SampleRow.all("stays").stream()
            .map(row -> new Stay(row, today.minusDays(row.number("days"))));
    return Stream.concat(before, since).sorted(Comparator.comparing(Stay::admitted)).toList();
  }

  /** Tells the stay, up to now. */
  void tell(Stay stay, Instant now) {
    SampleRow row = stay.row();
    String done = "stay-told:" + row.get("key");
    if (built.stands(done)) {
      return;
    }
    List<Event> events = events(stay, now);
    SampleSteps.Told told = new SampleSteps.Told(row);
    try {
      for (int from = 0; from < events.size(); ) {
        int until = from + 1;
        while (until < events.size()
            && events.get(until).organization().equals(events.get(from).organization())) {
          until++;
        }
        together(row, events.subList(from, until), told);
        from = until;
      }
    } catch (RuntimeException refused) {
      throw new IllegalStateException("The sample stay " + row.get("key") + " fails", refused);
    }
    transaction.executeWithoutResult(_ -> built.mark(done, null));
  }

  /**
   * What one organisation did without another between is one transaction, to be quick. It ends when
   * the last of it happened, because the others are told at its end.
   */
  private void together(SampleRow row, List<Event> events, SampleSteps.Told told) {
    Actor actor = worker(events.getFirst().organization(), row.number("hand"));
    Runnable all = () -> events.forEach(event -> clock.at(event.moment(), () -> one(event, told)));
    clock.at(
        events.getLast().moment(),
        () -> Acting.run(actor, () -> transaction.executeWithoutResult(_ -> all.run())));
  }

  private void one(Event event, SampleSteps.Told told) {
    if (event.what().equals("admit")) {
      StayId stay = steps.admit(event, told);
      String part = "stay:" + told.row().get("key");
      if (!built.stands(part)) {
        built.mark(part, stay.value());
      }
    } else {
      steps.tell(event, told);
    }
  }

  private Actor worker(String organization, int hand) {
    List<String> staff = SampleAccounts.workers(organization, Duty.CARE);
    String login = staff.get(hand % staff.size());
    return new Actor.Member(
        keys.account(login).value(), keys.organization(organization).value(), Actor.Sight.CARE);
  }

  /** The admission, and what came after it so far. */
  private static List<Event> events(Stay stay, Instant now) {
    SampleRow row = stay.row();
    LocalDate admitted = stay.admitted();
    String at = row.get("at");
    Instant moment = at.isEmpty() ? now : moment(admitted, at);
    boolean early = admitted.equals(JapanTime.at(now).toLocalDate()) && moment.isAfter(now);
    Event first =
        new Event(
            row.get("by"),
            early || at.isEmpty() ? noLaterThan(now, moment(admitted, "20:00")) : moment,
            !early && !at.isEmpty(),
            "admit",
            List.of(),
            key(row, 0));
    List<Event> events = new java.util.ArrayList<>(List.of(first));
    int number = 1;
    for (String written : row.parts("events", ";")) {
      String[] words = written.split(" ");
      Instant when = moment(admitted.plusDays(Long.parseLong(words[0])), words[1]);
      if (!when.isAfter(now)) {
        List<String> further = Arrays.asList(words).subList(4, words.length);
        events.add(new Event(words[2], when, true, words[3], further, key(row, number)));
      }
      number++;
    }
    return events;
  }

  private static Instant noLaterThan(Instant now, Instant moment) {
    return moment.isAfter(now) ? now : moment;
  }

  private static Instant moment(LocalDate day, String at) {
    String[] parts = at.split(":");
    return day.atTime(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]))
        .atZone(JapanTime.ZONE)
        .toInstant();
  }

  /** The same event has the same key at every start, so it counts once. */
  private static UUID key(SampleRow row, int number) {
    String name = String.format(Locale.ROOT, "%s/%d", row.get("key"), number);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
