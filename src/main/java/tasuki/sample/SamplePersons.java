package tasuki.sample;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.identity.AccountId;
import tasuki.identity.Accounts;
import tasuki.identity.Profession;
import tasuki.person.Bases;
import tasuki.person.BasisId;
import tasuki.person.BasisKind;
import tasuki.person.CareLevel;
import tasuki.person.CareManager;
import tasuki.person.CareTeams;
import tasuki.person.Certification;
import tasuki.person.CertificationStatus;
import tasuki.person.Certifications;
import tasuki.person.GivenBy;
import tasuki.person.Insurance;
import tasuki.person.InsuranceKind;
import tasuki.person.Insurances;
import tasuki.person.NewBasis;
import tasuki.person.NewPerson;
import tasuki.person.NewPlanOwner;
import tasuki.person.NewResidence;
import tasuki.person.PersonId;
import tasuki.person.Persons;
import tasuki.person.PlanOwnerKind;
import tasuki.person.PlanOwners;
import tasuki.person.Relative;
import tasuki.person.Relatives;
import tasuki.person.Sex;
import tasuki.person.TeamRole;

/** Lets the offices of the sample prefecture register whom they care for, as they would do it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SamplePersons {

  /** What happened to a person some days before now. */
  record Later(int daysAgo, Runnable change) {}

  private static final LocalDate HOME = LocalDate.of(2015, 4, 1);
  private static final int OLD_AGE = 75;
  private static final int MONTHS_OF_THE_FORMER = 36;

  private final Persons persons;
  private final Bases bases;
  private final CareTeams teams;
  private final Certifications certifications;
  private final PlanOwners planOwners;
  private final Relatives relatives;
  private final Insurances insurances;
  private final Organizations organizations;
  private final SampleKeys keys;
  private final Built built;
  private final Clock clock;

  SamplePersons(
      Persons persons,
      Bases bases,
      CareTeams teams,
      Certifications certifications,
      PlanOwners planOwners,
      Relatives relatives,
      Insurances insurances,
      Organizations organizations,
      SampleKeys keys,
      Built built,
      Clock clock) {
    this.persons = persons;
    this.bases = bases;
    this.teams = teams;
    this.certifications = certifications;
    this.planOwners = planOwners;
    this.relatives = relatives;
    this.insurances = insurances;
    this.organizations = organizations;
    this.keys = keys;
    this.built = built;
    this.clock = clock;
  }

  /**
   * The acting office registers the person and calls the team together.
   *
   * @param today the real day: certifications stand in relation to it
   */
  public UUID enter(SampleRow row, LocalDate today) {
    UUID key =
        UUID.nameUUIDFromBytes(("sample " + row.get("key")).getBytes(StandardCharsets.UTF_8));
    PersonId person = persons.register(newPerson(row), basis(row, null), key);
    if (!marked(row, "provisional")) {
      certification(person, row, today);
      planOwner(person, row);
      insurance(person, row, today);
    }
    for (String relative : row.parts("relatives", ";")) {
      relatives.record(person, relative(relative), null);
    }
    team(person, row);
    return person.value();
  }

  private static NewPerson newPerson(SampleRow row) {
    boolean provisional = marked(row, "provisional");
    return new NewPerson(
        row.get("family"),
        row.get("given"),
        row.get("familyKana"),
        row.get("givenKana"),
        Sex.valueOf(row.get("sex")),
        LocalDate.parse(row.get("birth")),
        provisional,
        provisional
            ? null
            : new NewResidence(
                HOME,
                row.get("unit"),
                null,
                row.get("address"),
                row.get("telephone"),
                marked(row, "secret")));
  }

  private static NewBasis basis(SampleRow row, @Nullable OffsetDateTime until) {
    GivenBy by = GivenBy.valueOf(row.get("given_by"));
    BasisKind kind = BasisKind.valueOf(row.get("basis"));
    boolean family = by == GivenBy.FAMILY;
    String note =
        switch (kind) {
          case ORAL_CONSENT -> "面談の席で確認";
          case PROTECTION_OF_LIFE -> "救急搬送。ご本人は話せない状態";
          case WRITTEN_CONSENT, CONTRACT, HOSPITAL_NOTICE, COMMISSION -> null;
        };
    return new NewBasis(
        kind,
        by,
        null,
        family ? row.get("family") + " (ご家族)" : null,
        family ? "ご本人の希望により、ご家族が署名" : null,
        List.of(),
        note,
        until);
  }

  private void certification(PersonId person, SampleRow row, LocalDate today) {
    CertificationStatus status = CertificationStatus.valueOf(row.get("status"));
    LocalDate begin = today.withDayOfMonth(1).minusMonths(row.number("since"));
    LocalDate applied =
        switch (status) {
          case APPLIED, CHANGE_APPLIED -> JapanTime.today(clock).minusDays(5);
          case CERTIFIED -> begin.minusDays(40);
          case NOT_APPLIED -> null;
        };
    CareLevel level = row.find("level").map(CareLevel::valueOf).orElse(null);
    boolean certified = level != null;
    if (status == CertificationStatus.CERTIFIED && certified) {
      // The present one renewed another of the same level.
      LocalDate former = begin.minusMonths(MONTHS_OF_THE_FORMER);
      certifications.record(
          person,
          new Certification(status, level, former.minusDays(40), former, begin.minusDays(1)));
    }
    certifications.record(
        person,
        new Certification(
            status,
            level,
            applied,
            certified ? begin : null,
            certified ? begin.plusMonths(row.number("months")).minusDays(1) : null));
  }

  private void planOwner(PersonId person, SampleRow row) {
    List<String> plan = Arrays.asList(row.get("plan").split(":", -1));
    OrganizationId office = plan.size() > 1 ? keys.organization(plan.get(1)) : null;
    planOwners.set(
        person,
        new NewPlanOwner(
            YearMonth.from(JapanTime.today(clock)),
            PlanOwnerKind.valueOf(plan.get(0)),
            office,
            plan.size() > 2 ? keys.organization(plan.get(2)) : null,
            office == null ? null : manager(office)));
  }

  /** The care manager of the office who has a sample account, if one does. */
  private @Nullable CareManager manager(OrganizationId office) {
    return planOwners.staff(office).stream()
        .map(Accounts.StaffMember::account)
        .filter(account -> account.profession() == Profession.CARE_MANAGER)
        .findFirst()
        .map(account -> new CareManager(account.name(), null, account.id()))
        .orElse(null);
  }

  private void insurance(PersonId person, SampleRow row, LocalDate today) {
    int number = Integer.parseInt(row.get("key").substring(1));
    if (row.find("level").isPresent()) {
      insurances.record(
          person,
          new Insurance(
              InsuranceKind.LONG_TERM_CARE,
              row.get("unit").substring(0, 5) + "0",
              "%010d".formatted(number),
              number % 9 == 0 ? 3 : number % 5 == 0 ? 2 : 1,
              HOME,
              null));
    }
    LocalDate birth = LocalDate.parse(row.get("birth"));
    if (!birth.plusYears(OLD_AGE).isAfter(today)) {
      insurances.record(
          person,
          new Insurance(
              InsuranceKind.LATE_ELDERLY,
              "39990000",
              "%08d".formatted(number),
              number % 9 == 0 ? 3 : 1,
              birth.plusYears(OLD_AGE),
              null));
    }
  }

  private static Relative.Details relative(String written) {
    String[] parts = written.split("\\|", -1);
    List<String> roles = List.of(parts[4].split(" "));
    return new Relative.Details(
        parts[0],
        parts[1],
        parts[2],
        parts[3].equals("together"),
        roles.contains("key"),
        roles.contains("carer"),
        null);
  }

  /** The team stands on a consent of its own where that consent ends before the office's does. */
  private void team(PersonId person, SampleRow row) {
    List<String> members = row.parts("team", " ");
    if (members.isEmpty()) {
      return;
    }
    boolean expires = marked(row, "expired");
    BasisId basis =
        expires || days(row, "withdrawn").isPresent()
            ? bases.record(person, basis(row, expires ? inOneYear() : null))
            : bases.of(person).getFirst().id();
    built.mark("basis:" + row.get("key"), basis.value());
    for (String member : members) {
      OrganizationId organization = keys.organization(member);
      teams.join(
          person,
          organization,
          null,
          TeamRole.usualOf(organizations.get(organization).kind()),
          basis);
    }
    if (marked(row, "family")) {
      AccountId daughter = keys.account("daughter");
      teams.join(person, keys.organization("family"), daughter, TeamRole.FAMILY, basis);
    }
  }

  private OffsetDateTime inOneYear() {
    return OffsetDateTime.now(clock).plusYears(1);
  }

  /** What happened after the registration, if anything did. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public Optional<Later> later(SampleRow row) {
    Optional<Integer> died = days(row, "died");
    if (died.isPresent()) {
      return Optional.of(new Later(died.get(), () -> died(row)));
    }
    return days(row, "withdrawn").map(daysAgo -> new Later(daysAgo, () -> withdraw(row)));
  }

  private void died(SampleRow row) {
    PersonId person = keys.person(row.get("key"));
    persons.died(person, persons.get(person).version(), JapanTime.today(clock));
  }

  private void withdraw(SampleRow row) {
    bases.withdraw(new BasisId(keys.id("basis:" + row.get("key"))), "ご本人の希望");
  }

  private static boolean marked(SampleRow row, String mark) {
    return row.parts("marks", " ").contains(mark);
  }

  /** How many days ago something came to pass that is marked as {@code word:days}. */
  private static Optional<Integer> days(SampleRow row, String word) {
    return row.parts("marks", " ").stream()
        .filter(mark -> mark.startsWith(word + ":"))
        .map(mark -> Integer.valueOf(mark.substring(word.length() + 1)))
        .findFirst();
  }
}
