package tasuki.offer;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapanTime;
import tasuki.directory.Facet;
import tasuki.directory.FacetSource;
import tasuki.directory.OrganizationId;

/**
 * By what an offer is found. Room left counts while it is fresh; {@link StaleBell} tells the search
 * when it is not any more. Read as a job or as staff: the public sees nothing internal anyway.
 */
@Component
class OfferFacets implements FacetSource {

  private static final String NIGHT = "night";
  private static final String ROUND_THE_CLOCK = "round-the-clock";
  private static final String HOLIDAY = "holiday";
  private static final String NEW = "new";
  private static final String ROOM = "room";

  private final Offers offers;
  private final Capabilities capabilities;
  private final Clock clock;

  OfferFacets(Offers offers, Capabilities capabilities, Clock clock) {
    this.offers = offers;
    this.capabilities = capabilities;
    this.clock = clock;
  }

  @Override
  public List<Facet> facets() {
    LocalDate today = JapanTime.today(clock);
    List<Facet> facets = new ArrayList<>();
    facets.add(facet(ROOM, false));
    facets.add(facet(NEW, true));
    facets.add(facet(NIGHT, true));
    facets.add(facet(ROUND_THE_CLOCK, true));
    facets.add(facet(HOLIDAY, true));
    for (DayOfWeek day : DayOfWeek.values()) {
      facets.add(facet(day(day), true));
    }
    capabilities.all().stream()
        .filter(one -> one.holdsOn(today))
        .map(one -> new Facet(code(one.code()), one.nameKey(), one.words(), one.open()))
        .forEach(facets::add);
    capabilities
        .languages()
        .forEach(
            language ->
                facets.add(
                    new Facet(
                        code(language(language.code())),
                        language.nameKey(),
                        language.words(),
                        true)));
    return facets;
  }

  private Facet facet(String what, boolean open) {
    return new Facet(code(what), "offer.facet." + what, capabilities.wordsFor(what), open);
  }

  @Override
  public Map<OrganizationId, Set<String>> of(Collection<OrganizationId> organizations) {
    Map<OrganizationId, Set<String>> found = new HashMap<>();
    offers.of(organizations).forEach((id, offer) -> found.put(id, codes(offer.content())));
    offers
        .room(organizations)
        .forEach(
            (id, room) -> {
              if (room.stream().anyMatch(RoomLeft::open)) {
                found.computeIfAbsent(id, _ -> new HashSet<>()).add(code(ROOM));
              }
            });
    return found;
  }

  private static Set<String> codes(NewOffer offer) {
    Set<String> codes = new HashSet<>();
    offer.capabilities().forEach(one -> codes.add(code(one)));
    offer.languages().forEach(one -> codes.add(code(language(one))));
    offer.days().forEach(half -> codes.add(code(day(half.day()))));
    if (offer.night().reached()) {
      codes.add(code(NIGHT));
    }
    if (offer.night() == Reach.ALWAYS) {
      codes.add(code(ROUND_THE_CLOCK));
    }
    if (offer.holiday().reached()) {
      codes.add(code(HOLIDAY));
    }
    if (offer.opensToNew()) {
      codes.add(code(NEW));
    }
    return codes;
  }

  private static String code(String what) {
    return "offer:" + what;
  }

  private static String day(DayOfWeek day) {
    return "day-" + day.getValue();
  }

  private static String language(String code) {
    return "language-" + code;
  }
}
