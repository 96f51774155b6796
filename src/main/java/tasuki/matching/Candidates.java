package tasuki.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.calendar.JapanTime;
import tasuki.directory.Middles;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.directory.Position;
import tasuki.directory.search.Finder;
import tasuki.directory.search.Hit;
import tasuki.directory.search.Wanted;
import tasuki.offer.Offer;
import tasuki.offer.OfferQuery;
import tasuki.offer.Offered;
import tasuki.offer.Offers;
import tasuki.offer.RoomLeft;

/** Who might help with a request, the best first, from what the directory and the offers know. */
@Component
@Transactional(readOnly = true)
class Candidates {

  /** The nearest are looked at; farther ones fit no better. */
  private static final int LOOKED_AT = 400;

  private final JdbcClient jdbc;
  private final Finder finder;
  private final Middles middles;
  private final Areas areas;
  private final Organizations organizations;
  private final Offers offers;
  private final Clock clock;

  Candidates(
      JdbcClient jdbc,
      Finder finder,
      Middles middles,
      Areas areas,
      Organizations organizations,
      Offers offers,
      Clock clock) {
    this.jdbc = jdbc;
    this.finder = finder;
    this.middles = middles;
    this.areas = areas;
    this.organizations = organizations;
    this.offers = offers;
    this.clock = clock;
  }

  /** Those who might help, the best first; those left out stand last with the reason. */
  List<Candidate> rank(HelpRequest request, KindDefinition says) {
    List<Hit> hits = around(request.card().baseUnit(), says);
    hits = hits.stream().filter(hit -> !hit.id().equals(request.asker())).toList();
    Map<OrganizationId, Hit> byId = new LinkedHashMap<>();
    hits.forEach(hit -> byId.put(hit.id(), hit));
    return rank(request.card(), says, byId);
  }

  /** How those fit whom the handler names; who does not exist is left out. */
  Map<OrganizationId, Candidate> of(
      HelpRequest request, KindDefinition says, Collection<OrganizationId> named) {
    Position middle = middles.of(request.card().baseUnit()).orElse(null);
    Map<OrganizationId, Hit> hits = new HashMap<>();
    organizations.byId(named).forEach((id, one) -> hits.put(id, hit(one, middle)));
    return rank(request.card(), says, hits).stream()
        .collect(Collectors.toMap(one -> one.organization().id(), Function.identity()));
  }

  private static Hit hit(Organization one, @Nullable Position middle) {
    Position place = one.position();
    if (middle == null || place == null) {
      return new Hit(one.id(), Set.of(), Set.of(), place, null, null);
    }
    return new Hit(
        one.id(),
        Set.of(),
        Set.of(),
        place,
        middle.kmTo(place),
        middle.precision().or(place.precision()));
  }

  private List<Candidate> rank(Card card, KindDefinition says, Map<OrganizationId, Hit> hits) {
    List<OrganizationId> ids = List.copyOf(hits.keySet());
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<OrganizationId, Offer> said = offers.of(ids);
    Map<OrganizationId, List<RoomLeft>> room = offers.room(ids);
    Set<OrganizationId> coming = coming(ids, card.baseUnit());
    Map<OrganizationId, CandidateFacts.Former> former = former(ids);
    Map<OrganizationId, Organization> known = organizations.byId(ids);
    List<Candidate> candidates = new ArrayList<>();
    for (OrganizationId id : ids) {
      Organization organization = known.get(id);
      Hit hit = hits.get(id);
      if (organization != null && hit != null) {
        Offer offer = said.get(id);
        CandidateFacts facts =
            new CandidateFacts(
                offer == null ? null : offer.content(),
                coming.contains(id),
                room(room.getOrDefault(id, List.of()), says.help()),
                hit.km(),
                former.getOrDefault(id, CandidateFacts.Former.NONE));
        candidates.add(new Candidate(organization, Fit.of(card, says, facts), hit.precision()));
      }
    }
    candidates.sort(
        Comparator.comparing((Candidate one) -> one.fit().leftOut() != null)
            .thenComparing(one -> -one.fit().score())
            .thenComparing(one -> ids.indexOf(one.organization().id())));
    return candidates;
  }

  private List<Hit> around(String unit, KindDefinition says) {
    LocalDate today = JapanTime.today(clock);
    Wanted.Builder wanted = Wanted.internally(today).kinds(says.asked());
    Optional<Position> middle = middles.of(unit);
    if (middle.isPresent()) {
      // Somebody a little farther than the limit is shown with the reason, not hidden.
      wanted.near(middle.get(), says.mostKm() > 0 ? says.mostKm() * 1.25 : null);
    } else {
      wanted.in(areas.neighbours(unit, AreaKind.SECONDARY_MEDICAL_AREA, today));
    }
    return finder.exactly(wanted.build(), 0, LOOKED_AT).hits();
  }

  private Set<OrganizationId> coming(List<OrganizationId> ids, String unit) {
    return offers.whoCan(ids, OfferQuery.anything(JapanTime.today(clock)).comingTo(unit)).stream()
        .map(Offered::offer)
        .map(Offer::organization)
        .collect(Collectors.toSet());
  }

  private static @Nullable Integer room(List<RoomLeft> room, @Nullable String help) {
    return room.stream()
        .filter(one -> one.help().equals(help) && one.fresh())
        .map(RoomLeft::places)
        .findFirst()
        .orElse(null);
  }

  private Map<OrganizationId, CandidateFacts.Former> former(List<OrganizationId> ids) {
    Map<OrganizationId, CandidateFacts.Former> former = new HashMap<>();
    jdbc.sql("select * from matching.former(?)")
        .param(ids.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .query(
            row -> {
              former.put(
                  new OrganizationId(row.getObject("organization", UUID.class)),
                  new CandidateFacts.Former(
                      row.getInt("offered"), row.getInt("answered"), row.getInt("chosen")));
            });
    return former;
  }
}
