package tasuki.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.AreaId;
import tasuki.directory.OrganizationId;
import tasuki.offer.HalfDay;
import tasuki.offer.NewOffer;
import tasuki.offer.Offer;
import tasuki.offer.OfferKeeping;
import tasuki.offer.Offers;
import tasuki.offer.Reach;

/** Organisations of the sample say what they can do and how much room is left, some long ago. */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
@Transactional(propagation = Propagation.MANDATORY)
class SampleOffers {

  private static final String DISTRICT = "area:MEDICAL_ASSOCIATION_DISTRICT:";

  private final OfferKeeping keeping;
  private final Offers offers;
  private final SampleKeys keys;
  private final SampleClock clock;

  SampleOffers(OfferKeeping keeping, Offers offers, SampleKeys keys, SampleClock clock) {
    this.keeping = keeping;
    this.offers = offers;
    this.keys = keys;
    this.clock = clock;
  }

  /** Says a line of the table, each thing at its moment. */
  void say(SampleRow row, Instant now) {
    OrganizationId organization = keys.organization(row.get("organization"));
    @Nullable String reason = row.find("reason").orElse(null);
    int before = offers.of(organization).map(Offer::number).orElse(0);
    clock.at(
        ago(now, row.get("days_ago")), () -> keeping.say(organization, offer(row), before, reason));
    for (String room : row.parts("room", " ")) {
      String[] parts = room.split("[:@]", -1);
      clock.at(
          ago(now, parts[2]),
          () -> keeping.sayRoom(organization, parts[0], Integer.parseInt(parts[1]), reason));
    }
  }

  private NewOffer offer(SampleRow row) {
    return new NewOffer(
        words(row, "capabilities").collect(Collectors.toSet()),
        words(row, "days").flatMap(code -> HalfDay.of(code).stream()).collect(Collectors.toSet()),
        Reach.valueOf(row.get("night")),
        Reach.valueOf(row.get("holiday")),
        row.yes("new"),
        row.yes("own"),
        row.find("note").orElse(null),
        words(row, "languages").collect(Collectors.toSet()),
        words(row, "units").collect(Collectors.toSet()),
        areas(row));
  }

  private Set<AreaId> areas(SampleRow row) {
    return words(row, "areas")
        .map(code -> new AreaId(keys.id(DISTRICT + code)))
        .collect(Collectors.toSet());
  }

  private static Stream<String> words(SampleRow row, String name) {
    return row.parts(name, " ").stream();
  }

  private static Instant ago(Instant now, String days) {
    return now.minus(Duration.ofDays(Integer.parseInt(days)));
  }
}
