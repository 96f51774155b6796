package tasuki.guide;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.calendar.BusinessCalendar;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.desk.HoursWords;
import tasuki.directory.BusinessCalendars;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.directory.search.Finder;
import tasuki.directory.search.Hit;
import tasuki.directory.search.Wanted;
import tasuki.identity.OrganizationPart;
import tasuki.kernel.AbsentException;
import tasuki.web.Anybody;

/**
 * What everybody may know: one organisation, and which are linked by Tasuki. The names of linked
 * institutions have to stand on the Web for 在宅医療情報連携加算 (診療報酬, from June 2024).
 */
@Controller
@Anybody
class PublicOrganizationController {

  /** The linked institutions of a base unit. */
  record Linked(String place, List<Member> members) {}

  /** A linked institution. */
  record Member(OrganizationId id, String name, String kind) {}

  /** So many days ahead are shown. */
  private static final int DAYS = 7;

  private final Organizations organizations;
  private final BusinessCalendars calendars;
  private final Finder finder;
  private final Areas areas;
  private final List<OrganizationPart> parts;
  private final HoursWords hours;
  private final GuideWords say;
  private final Clock clock;

  PublicOrganizationController(
      Organizations organizations,
      BusinessCalendars calendars,
      Finder finder,
      Areas areas,
      List<OrganizationPart> parts,
      HoursWords hours,
      GuideWords say,
      Clock clock) {
    this.organizations = organizations;
    this.calendars = calendars;
    this.finder = finder;
    this.areas = areas;
    this.parts = parts.stream().sorted(Comparator.comparingInt(OrganizationPart::order)).toList();
    this.hours = hours;
    this.say = say;
    this.clock = clock;
  }

  @GetMapping("/public/organizations/{id}")
  String one(@PathVariable UUID id, Model model, Locale locale) {
    Organization one = organizations.get(new OrganizationId(id));
    LocalDateTime now = JapanTime.now(clock);
    if (one.kind() == OrganizationKind.PERSON_AND_FAMILY || isGone(one, now.toLocalDate())) {
      throw new AbsentException("organization");
    }
    model.addAttribute("organization", one);
    model.addAttribute("kindName", say.kind(one));
    BusinessCalendar own = calendars.ownOf(List.of(one.id())).get(one.id());
    model.addAttribute("openNow", own == null ? null : own.isOpenAt(now));
    model.addAttribute(
        "days", own == null ? List.of() : hours.days(own, now.toLocalDate(), DAYS, locale));
    model.addAttribute(
        "parts",
        parts.stream()
            .flatMap(part -> part.template(one, Optional.empty(), model).stream())
            .toList());
    return "guide/organization";
  }

  private static boolean isGone(Organization one, LocalDate today) {
    return one.closedOn() != null && !one.closedOn().isAfter(today);
  }

  @GetMapping("/public/linked")
  String linked(Model model, Locale locale) {
    LocalDate today = JapanTime.today(clock);
    List<Linked> linked =
        areas.baseUnits(today).stream()
            .map(unit -> new Linked(say.name(unit), members(unit, today)))
            .filter(place -> !place.members().isEmpty())
            .toList();
    model.addAttribute("linked", linked);
    model.addAttribute(
        "count", say.number(linked.stream().mapToInt(place -> place.members().size()).sum()));
    model.addAttribute("asOf", JapaneseDates.inFull(today, locale));
    return "guide/linked";
  }

  private List<Member> members(BaseUnit unit, LocalDate today) {
    Wanted wanted = Wanted.internally(today).member(true).in(Set.of(unit.code())).build();
    List<OrganizationId> ids =
        finder.find(wanted, 0, Finder.FARTHEST).hits().stream().map(Hit::id).toList();
    var known = organizations.byId(ids);
    return ids.stream()
        .map(known::get)
        .filter(Objects::nonNull)
        .filter(one -> one.kind().cares())
        .map(one -> new Member(one.id(), one.name(), say.kind(one)))
        .toList();
  }
}
