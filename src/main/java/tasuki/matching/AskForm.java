package tasuki.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.form.DayField;
import tasuki.form.FormDefinition;
import tasuki.form.FormReader;
import tasuki.form.FormReading;
import tasuki.form.FormScreen;
import tasuki.form.FormValues;
import tasuki.form.FormViews;
import tasuki.form.Questions;
import tasuki.identity.Viewer;
import tasuki.offer.Capabilities;
import tasuki.offer.Capability;
import tasuki.offer.HalfDay;
import tasuki.person.PersonId;
import tasuki.person.Residence;
import tasuki.person.Residences;
import tasuki.web.Form;
import tasuki.web.Phrases;

/** The form by which one asks: filled from what is known of the person, and read into a card. */
@Component
class AskForm {

  private static final int LONGEST = 1000;

  private static final Set<OrganizationKind> COORDINATORS =
      EnumSet.of(OrganizationKind.HOME_CARE_HUB, OrganizationKind.MEDICAL_ASSOCIATION);

  /** Needs under one heading. */
  record NeedGroup(String label, List<Phrases.Choice> options) {}

  /**
   * What was typed.
   *
   * @param letters the answers letter for letter, to be shown again
   * @param wanted empty where something is missing or wrong
   */
  record Read(FormReading reading, FormValues letters, Optional<NewRequest> wanted) {}

  private final Areas areas;
  private final Organizations organizations;
  private final Capabilities capabilities;
  private final Residences residences;
  private final Questions questions;
  private final FormReader reader;
  private final FormViews views;
  private final MatchingWords say;
  private final Phrases phrases;
  private final Clock clock;

  AskForm(
      Areas areas,
      Organizations organizations,
      Capabilities capabilities,
      Residences residences,
      Questions questions,
      FormReader reader,
      FormViews views,
      MatchingWords say,
      Phrases phrases,
      Clock clock) {
    this.areas = areas;
    this.organizations = organizations;
    this.capabilities = capabilities;
    this.residences = residences;
    this.questions = questions;
    this.reader = reader;
    this.views = views;
    this.say = say;
    this.phrases = phrases;
    this.clock = clock;
  }

  private LocalDate today() {
    return JapanTime.today(clock);
  }

  private FormDefinition definition(RequestKind kind) {
    return questions.form(
        kind.code(), LocalDate.EPOCH, kind.says().name(), kind.says().questions());
  }

  /** Fills in what is known already. */
  void start(RequestKind kind, @Nullable PersonId person, Form form, Viewer viewer) {
    String own = viewer.organization().baseUnit();
    String unit =
        person == null ? own : residences.on(person, today()).map(Residence::baseUnit).orElse(own);
    form.start("unit", unit == null ? null : coarse(unit));
    if (kind.says().coordinated()) {
      coordinators(unit).stream().findFirst().ifPresent(one -> form.start("handler", one.id()));
    }
  }

  /** A municipality, a ward or a part of one: no town of a few hundred stands on a card. */
  private @Nullable String coarse(String code) {
    List<BaseUnit> units = areas.baseUnits(today());
    return units.stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .map(one -> isCoarse(one) ? code : one.municipality())
        .filter(found -> units.stream().anyMatch(one -> one.code().equals(found)))
        .orElse(null);
  }

  private static boolean isCoarse(BaseUnit unit) {
    return unit.kind() != BaseUnit.Kind.TOWN;
  }

  /** Those who coordinate, of the own area first. */
  private List<Organization> coordinators(@Nullable String unit) {
    Set<String> near =
        unit == null ? Set.of() : areas.neighbours(unit, AreaKind.SECONDARY_MEDICAL_AREA, today());
    List<Organization> all = new ArrayList<>();
    for (Organization one : organizations.ofKinds(COORDINATORS, today())) {
      if (one.member()) {
        all.add(one);
      }
    }
    all.sort(
        Comparator.comparing(
            (Organization one) -> one.baseUnit() == null || !near.contains(one.baseUnit())));
    return all;
  }

