package tasuki.guide;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.calendar.BusinessCalendar;
import tasuki.calendar.JapanTime;
import tasuki.directory.BusinessCalendars;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.directory.search.Finder;
import tasuki.directory.search.Finding;
import tasuki.directory.search.Hit;
import tasuki.directory.search.Wanted;

/** Makes a page of what was found ready to be shown. */
@Component
class Rows {

  /**
   * A visit of more than 16 km in a straight line is payable only for a stated reason (往診料等の距離要件).
   */
  static final double PAYABLE_KM = 16;

  /** Whoever asks for those that are open now is answered from so many of the best. */
  private static final int LOOKED_THROUGH = 400;

  private static final int MOST_OFFERS = 6;

  /**
   * A page of rows.
   *
   * @param facets the names of what one may search by, by their codes
   */
  record Page(
      List<Row> rows,
      long total,
      boolean exact,
      boolean rough,
      boolean more,
      Map<String, String> facets) {}

  private final Finder finder;
  private final Organizations organizations;
  private final BusinessCalendars calendars;
  private final Facets facets;
  private final GuideWords say;
  private final Clock clock;

  Rows(
      Finder finder,
      Organizations organizations,
      BusinessCalendars calendars,
      Facets facets,
      GuideWords say,
      Clock clock) {
    this.finder = finder;
    this.organizations = organizations;
    this.calendars = calendars;
    this.facets = facets;
    this.say = say;
    this.clock = clock;
  }

  /**
   * A page of what is wanted.
   *
   * @param openNow whether only those that receive at this moment are shown
   */
  Page of(Wanted wanted, boolean openNow, int from, int most) {
    Finding found =
        openNow ? finder.find(wanted, 0, LOOKED_THROUGH) : finder.find(wanted, from, most);
    List<OrganizationId> ids = found.hits().stream().map(Hit::id).toList();
    Map<OrganizationId, Organization> known = organizations.byId(ids);
    Map<OrganizationId, BusinessCalendar> days = calendars.ownOf(ids);
    LocalDateTime now = JapanTime.now(clock);
    List<Hit> shown =
        found.hits().stream()
            .filter(hit -> known.containsKey(hit.id()))
            .filter(hit -> !openNow || Boolean.TRUE.equals(open(days.get(hit.id()), now)))
            .toList();
    List<Hit> page =
        openNow
            ? shown.subList(Math.min(from, shown.size()), Math.min(from + most, shown.size()))
            : shown;
    Map<String, String> names = facets.names(wanted.internal());
    Set<String> asked = asked(wanted, found);
    List<Row> rows = new ArrayList<>();
    for (Hit hit : page) {
      Organization one = known.get(hit.id());
      if (one != null) {
        List<String> offers = offers(hit, asked, names);
        Boolean openNowHere = open(days.get(hit.id()), now);
        rows.add(row(from + rows.size() + 1, hit, one, openNowHere, offers, wanted));
      }
    }
    long total = openNow ? shown.size() : found.total();
    boolean rough =
        found.hits().stream().anyMatch(hit -> hit.reasons().contains(Hit.Reason.ROUGHLY));
    long reach = Math.min(total, Finder.FARTHEST);
    return new Page(rows, total, found.exact(), rough, from + most < reach, names);
  }

  /** The facets that were asked for, by a tick or by a word. */
  private static Set<String> asked(Wanted wanted, Finding found) {
    Set<String> asked = new HashSet<>(wanted.facets());
    for (Finding.Understood word : found.understood()) {
      asked.addAll(word.meaning().facets());
      asked.addAll(word.meaning().internalFacets());
    }
    return asked;
  }

  /** What it offers, first what was asked for. */
  private static List<String> offers(Hit hit, Set<String> asked, Map<String, String> names) {
    return names.entrySet().stream()
        .filter(name -> hit.facets().contains(name.getKey()))
        .sorted(Comparator.comparing(name -> !asked.contains(name.getKey())))
        .map(Map.Entry::getValue)
        .limit(MOST_OFFERS)
        .toList();
  }

  private static @Nullable Boolean open(@Nullable BusinessCalendar days, LocalDateTime now) {
    return days == null ? null : days.isOpenAt(now);
  }

  private Row row(
      int number,
      Hit hit,
      Organization one,
      @Nullable Boolean openNow,
      List<String> offers,
      Wanted wanted) {
    Double km = hit.km();
    boolean closed = one.closedOn() != null && !one.closedOn().isAfter(wanted.date());
    return new Row(
        number,
        one.id(),
        one.name(),
        say.kind(one),
        one.address(),
        one.telephone(),
        one.member(),
        closed,
        closed ? null : openNow,
        say.distance(km, hit.precision()),
        km != null && km > PAYABLE_KM,
        say.reasons(hit.reasons()),
        offers,
        hit.position());
  }
}
