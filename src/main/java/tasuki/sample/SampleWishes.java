package tasuki.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapanTime;
import tasuki.identity.Duty;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.person.Conversations;
import tasuki.person.LastPlace;
import tasuki.person.NewConversation;
import tasuki.person.Treatment;
import tasuki.person.Wish;

/** 人生会議 of some of the sample's persons, each written down by whoever talked with them. */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
class SampleWishes {

  private final Conversations conversations;
  private final SampleParts parts;
  private final SampleKeys keys;
  private final SampleClock clock;
  private final Clock now;

  SampleWishes(
      Conversations conversations,
      SampleParts parts,
      SampleKeys keys,
      SampleClock clock,
      Clock now) {
    this.conversations = conversations;
    this.parts = parts;
    this.keys = keys;
    this.clock = clock;
    this.now = now;
  }

  void tell() {
    Instant today = now.instant();
    for (SampleRow row : SampleRow.all("wishes")) {
      Actor actor =
          new Actor.Member(
              keys.account(SampleAccounts.worker(row.get("by"), Duty.CARE)).value(),
              keys.organization(row.get("by")).value(),
              Actor.Sight.CARE);
      String part = "wishes:" + row.get("person") + row.get("days_ago");
      clock.at(
          today.minus(Duration.ofDays(row.number("days_ago"))),
          () -> Acting.run(actor, () -> parts.once(part, () -> write(row, part))));
    }
  }

  private void write(SampleRow row, String part) {
    LocalDate held = JapanTime.today(now);
    NewConversation said =
        new NewConversation(
            held,
            row.get("present"),
            null,
            null,
            row.get("matters"),
            wishes(row.parts("wishes", " ")),
            row.find("treatment").orElse(null),
            LastPlace.valueOf(row.get("place")),
            row.find("deputy").orElse(null),
            row.find("relation").orElse(null),
            row.find("telephone").orElse(null),
            row.find("family").orElse(null),
            held.plusDays(row.number("next")));
    conversations.record(
        keys.person(row.get("person")), said, List.of(), null, new UUID(part.hashCode(), 3));
  }

  private static Map<Treatment, Wish> wishes(List<String> parts) {
    Map<Treatment, Wish> wishes = new EnumMap<>(Treatment.class);
    for (String part : parts) {
      int at = part.indexOf(':');
      wishes.put(Treatment.valueOf(part.substring(0, at)), Wish.valueOf(part.substring(at + 1)));
    }
    return wishes;
  }
}
