package tasuki.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.calendar.BusinessCalendar;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.BusinessCalendars;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.Accounts;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.OrganizationPart;
import tasuki.identity.Viewer;

/** Says what an organisation is, when it answers and who works there. */
@Controller
@OpenTo({})
class OrganizationsController {

  /** Somebody who works there. */
  record Colleague(String name, String profession, String duties) {}

  private final Organizations organizations;
  private final BusinessCalendars calendars;
  private final Areas areas;
  private final Accounts accounts;
  private final HoursWords words;
  private final MessageSource messages;
  private final Clock clock;
  private final List<OrganizationPart> parts;

  OrganizationsController(
      Organizations organizations,
      BusinessCalendars calendars,
      Areas areas,
      Accounts accounts,
      HoursWords words,
      MessageSource messages,
      Clock clock,
      List<OrganizationPart> parts) {
    this.parts = parts.stream().sorted(Comparator.comparingInt(OrganizationPart::order)).toList();
    this.organizations = organizations;
    this.calendars = calendars;
    this.areas = areas;
    this.accounts = accounts;
    this.words = words;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping("/organizations/{id}")
  String one(@PathVariable UUID id, Viewer viewer, Model model, Locale locale) {
    Organization organization = organizations.get(new OrganizationId(id));
    LocalDateTime now = JapanTime.now(clock);
    LocalDate today = now.toLocalDate();
    BusinessCalendar calendar = calendars.calendarOf(organization.id());
    model.addAttribute("organization", organization);
    model.addAttribute("place", places(today, locale).get(organization.baseUnit()));
    model.addAttribute("around", around(organization, today, locale));
    boolean closed = organization.closedOn() != null && !organization.closedOn().isAfter(today);
    model.addAttribute("gone", closed);
    model.addAttribute(
        "closesOn",
        organization.closedOn() == null
            ? null
            : JapaneseDates.inFull(organization.closedOn(), locale));
    model.addAttribute("answersNow", words.now(calendar, now, locale));
    model.addAttribute("openNow", !closed && calendar.isOpenAt(now));
    model.addAttribute("ownDays", !calendars.rulesOf(organization.id()).isEmpty());
    YearMonth month = YearMonth.from(today);
    model.addAttribute("monthName", JapaneseDates.month(month, locale));
    model.addAttribute("weeks", words.month(calendar, month, today, locale));
    model.addAttribute("nextDays", words.days(calendar, today, 7, locale));
    model.addAttribute(
        "staff", viewer.hasAny(Duty.FAMILY) ? List.of() : colleagues(organization, locale));
    model.addAttribute("mayChange", keepsDirectory(viewer));
    model.addAttribute(
        "parts",
        parts.stream()
            .flatMap(part -> part.template(organization, Optional.of(viewer), model).stream())
            .toList());
    model.addAttribute("maySetDays", HoursController.own(viewer, organization.id()));
    return "desk/organization";
  }

  private List<Colleague> colleagues(Organization organization, Locale locale) {
    if (organization.kind() == OrganizationKind.PERSON_AND_FAMILY) {
      return List.of();
    }
    return accounts.staffOf(organization.id()).stream()
        .map(
            member ->
                new Colleague(
                    member.account().name(),
                    say("identity.profession." + member.account().profession(), locale),
                    member.duties().stream()
                        .filter(duty -> duty != Duty.CARE)
                        .map(duty -> say("identity.duty." + duty, locale))
                        .collect(Collectors.joining(say("web.list.comma", locale)))))
        .toList();
  }

  private List<String> around(Organization organization, LocalDate today, Locale locale) {
    String unit = organization.baseUnit();
    if (unit == null) {
      return List.of();
    }
    return List.of(
            AreaKind.SECONDARY_MEDICAL_AREA,
            AreaKind.MEDICAL_ASSOCIATION_DISTRICT,
            AreaKind.PUBLIC_HEALTH_CENTRE_DISTRICT,
            AreaKind.TRANSITION_RULE_AREA)
        .stream()
        .flatMap(
            kind ->
                areas.around(unit, kind, today).stream()
                    .map(
                        area ->
                            say("area.kind." + kind, locale)
                                + ": "
                                + AreasController.name(area, locale)))
        .toList();
  }

  /** Whether the viewer keeps the prefecture's list of organisations. */
  static boolean keepsDirectory(Viewer viewer) {
    return viewer.hasAny(Duty.OFFICER)
        && viewer.organization().kind() == OrganizationKind.PREFECTURE;
  }

  private Map<String, String> places(LocalDate today, Locale locale) {
    return areas.baseUnits(today).stream()
        .collect(
            Collectors.toMap(
                BaseUnit::code,
                unit -> AreasController.english(locale) ? unit.nameEnglish() : unit.name()));
  }

  private String say(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
