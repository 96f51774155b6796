package tasuki.transition.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.calendar.Ages;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.form.FormDefinition;
import tasuki.form.FormItem;
import tasuki.form.FormValues;
import tasuki.identity.Profession;
import tasuki.kernel.Acting;
import tasuki.person.CareManager;
import tasuki.person.CareTeams;
import tasuki.person.Certification;
import tasuki.person.Certifications;
import tasuki.person.InsuranceKind;
import tasuki.person.Insurances;
import tasuki.person.Person;
import tasuki.person.PersonId;
import tasuki.person.Persons;
import tasuki.person.PlanOwners;
import tasuki.person.Relative;
import tasuki.person.Relatives;
import tasuki.person.Residences;
import tasuki.person.TeamRole;
import tasuki.transition.Side;
import tasuki.transition.Stay;
import tasuki.transition.StayFacts;
import tasuki.transition.Step;
import tasuki.transition.StepKind;

/** What is known already and need not be typed: facts of the person, the stay and the log. */
@Component
class Prefill {

  /** Hearings that the record has room for. */
  private static final int HEARINGS = 3;

  private final Persons persons;
  private final Residences residences;
  private final Certifications certifications;
  private final Insurances insurances;
  private final Relatives relatives;
  private final CareTeams teams;
  private final PlanOwners planOwners;
  private final Organizations organizations;
  private final DocumentRows rows;
  private final Clock clock;

  Prefill(
      Persons persons,
      Residences residences,
      Certifications certifications,
      Insurances insurances,
      Relatives relatives,
      CareTeams teams,
      PlanOwners planOwners,
      Organizations organizations,
      DocumentRows rows,
      Clock clock) {
    this.persons = persons;
    this.residences = residences;
    this.certifications = certifications;
    this.insurances = insurances;
    this.relatives = relatives;
    this.teams = teams;
    this.planOwners = planOwners;
    this.organizations = organizations;
    this.rows = rows;
    this.clock = clock;
  }

  /** The items of the definition that the facts answer. */
  FormValues of(FormDefinition definition, StayFacts.Facts stay) {
    Map<String, List<String>> facts = new LinkedHashMap<>();
    person(stay.stay().person(), facts);
    certification(stay.stay().person(), facts);
    family(stay.stay().person(), facts);
    stay(stay, facts);
    facts.putAll(hearings(stay.log()));
    return answers(definition, facts);
  }

  /** The items of the definition that the hearings of the log answer. */
  FormValues ofHearings(FormDefinition definition, StayFacts.Facts stay) {
    return answers(definition, hearings(stay.log()));
  }

