package tasuki.equipment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.area.AreaId;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.equipment.EquipmentWords.Choice;
import tasuki.file.FileAnswer;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.form.DayField;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.web.Form;

/** What is lent and when it is free: the list for everybody of the staff, and one thing. */
@Controller
@OpenTo({Duty.CARE, Duty.COORDINATOR, Duty.OFFICER, Duty.ADMINISTRATOR})
class EquipmentController {

  private static final int PAGE = 30;

  /** Months that one can look ahead and back, and in which something away is looked for. */
  private static final int MONTHS = 12;

  private static final List<String> FILTERS = List.of("kind", "area", "from", "until", "owner");

  /** A line of the list. */
  record Row(
      ThingId id,
      String name,
      String kind,
      String owner,
      String keptAt,
      String next,
      boolean free,
      List<ThingCalendar.Square> strip) {}

  private final Things things;
  private final Loans loans;
  private final Blocks blocks;
  private final ThingViews views;
  private final Keepers keepers;
  private final Organizations organizations;
  private final Areas areas;
  private final FileStore files;
  private final EquipmentWords say;
  private final Clock clock;

  EquipmentController(
      Things things,
      Loans loans,
      Blocks blocks,
      ThingViews views,
      Keepers keepers,
      Organizations organizations,
      Areas areas,
      FileStore files,
      EquipmentWords say,
      Clock clock) {
    this.things = things;
    this.loans = loans;
    this.blocks = blocks;
    this.views = views;
    this.keepers = keepers;
    this.organizations = organizations;
    this.areas = areas;
    this.files = files;
    this.say = say;
    this.clock = clock;
  }

  @GetMapping("/equipment")
  String list(Form form, Viewer viewer, Model model) {
    LocalDate today = JapanTime.today(clock);
    Optional<LocalDate> from = DayField.optional(form, "from");
    Optional<LocalDate> until = DayField.optional(form, "until");
    Optional<Days> free = free(form, from, until);
    ThingSearch wanted =
        new ThingSearch(
            form.optionalChoice("kind", ThingKind.class),
            form.id("area").map(AreaId::new),
            form.id("owner").map(OrganizationId::new),
            free,
            form.id("after").map(ThingId::new).orElse(null));
    List<Thing> found = things.search(wanted, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<Thing> page = more ? found.subList(0, PAGE) : found;
    LocalDate first = free.map(Days::first).filter(day -> day.isAfter(today)).orElse(today);
    model.addAttribute("rows", rows(page, first, today));
    model.addAttribute("stripDays", say.days(new Days(first, first.plusDays(13))));
    model.addAttribute("kinds", say.choices("equipment.kind.", ThingKind.values()));
    model.addAttribute("areas", areaChoices(today));
    boolean narrowed = FILTERS.stream().anyMatch(name -> !form.value(name).isEmpty());
    model.addAttribute("narrowed", narrowed);
    model.addAttribute("nextPage", more ? address(form, page.getLast().id()) : null);
    model.addAttribute("firstPage", wanted.after() == null ? null : address(form, null));
    model.addAttribute("keeps", keepers.keeps(viewer));
    return "equipment/list";
  }

  private Optional<Days> free(Form form, Optional<LocalDate> from, Optional<LocalDate> until) {
    if (from.isEmpty() && until.isEmpty()) {
      return Optional.empty();
    }
    LocalDate first = from.or(() -> until).orElseThrow();
    LocalDate last = until.or(() -> from).orElseThrow();
    if (last.isBefore(first)) {
      form.reject("until", "equipment.refused.order");
      return Optional.empty();
    }
    return Optional.of(new Days(first, last));
  }

  private List<Row> rows(List<Thing> page, LocalDate first, LocalDate today) {
    Map<ThingId, List<Taken>> taken =
        things.taken(
            page.stream().map(Thing::id).toList(),
            new Days(first.minusMonths(MONTHS), first.plusDays(ThingCalendar.STRIP)));
    Map<OrganizationId, Organization> owners =
        organizations.byId(page.stream().map(Thing::owner).toList());
    List<Row> rows = new ArrayList<>();
    for (Thing thing : page) {
      ThingCalendar calendar =
          new ThingCalendar(taken.getOrDefault(thing.id(), List.of()), today, say);
      Organization owner = owners.get(thing.owner());
      Optional<LocalDate> next = calendar.nextFree(first);
      rows.add(
          new Row(
              thing.id(),
              thing.name(),
              say.kind(thing.kind()),
              owner == null ? "" : owner.name(),
              thing.keptAt(),
              next.map(day -> say.of("free-from", say.day(day)))
                  .orElseGet(() -> say.of("free-later", ThingCalendar.STRIP)),
              next.filter(first::equals).isPresent(),
              calendar.strip(first)));
    }
    return rows;
  }

  private List<Choice> areaChoices(LocalDate today) {
    return List.of(AreaKind.MEDICAL_ASSOCIATION_DISTRICT, AreaKind.SECONDARY_MEDICAL_AREA).stream()
        .flatMap(kind -> areas.ofKind(kind, today).stream())
        .map(area -> new Choice(area.id().value().toString(), say.name(area)))
        .toList();
  }

  private static String address(Form form, @Nullable ThingId after) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/equipment");
    Map<String, Object> values = new HashMap<>();
    for (String name : FILTERS) {
      if (!form.value(name).isEmpty()) {
        address.queryParam(name, "{" + name + "}");
        values.put(name, form.value(name));
      }
    }
    if (after != null) {
      address.queryParam("after", after.toString());
    }
    return address.encode().buildAndExpand(values).toUriString();
  }

