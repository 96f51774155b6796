package tasuki.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tasuki.identity.Duty;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.Ids;
import tasuki.notice.NoticeBox;

/** Everybody in the sample has read what they were told, but for the last days. */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
class SampleNotices {

  private static final Duration UNREAD = Duration.ofDays(2);

  private final NoticeBox notices;
  private final SampleKeys keys;
  private final SampleClock clock;
  private final Ids ids;

  SampleNotices(NoticeBox notices, SampleKeys keys, SampleClock clock, Ids ids) {
    this.notices = notices;
    this.keys = keys;
    this.clock = clock;
    this.ids = ids;
  }

  void read() {
    Instant until = clock.instant().minus(UNREAD);
    for (SampleAccounts account : SampleAccounts.all()) {
      for (Map.Entry<String, Set<Duty>> place : account.memberships().entrySet()) {
        Actor actor =
            new Actor.Member(
                keys.account(account.login()).value(),
                keys.organization(place.getKey()).value(),
                Duty.sightOf(place.getValue()));
        boolean family = place.getValue().contains(Duty.FAMILY);
        clock.at(until, () -> Acting.run(actor, () -> read(!family)));
      }
    }
  }

  private void read(boolean inbox) {
    UUID upTo = ids.next();
    notices.readAll(inbox, upTo);
  }
}
