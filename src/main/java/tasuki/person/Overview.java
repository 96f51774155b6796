package tasuki.person;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.audit.AuditLog;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.file.StoredFile;
import tasuki.identity.Viewer;
import tasuki.kernel.Acting;

/** Gathers a person's overview in one transaction and with one look noted. */
@Component
class Overview {

  /** A relative as shown. */
  record Near(
      UUID id, String name, String words, @Nullable String telephone, @Nullable String note) {}

  /** A place in the team as shown. */
  record Member(UUID id, String role, String name, @Nullable String who, String telephone) {}

  /** A paper behind a basis as shown. */
  record Paper(String href, String name, String size) {}

  /**
   * A basis as shown.
   *
   * @param own whether the viewer's organisation recorded it and may add papers
   */
  record Ground(
      BasisId id,
      String kind,
      String words,
      boolean holds,
      @Nullable String ended,
      boolean own,
      List<Paper> papers) {}

  /** Somebody who may see the person. */
  record Seer(String name, @Nullable String who, String words) {}

  /** Everything the overview shows. */
  record Shown(
      List<Say.Fact> plan,
      boolean planOwnerOutside,
      List<Say.Fact> certification,
      List<Say.Fact> insurances,
      List<Say.Fact> residence,
      boolean secretAddress,
      List<Near> relatives,
      List<Member> team,
      List<Ground> bases,
      List<Seer> access,
      List<PersonPart.Part> parts) {}

  private final People people;
  private final PlanOwners planOwners;
  private final Certifications certifications;
  private final PersonHeaders headers;
  private final Insurances insurances;
  private final Residences residences;
  private final Relatives relatives;
  private final CareTeams teams;
  private final Bases bases;
  private final Evidence evidence;
  private final Access access;
  private final Organizations organizations;
  private final Areas areas;
  private final AuditLog audit;
  private final Say say;
  private final List<PersonPart> parts;

  Overview(
      People people,
      PlanOwners planOwners,
      Certifications certifications,
      PersonHeaders headers,
      Insurances insurances,
      Residences residences,
      Relatives relatives,
      CareTeams teams,
      Bases bases,
      Evidence evidence,
      Access access,
      Organizations organizations,
      Areas areas,
      AuditLog audit,
      Say say,
      List<PersonPart> parts) {
    this.people = people;
    this.planOwners = planOwners;
    this.certifications = certifications;
    this.headers = headers;
    this.insurances = insurances;
    this.residences = residences;
    this.relatives = relatives;
    this.teams = teams;
    this.bases = bases;
    this.evidence = evidence;
    this.access = access;
    this.organizations = organizations;
    this.areas = areas;
    this.audit = audit;
    this.say = say;
    this.parts = parts;
  }

  @Transactional(readOnly = true)
  public Shown of(PersonId id, Viewer viewer) {
    PersonId target = people.get(id).id();
    audit.viewed("person.overview", List.of(target.value()), null);
    LocalDate today = say.today();
    Optional<PlanOwner> owner = planOwners.find(target, YearMonth.from(today));
    List<TeamMember> team = teams.list(target);
    Optional<Residence> residence = residences.find(target, today);
    return new Shown(
        owner.map(this::plan).orElse(List.of()),
        owner.map(PlanOwner::organization).filter(office -> !inTeam(team, office)).isPresent(),
        certifications.find(target, today).map(this::certification).orElse(List.of()),
        insurances.list(target, today).stream().map(this::insurance).toList(),
        residence.map(this::residence).orElse(List.of()),
        residence.filter(Residence::secret).isPresent(),
        relatives.list(target).stream().map(this::near).toList(),
        team.stream().map(this::member).toList(),
        grounds(target),
        seers(target),
        parts.stream()
            .flatMap(part -> part.of(target, viewer).stream())
            .sorted(Comparator.comparingInt(PersonPart.Part::order))
            .toList());
  }

  private static boolean inTeam(List<TeamMember> team, OrganizationId office) {
    return team.stream().anyMatch(member -> member.organization().id().equals(office));
  }

  List<Say.Fact> plan(PlanOwner owner) {
    List<Say.Fact> facts = new ArrayList<>();
    facts.add(fact("person.planKind", say.word("person.plan." + owner.kind())));
    add(facts, "person.organization", name(owner.organization()));
    add(facts, "person.entrustedBy", name(owner.entrustedBy()));
    CareManager manager = planOwners.managers(List.of(owner)).get(owner.id());
    add(facts, "person.careManager", manager == null ? null : say.manager(manager));
    facts.add(fact("person.from", say.word("person.month.from", Say.month(owner.from()))));
    return facts;
  }

  private @Nullable String name(@Nullable OrganizationId id) {
    return id == null ? null : organizations.find(id).map(Organization::name).orElse(null);
  }

  private List<Say.Fact> certification(Certification found) {
    List<Say.Fact> facts = new ArrayList<>();
    facts.add(fact("person.level", headers.level(found, say.today())));
    if (found.validFrom() != null || found.validUntil() != null) {
      facts.add(fact("person.validity", period(found.validFrom(), found.validUntil())));
    }
    add(facts, "person.appliedOn", Say.date(found.appliedOn()));
    return facts;
  }