  @GetMapping("/equipment/{id}")
  String one(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    Thing thing = things.get(new ThingId(id));
    LocalDate today = JapanTime.today(clock);
    boolean own = keepers.keeps(viewer) && thing.owner().equals(viewer.organization().id());
    YearMonth month = month(form, YearMonth.from(today));
    Days shown = new Days(month.minusMonths(MONTHS).atDay(1), month.plusMonths(1).atEndOfMonth());
    List<Taken> taken =
        things.taken(List.of(thing.id()), shown).getOrDefault(thing.id(), List.of());
    ThingCalendar calendar = new ThingCalendar(taken, today, say);
    String base = thing.retiredOn() == null ? "/equipment/" + id : null;
    model.addAttribute("thing", thing);
    model.addAttribute("facts", views.facts(thing, today));
    model.addAttribute("owner", organizations.get(thing.owner()));
    model.addAttribute("late", things.isLate(thing.id(), today));
    model.addAttribute("gone", thing.retiredOn() != null);
    model.addAttribute(
        "months", List.of(calendar.month(month, base), calendar.month(month.plusMonths(1), base)));
    model.addAttribute("earlier", step(id, month.minusMonths(1), today));
    model.addAttribute("later", step(id, month.plusMonths(1), today));
    model.addAttribute("own", own);
    if (own) {
      model.addAttribute("blocks", views.blocks(blocks.current(thing.id())));
      model.addAttribute("history", views.steps(loans.history(thing.id())));
    }
    return "equipment/thing";
  }

  private static YearMonth month(Form form, YearMonth now) {
    try {
      YearMonth wanted = YearMonth.parse(form.value("month"));
      boolean near =
          !wanted.isBefore(now.minusMonths(MONTHS)) && !wanted.isAfter(now.plusMonths(MONTHS));
      return near ? wanted : now;
    } catch (DateTimeParseException other) {
      return now;
    }
  }

  private static @Nullable String step(UUID id, YearMonth month, LocalDate today) {
    YearMonth now = YearMonth.from(today);
    boolean near =
        !month.isBefore(now.minusMonths(MONTHS)) && !month.isAfter(now.plusMonths(MONTHS));
    return near ? "/equipment/" + id + "?month=" + month : null;
  }

  @GetMapping("/equipment/{id}/picture")
  ResponseEntity<Resource> picture(@PathVariable UUID id) {
    FileId picture = things.get(new ThingId(id)).picture();
    if (picture == null) {
      throw new AbsentException("picture");
    }
    return FileAnswer.of(files.get(picture), files.open(picture));
  }
}
