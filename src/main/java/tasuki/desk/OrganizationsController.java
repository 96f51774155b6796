package tasuki.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.area.AreaId;
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
import tasuki.directory.OrganizationSearch;
import tasuki.directory.Organizations;
import tasuki.identity.Accounts;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.OrganizationPart;
import tasuki.identity.Viewer;
import tasuki.web.Form;

/** Finds an organisation and says what it is, when it answers and who works there. */
@Controller
@OpenTo({})
class OrganizationsController {

  private static final int PAGE = 50;

  /** A row of the list. */
  record Row(
      OrganizationId id,
      String name,
      String kind,
      String place,
      String telephone,
      @Nullable String fax,
      boolean member,
      boolean closed) {}

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

  @GetMapping("/organizations")
  String list(Form form, Viewer viewer, Model model, Locale locale) {
    LocalDate today = JapanTime.today(clock);
    OrganizationSearch wanted =
        new OrganizationSearch(
            form.optional("q", 100).orElse(""),
            form.optionalChoice("kind", OrganizationKind.class),
            form.id("area").map(AreaId::new),
            Optional.of(form.value("member"))
                .filter(value -> value.equals("yes") || value.equals("no"))
                .map(value -> value.equals("yes")),
            form.flag("closed"),
            today,
            form.id("after").map(OrganizationId::new).orElse(null));
    List<Organization> found = organizations.search(wanted, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<Organization> page = more ? found.subList(0, PAGE) : found;
    Map<String, String> places = places(today, locale);
    model.addAttribute("rows", page.stream().map(one -> row(one, places, locale)).toList());
    model.addAttribute("kinds", kinds(locale));
    model.addAttribute("areaOptions", areaOptions(today, locale));
    model.addAttribute("nextPage", more ? address(form, page.getLast().id()) : null);
    model.addAttribute("firstPage", wanted.after() == null ? null : address(form, null));
    boolean narrowed =
        !wanted.words().isEmpty()
            || wanted.kind().isPresent()
            || wanted.area().isPresent()
            || wanted.member().isPresent()
            || wanted.closed();
    model.addAttribute("narrowed", narrowed);
    model.addAttribute("mayAdd", keepsDirectory(viewer));
    return "desk/organizations";
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

  private Row row(Organization organization, Map<String, String> places, Locale locale) {
    String place = organization.baseUnit() == null ? null : places.get(organization.baseUnit());
    return new Row(
        organization.id(),
        organization.name(),
        say("directory.kind." + organization.kind(), locale),
        organization.outsidePrefecture()
            ? say("desk.organizations.outside", locale)
            : place == null ? "" : place,
        organization.telephone(),
        organization.fax(),
        organization.member(),
        organization.closedOn() != null
            && !organization.closedOn().isAfter(JapanTime.today(clock)));
  }

  private Map<String, String> places(LocalDate today, Locale locale) {
    return areas.baseUnits(today).stream()
        .collect(
            Collectors.toMap(
                BaseUnit::code,
                unit -> AreasController.english(locale) ? unit.nameEnglish() : unit.name()));
  }

  private List<Option> kinds(Locale locale) {
    return Arrays.stream(OrganizationKind.values())
        .filter(kind -> kind != OrganizationKind.PERSON_AND_FAMILY)
        .map(kind -> new Option(kind.name(), say("directory.kind." + kind, locale)))
        .toList();
  }

  private List<Option> areaOptions(LocalDate today, Locale locale) {
    Function<AreaKind, List<Option>> of =
        kind ->
            areas.ofKind(kind, today).stream()
                .map(
                    area ->
                        new Option(
                            area.id().value().toString(), AreasController.name(area, locale)))
                .toList();
    return List.of(
            AreaKind.SECONDARY_MEDICAL_AREA,
            AreaKind.MEDICAL_ASSOCIATION_DISTRICT,
            AreaKind.MUNICIPALITY)
        .stream()
        .flatMap(kind -> of.apply(kind).stream())
        .toList();
  }

  private static String address(Form form, @Nullable OrganizationId after) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/organizations");
    for (String name : List.of("q", "kind", "area", "member", "closed")) {
      if (!form.value(name).isEmpty()) {
        address.queryParam(name, "{" + name + "}");
      }
    }
    Map<String, Object> values =
        List.of("q", "kind", "area", "member", "closed").stream()
            .collect(Collectors.toMap(Function.identity(), form::value));
    if (after != null) {
      address.queryParam("after", after.toString());
    }
    return address.encode().buildAndExpand(values).toUriString();
  }

  private String say(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