  private static FormValues answers(FormDefinition definition, Map<String, List<String>> facts) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    definition
        .items()
        .forEach(
            item -> {
              List<String> fact = item.prefill() == null ? null : facts.get(item.prefill());
              if (fact != null) {
                answers.put(item.id(), fact);
              }
            });
    return FormValues.of(answers);
  }

  /** Whether the item tells of this stay or day alone, so that another answer is no news. */
  static boolean ofTheDay(FormItem item) {
    String fact = item.prefill();
    return fact != null
        && (fact.equals("today")
            || fact.equals("person.age")
            || fact.startsWith("stay.")
            || fact.startsWith("hospital.")
            || fact.startsWith("hearing.")
            || fact.startsWith("office."));
  }

  private void person(PersonId id, Map<String, List<String>> facts) {
    Person person = persons.get(id);
    put(facts, "person.name", person.name());
    put(facts, "person.kana", person.kana());
    put(facts, "person.birth", person.birthDate().toString());
    put(facts, "person.age", String.valueOf(Ages.ageOn(person.birthDate(), today())));
    put(
        facts,
        "person.sex",
        switch (person.sex()) {
          case MALE -> "1";
          case FEMALE -> "2";
          case UNKNOWN -> "9";
        });
    residences
        .on(id, today())
        .ifPresent(
            residence -> {
              put(facts, "person.address", residence.address());
              put(facts, "person.telephone", residence.telephone());
            });
  }

  private void certification(PersonId id, Map<String, List<String>> facts) {
    Optional<Certification> found = certifications.on(id, today());
    put(
        facts,
        "certification.status",
        found
            .map(
                one ->
                    switch (one.status()) {
                      case CERTIFIED -> "1";
                      case APPLIED -> "2";
                      case CHANGE_APPLIED -> "3";
                      case NOT_APPLIED -> "4";
                    })
            .orElse(null));
    found.ifPresent(
        one -> {
          put(facts, "certification.level", one.level() == null ? null : one.level().lifeCode());
          put(facts, "certification.from", text(one.validFrom()));
          put(facts, "certification.until", text(one.validUntil()));
          put(facts, "certification.applied", text(one.appliedOn()));
        });
    insurances
        .on(id, today())
        .forEach(
            insurance -> {
              if (insurance.kind() == InsuranceKind.LONG_TERM_CARE) {
                Integer share = insurance.share();
                put(facts, "insurance.share", share == null || share == 0 ? null : "" + share);
              }
              if (insurance.kind() == InsuranceKind.PUBLIC_ASSISTANCE) {
                put(facts, "insurance.assistance", "4");
              }
            });
  }

  private void family(PersonId id, Map<String, List<String>> facts) {
    for (Relative relative : relatives.of(id)) {
      Relative.Details one = relative.details();
      if (one.mainCarer()) {
        relative("carer", one, facts);
      }
      if (one.keyPerson()) {
        relative("key", one, facts);
      }
    }
    teams.of(id).stream()
        .filter(member -> member.role() == TeamRole.ATTENDING_DOCTOR)
        .findFirst()
        .ifPresent(
            doctor -> {
              put(facts, "doctor.clinic", doctor.organization().name());
              put(facts, "doctor.telephone", doctor.organization().telephone());
              put(facts, "doctor.name", doctor.accountName());
            });
  }

  private static void relative(
      String who, Relative.Details relative, Map<String, List<String>> facts) {
    put(facts, who + ".name", relative.name());
    put(facts, who + ".relation", relative.relation());
    put(facts, who + ".together", relative.livesTogether() ? "1" : "2");
    put(facts, who + ".telephone", relative.telephone());
  }

  /** The care manager of this month, where the plan is the own office's; else whoever writes. */
  private Optional<String> manager(PersonId person, OrganizationId own) {
    YearMonth month = YearMonth.from(today());
    return planOwners
        .current(person, month)
        .filter(owner -> own.equals(owner.organization()))
        .flatMap(_ -> planOwners.manager(person, month))
        .map(CareManager::name);
  }

  private void stay(StayFacts.Facts facts, Map<String, List<String>> found) {
    Stay stay = facts.stay();
    put(found, "today", today().toString());
    put(found, "stay.admitted", stay.admitted().toLocalDate().toString());
    put(found, "stay.planned", text(stay.plannedOn()));
    put(found, "stay.ward", stay.ward());
    put(found, "hospital.name", organizations.get(stay.hospital()).name());
    if (facts.side() == Side.CARE_MANAGER) {
      Organization own = organizations.get(new OrganizationId(Acting.organization()));
      UUID account = Acting.account();
      put(found, "office.name", own.name());
      put(found, "office.telephone", own.telephone());
      put(found, "office.fax", own.fax());
      put(
          found,
          "office.account",
          manager(stay.person(), own.id())
              .orElseGet(() -> rows.accountNames(List.of(account)).get(account)));
    }
  }

  private static Map<String, List<String>> hearings(List<Step> log) {
    List<Step> held =
        log.stream()
            .filter(step -> step.side() == Side.CARE_MANAGER)
            .filter(step -> step.kind() == StepKind.HEARING || step.kind() == StepKind.CONFERENCE)
            .limit(HEARINGS)
            .toList();
    Map<String, List<String>> facts = new LinkedHashMap<>();
    for (int place = 0; place < held.size(); place++) {
      Step step = held.get(place);
      String hearing = "hearing." + (place + 1) + ".";
      put(facts, hearing + "on", step.moment().toLocalDate().toString());
      put(facts, hearing + "mode", mode(step));
      put(facts, hearing + "names", step.counterpart());
      put(facts, hearing + "conference", step.kind() == StepKind.CONFERENCE ? "1" : "0");
      facts.put(
          hearing + "professions",
          step.professions().stream()
              .map(Profession::valueOf)
              .map(one -> one.lifeCode().isEmpty() ? "999" : one.lifeCode())
              .distinct()
              .toList());
    }
    return facts;
  }

  private static String mode(Step step) {
    return switch (step.mode()) {
      case MEETING, VISIT, HANDED_OVER -> "1";
      case VIDEO -> "2";
      case TELEPHONE -> "3";
      case FAX, MAIL, SYSTEM -> "4";
    };
  }

  private static void put(Map<String, List<String>> facts, String key, @Nullable String fact) {
    if (fact != null && !fact.isBlank()) {
      facts.put(key, List.of(fact));
    }
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private LocalDate today() {
    return JapanTime.today(clock);
  }
}