  Read read(
      RequestKind kind,
      @Nullable PersonId person,
      Form form,
      MultiValueMap<String, String> typed,
      Viewer viewer) {
    KindDefinition says = kind.says();
    FormDefinition definition = definition(kind);
    FormReading reading = reader.complete(definition, reader.draft(definition, typed).values());
    FormValues letters = FormReader.letters(definition, typed);
    OrganizationId handler =
        says.coordinated() ? handler(form, viewer) : viewer.organization().id();
    String unit = form.value("unit");
    if (unitOptions().stream().noneMatch(one -> one.value().equals(unit))) {
      form.reject("unit", "web.form.choose");
    }
    String situation = form.text("situation", LONGEST);
    LocalDate by = DayField.optional(form, "wantedBy").orElse(null);
    if (by != null && by.isBefore(today())) {
      form.reject("wantedBy", "matching.refused.past");
    }
    Set<String> needs = needs(says, form);
    Set<HalfDay> days =
        form.valuesOf("halfDays").stream()
            .flatMap(code -> HalfDay.of(code).stream())
            .collect(Collectors.toSet());
    if (form.hasErrors() || reading.hasErrors()) {
      return new Read(reading, letters, Optional.empty());
    }
    return new Read(
        reading,
        letters,
        Optional.of(
            new NewRequest(
                kind,
                person,
                handler,
                unit,
                needs,
                days,
                form.flag("night"),
                situation,
                reading.values(),
                by)));
  }

  private OrganizationId handler(Form form, Viewer viewer) {
    Optional<OrganizationId> chosen =
        form.id("handler")
            .map(OrganizationId::new)
            .filter(id -> coordinators(null).stream().anyMatch(one -> one.id().equals(id)));
    if (chosen.isEmpty()) {
      form.reject("handler", "web.form.choose");
    }
    return chosen.orElse(viewer.organization().id());
  }

  private Set<String> needs(KindDefinition says, Form form) {
    Set<String> known =
        says.asksNeeds()
            ? offered(says).stream().map(Capability::code).collect(Collectors.toSet())
            : Set.of();
    return form.valuesOf("needs").stream().filter(known::contains).collect(Collectors.toSet());
  }

  private List<Capability> offered(KindDefinition says) {
    return says.asked().stream()
        .flatMap(kind -> capabilities.of(kind, today()).stream())
        .distinct()
        .toList();
  }

  /** Puts the form on the page. */
  void show(RequestKind kind, Form form, @Nullable Read read, Viewer viewer, Model model) {
    KindDefinition says = kind.says();
    FormDefinition definition = definition(kind);
    FormScreen screen =
        read == null
            ? FormScreen.of(FormValues.EMPTY)
            : FormScreen.typed(read.letters(), read.reading());
    model.addAttribute(
        "view", definition.sections().isEmpty() ? null : views.edit(definition, screen));
    List<Form.Problem> problems = new ArrayList<>(form.errors());
    if (read != null) {
      problems.addAll(read.reading().errors());
    }
    model.addAttribute("problems", problems);
    model.addAttribute("unitOptions", unitOptions());
    model.addAttribute("asksNeeds", says.asksNeeds());
    model.addAttribute("needGroups", says.asksNeeds() ? groups(says) : List.of());
    model.addAttribute(
        "halfDayOptions",
        HalfDay.all().map(one -> new Phrases.Choice(one.code(), say.halfDay(one))).toList());
    model.addAttribute("coordinated", says.coordinated());
    model.addAttribute(
        "handlerOptions",
        coordinators(viewer.organization().baseUnit()).stream()
            .map(one -> new Phrases.Choice(one.id().toString(), one.name()))
            .toList());
  }

  private List<Phrases.Choice> unitOptions() {
    Map<String, String> names = say.units();
    return areas.baseUnits(today()).stream()
        .filter(AskForm::isCoarse)
        .map(one -> new Phrases.Choice(one.code(), names.getOrDefault(one.code(), one.name())))
        .toList();
  }

  private List<NeedGroup> groups(KindDefinition says) {
    Map<String, List<Phrases.Choice>> groups = new LinkedHashMap<>();
    Map<String, String> section = new HashMap<>();
    capabilities
        .sections()
        .forEach(one -> one.groups().forEach(group -> section.put(group, one.code())));
    for (Capability one : offered(says)) {
      groups
          .computeIfAbsent(section.getOrDefault(one.group(), one.group()), _ -> new ArrayList<>())
          .add(new Phrases.Choice(one.code(), say.need(one.code())));
    }
    return groups.entrySet().stream()
        .map(one -> new NeedGroup(phrases.of("offer.section." + one.getKey()), one.getValue()))
        .toList();
  }
}