  private String period(@Nullable LocalDate from, @Nullable LocalDate until) {
    return say.word(
        "person.period",
        from == null ? "" : String.valueOf(Say.date(from)),
        until == null ? "" : String.valueOf(Say.date(until)));
  }

  private Say.Fact insurance(Insurance found) {
    Integer share = found.share();
    String words = say.word("person.insurance.words", found.insurerNumber(), found.insuredNumber());
    return new Say.Fact(
        say.word("person.insurance." + found.kind()),
        share == null ? words : words + say.word("person.insurance.share", share));
  }

  private List<Say.Fact> residence(Residence found) {
    List<Say.Fact> facts = new ArrayList<>();
    add(facts, "person.postcode", found.postcode());
    add(facts, "person.address", found.address());
    add(facts, "person.baseUnit", unit(found.baseUnit()));
    add(facts, "person.telephone", found.telephone());
    facts.add(fact("person.from", String.valueOf(Say.date(found.validFrom()))));
    return facts;
  }

  private @Nullable String unit(@Nullable String code) {
    return areas.baseUnits(say.today()).stream()
        .filter(unit -> unit.code().equals(code))
        .map(BaseUnit::name)
        .findFirst()
        .orElse(code);
  }

  private Near near(Relative found) {
    Relative.Details details = found.details();
    List<String> words = new ArrayList<>(List.of(details.relation()));
    if (details.keyPerson()) {
      words.add(say.word("person.keyPerson"));
    }
    if (details.mainCarer()) {
      words.add(say.word("person.mainCarer"));
    }
    words.add(say.word(details.livesTogether() ? "person.together" : "person.apart"));
    return new Near(
        found.id(),
        details.name(),
        String.join(say.word("web.list.comma"), words),
        details.telephone(),
        details.note());
  }

  Member member(TeamMember found) {
    return new Member(
        found.id(),
        say.word("person.role." + found.role()),
        found.organization().name(),
        found.accountName(),
        found.organization().telephone());
  }

  /** The bases as shown, with the look noted. */
  @Transactional(readOnly = true)
  public List<Ground> groundsOf(PersonId id) {
    PersonId target = people.get(id).id();
    audit.viewed("person.bases", List.of(target.value()), null);
    return grounds(target);
  }

  private List<Ground> grounds(PersonId target) {
    OffsetDateTime now = say.now();
    List<Basis> found = bases.list(target);
    Map<BasisId, List<StoredFile>> papers = evidence.of(found.stream().map(Basis::id).toList());
    return found.stream()
        .map(basis -> ground(basis, now, papers.getOrDefault(basis.id(), List.of())))
        .toList();
  }

  private Ground ground(Basis basis, OffsetDateTime now, List<StoredFile> papers) {
    List<String> words = new ArrayList<>();
    words.add(Say.fullMoment(basis.recordedAt()));
    words.add(String.valueOf(name(basis.recordedFor())));
    if (basis.givenBy() != GivenBy.NOBODY) {
      String giver = say.word("person.givenBy." + basis.givenBy());
      words.add(basis.proxyName() == null ? giver : giver + " " + basis.proxyName());
    }
    OrganizationId only = basis.organization();
    if (only != null) {
      words.add(say.word("person.basis.only", String.valueOf(name(only))));
    }
    if (basis.note() != null) {
      words.add(basis.note());
    }
    OffsetDateTime withdrawn = basis.withdrawnAt();
    OffsetDateTime until = basis.validUntil();
    String ended =
        withdrawn != null
            ? say.word(
                "person.basis.withdrawn",
                Say.fullMoment(withdrawn),
                String.valueOf(basis.withdrawnReason()))
            : until != null ? say.word("person.basis.until", Say.fullMoment(until)) : null;
    return new Ground(
        basis.id(),
        say.word("person.basis." + basis.kind()),
        String.join(" ・ ", words),
        basis.holdsAt(now),
        ended,
        basis.recordedFor().value().equals(Acting.organization()),
        papers.stream().map(paper -> paper(basis, paper)).toList());
  }

  private static Paper paper(Basis basis, StoredFile file) {
    String href = PersonHeaders.href(basis.person()) + "/basis/" + basis.id() + "/files/";
    return new Paper(href + file.id(), file.name(), file.size());
  }

  private List<Seer> seers(PersonId target) {
    return access.list(target).stream().map(this::seer).toList();
  }

  private Seer seer(Access.MaySee found) {
    List<String> words = new ArrayList<>();
    words.add(say.word("person.scope." + found.scope()));
    if (found.scope() == AccessScope.FULL) {
      words.add(say.word("person.reason." + found.reason()));
    }
    BasisKind basis = found.basis();
    if (basis != null) {
      words.add(say.word("person.basis." + basis));
    }
    OffsetDateTime until = found.until();
    if (until != null) {
      words.add(say.word("person.ends", Say.moment(until)));
    }
    if (found.words() != null) {
      words.add(say.word("person.words", found.words()));
    }
    return new Seer(found.organizationName(), found.accountName(), String.join(" ・ ", words));
  }

  private Say.Fact fact(String label, String value) {
    return new Say.Fact(say.word(label), value);
  }

  private void add(List<Say.Fact> facts, String label, @Nullable String value) {
    if (value != null) {
      facts.add(fact(label, value));
    }
  }
}
