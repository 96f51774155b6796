package tasuki.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Idempotency;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** The persons who are cared for, as far as the acting organisation may see them. */
@Service
@Transactional
public class Persons {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final Idempotency idempotency;
  private final People people;
  private final OwnList list;
  private final Bases bases;
  private final Residences residences;
  private final CareTeams teams;
  private final Organizations organizations;
  private final PersonNotices told;
  private final Evidence evidence;

  Persons(
      JdbcClient jdbc,
      Ids ids,
      AuditLog audit,
      Idempotency idempotency,
      People people,
      OwnList list,
      Bases bases,
      Residences residences,
      CareTeams teams,
      Organizations organizations,
      PersonNotices told,
      Evidence evidence) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.idempotency = idempotency;
    this.people = people;
    this.list = list;
    this.bases = bases;
    this.residences = residences;
    this.teams = teams;
    this.organizations = organizations;
    this.told = told;
    this.evidence = evidence;
  }

  /**
   * Registers a person with the basis on which the acting organisation knows them. The organisation
   * sees the person in full and is the first of the care team.
   *
   * @param key the same key gives the same person, however often it is sent
   */
  public PersonId register(NewPerson entry, NewBasis basis, UUID key) {
    return new PersonId(idempotency.once(key, () -> enter(entry, basis)));
  }

  private UUID enter(NewPerson entry, NewBasis basis) {
    PersonId id = new PersonId(ids.next());
    jdbc.sql(
            """
            insert into person.person (id, family_name, given_name, family_kana, given_kana, sex,
              birth_date, provisional, entered_at, changed_at)
            values (:id, :family, :given, :familyKana, :givenKana, :sex, :birth, :provisional,
              :now, :now)
            """)
        .param("id", id.value())
        .param("family", entry.familyName())
        .param("given", entry.givenName())
        .param("familyKana", entry.familyKana())
        .param("givenKana", entry.givenKana())
        .param("sex", entry.sex().name())
        .param("birth", entry.birthDate())
        .param("provisional", entry.provisional())
        .param("now", people.now())
        .update();
    Basis recorded = bases.enter(id, basis);
    OrganizationId own = new OrganizationId(Acting.organization());
    teams.enter(id, own, TeamRole.usualOf(organizations.get(own).kind()), recorded);
    evidence.add(recorded, basis.evidence());
    NewResidence residence = entry.residence();
    if (residence != null) {
      residences.insert(id, residence);
    }
    audit.changed("person.registered", id.value(), List.of(id.value()), null);
    return id.value();
  }

  /**
   * The person, or the one it was merged into.
   *
   * @throws AbsentException when there is none for the acting organisation
   */
  @Transactional(readOnly = true)
  public Person get(PersonId id) {
    Person found = people.get(id);
    audit.viewed("person.person", List.of(found.id().value()), null);
    return found;
  }

  /** Whether the viewer sees the person in full now, and not only what the organisation has. */
  @Transactional(readOnly = true)
  public boolean seenInFull(PersonId id) {
    return people.full(people.get(id).id());
  }

  /**
   * All ids under which the human being is known, the present one first. What was written of a
   * merged person keeps its id, so rooms read {@code where person in (…)} these.
   *
   * @throws AbsentException when there is none for the acting organisation
   */
  @Transactional(readOnly = true)
  public List<PersonId> ids(PersonId id) {
    return people.sameHuman(people.get(id).id()).stream().map(PersonId::new).toList();
  }

  /** The acting organisation's own list, at most the given number of lines. */
  @Transactional(readOnly = true)
  public PersonPage mine(PersonFilter filter, PersonPage.@Nullable Key from, int most) {
    PersonPage page = list.page(filter, from, most);
    audit.viewed(
        "person.list",
        page.lines().stream().map(line -> line.person().id().value()).toList(),
        null);
    return page;
  }

  /** Others in the own list with the same name or the same kana, at most five. */
  @Transactional(readOnly = true)
  public List<Person> sameName(PersonId id) {
    List<Person> found = list.sameName(people.get(id));
    if (!found.isEmpty()) {
      audit.viewed(
          "person.same-name", found.stream().map(person -> person.id().value()).toList(), null);
    }
    return found;
  }

  /** Those of the own list with exactly this kana, birth date and sex. */
  @Transactional(readOnly = true)
  public List<Person> ownExactly(String familyKana, String givenKana, LocalDate birth, Sex sex) {
    List<Person> found = list.exactly(familyKana, givenKana, birth, sex);
    if (!found.isEmpty()) {
      audit.viewed(
          "person.exact", found.stream().map(person -> person.id().value()).toList(), null);
    }
    return found;
  }

  /** Corrects or changes the name. */
  public void changeName(
      PersonId id, int version, String family, String given, String familyKana, String givenKana) {
    change(
        "person.name-changed",
        "family_name = :family, given_name = :given, family_kana = :familyKana,"
            + " given_kana = :givenKana",
        id,
        version,
        Map.of("family", family, "given", given, "familyKana", familyKana, "givenKana", givenKana));
  }

  /** Corrects the sex. */
  public void changeSex(PersonId id, int version, Sex sex) {
    change("person.sex-changed", "sex = :sex", id, version, Map.of("sex", sex.name()));
  }

  /** Corrects the birth date. */
  public void changeBirth(PersonId id, int version, LocalDate birth) {
    change("person.birth-changed", "birth_date = :birth", id, version, Map.of("birth", birth));
  }

  /** Who somebody is, as a page corrects it in one go. */
  public record Identity(
      String familyName,
      String givenName,
      String familyKana,
      String givenKana,
      Sex sex,
      LocalDate birthDate,
      boolean provisional) {}

  /** Corrects everything that says who somebody is. */
  public void correct(PersonId id, int version, Identity wanted) {
    change(
        "person.corrected",
        "family_name = :family, given_name = :given, family_kana = :familyKana,"
            + " given_kana = :givenKana, sex = :sex, birth_date = :birth,"
            + " provisional = :provisional",
        id,
        version,
        Map.of(
            "family", wanted.familyName(),
            "given", wanted.givenName(),
            "familyKana", wanted.familyKana(),
            "givenKana", wanted.givenKana(),
            "sex", wanted.sex().name(),
            "birth", wanted.birthDate(),
            "provisional", wanted.provisional()));
  }

  /** Notes the day of death, or takes it back. It shows everywhere and stops nothing by itself. */
  public void died(PersonId id, int version, @Nullable LocalDate day) {
    change(
        day == null ? "person.death-taken-back" : "person.died",
        "died_on = cast(nullif(:day, '') as date)",
        id,
        version,
        Map.of("day", Objects.toString(day, "")));
    if (day != null) {
      told.died(id);
    }
  }

  /** The person is known for certain: no longer provisional. */
  public void confirm(PersonId id, int version) {
    change("person.confirmed", "provisional = false", id, version, Map.of());
  }

  /** Says that another room wrote something of the person, for the order of last changes. */
  public void touched(PersonId id) {
    people.touch(id);
  }

  private void change(
      String what, String columns, PersonId id, int version, Map<String, ?> values) {
    PersonId target = people.inFull(id);
    int changed =
        jdbc.sql(
                "update person.person set version = version + 1, changed_at = :now, "
                    + columns
                    + " where id = :id and version = :version")
            .params(values)
            .param("now", people.now())
            .param("id", target.value())
            .param("version", version)
            .update();
    if (changed == 0) {
      throw RefusedException.because("person.refused.changed-meanwhile");
    }
    audit.changed(what, target.value(), List.of(target.value()), null);
  }
}
