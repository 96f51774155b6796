package tasuki.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.identity.AccountId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** Who may see a person, on what basis and until when; and 緊急閲覧, the door for an emergency. */
@Service
@Transactional
public class Access {

  /**
   * Somebody who may see the person now.
   *
   * @param account the one account; null where it is everybody there whose duties open persons
   * @param basis kind of the basis, where one was named
   * @param words why an emergency access was opened, in the words of who did; null for everybody
   *     but who gave or received it and that organisation's auditor
   */
  public record MaySee(
      OrganizationId organization,
      String organizationName,
      @Nullable AccountId account,
      @Nullable String accountName,
      AccessScope scope,
      AccessReason reason,
      @Nullable BasisKind basis,
      @Nullable String words,
      OffsetDateTime from,
      @Nullable OffsetDateTime until) {}

  /** The emergency access by which the viewer sees a person. */
  public record Emergency(PersonId person, String words, OffsetDateTime until) {}

  /**
   * An emergency access, for those who are to be told: ids alone.
   *
   * @param planOwner the office that answers for the plan
   */
  public record Opened(
      PersonId person,
      OrganizationId organization,
      AccountId account,
      OffsetDateTime from,
      OffsetDateTime until,
      @Nullable OrganizationId planOwner) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final People people;
  private final Bases bases;
  private final Grants grants;
  private final PlanOwners planOwners;
  private final ApplicationEventPublisher events;
  private final PersonNotices told;

  Access(
      JdbcClient jdbc,
      Ids ids,
      AuditLog audit,
      People people,
      Bases bases,
      Grants grants,
      PlanOwners planOwners,
      ApplicationEventPublisher events,
      PersonNotices told) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.people = people;
    this.bases = bases;
    this.grants = grants;
    this.planOwners = planOwners;
    this.events = events;
    this.told = told;
  }

  /** Who may see the person now; also for the person and the family. */
  @Transactional(readOnly = true)
  public List<MaySee> whoMaySee(PersonId person) {
    PersonId target = people.get(person).id();
    audit.viewed("person.access", List.of(target.value()), null);
    return list(target);
  }

  List<MaySee> list(PersonId target) {
    return jdbc.sql(
            """
            select distinct on (organization.kana, access.organization, access.account, access.scope)
              access.organization, access.account, access.scope, access.reason,
              access.valid_from, access.valid_until, person.words_of(access.id) as words,
              organization.name as organization_name, account.name as account_name,
              basis.kind as basis_kind
            from person.access access
            join directory.organization organization on organization.id = access.organization
            left join identity.account account on account.id = access.account
            left join person.basis basis on basis.id = access.basis
            where access.person in (select person.same_human(:person))
              and access.valid_from <= now()
              and (access.valid_until is null or access.valid_until > now())
            order by organization.kana, access.organization, access.account, access.scope,
              access.valid_until desc nulls first, access.merger is not null, access.id
            """)
        .param("person", target.value())
        .query(Access::maySee)
        .list();
  }

  /**
   * Opens a person whom the viewer cannot see, found by exact look-up only: for one hour and this
   * account alone. The office that answers for the plan and the own auditor are told.
   *
   * @param words why; the office reads it with the inquiry, and the own auditor
   * @throws RefusedException when nobody or more than one fits, or too much was asked this hour
   */
  public PersonId openEmergency(ExactQuery query, String words) {
    UUID id = ids.next();
    Answer answer =
        query
            .bind(
                jdbc.sql(
                    """
                    select * from person.open_emergency(:id, :inquiry, :now, :month, :words,
                      :insurer, :insured, :familyKana, :givenKana, :birth, :sex, :telephone,
                      :postcode)
                    """))
            .param("id", id)
            .param("inquiry", ids.next())
            .param("now", people.now())
            .param("month", YearMonth.from(people.now().atZoneSameInstant(JapanTime.ZONE)).atDay(1))
            .param("words", words)
            .query(
                (row, _) ->
                    new Answer(
                        row.getString("outcome"),
                        Rows.moment(row, "again_at"),
                        Rows.id(row, "person")))
            .single();
    PersonId person = answered(answer);
    if (answer.outcome().equals("OPENED")) {
      audit.changed("person.emergency-opened", id, List.of(person.value()), null);
      told.emergencyOpened(person);
      events.publishEvent(new EmergencyAccessOpened(id));
    }
    return person;
  }

  private record Answer(String outcome, @Nullable OffsetDateTime againAt, @Nullable UUID person) {}

  private static PersonId answered(Answer answer) {
    return switch (answer.outcome()) {
      case "OPENED", "ALREADY" -> new PersonId(Objects.requireNonNull(answer.person()));
      case "LIMITED" -> throw LookUp.limited(Objects.requireNonNull(answer.againAt()));
      case "NUMBER" -> throw RefusedException.because("person.refused.number");
      case "SEVERAL" -> throw RefusedException.because("person.refused.emergency-several");
      case "UNKNOWN" -> throw RefusedException.because("person.refused.emergency-unknown");
      default -> throw new AbsentException("person");
    };
  }

  /** The emergency access that is the viewer's only way to see the person in full now. */
  @Transactional(readOnly = true)
  public Optional<Emergency> emergency(PersonId person) {
    PersonId target = people.get(person).id();
    if (people.mayLetIn(target)) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            select person.words_of(id) as words, valid_until from person.access
            where person = :person and organization = kernel.care_organization()
              and account = kernel.account() and reason = 'EMERGENCY' and valid_until > now()
            order by valid_until desc limit 1
            """)
        .param("person", target.value())
        .query(
            (row, _) ->
                new Emergency(
                    target,
                    row.getString("words"),
                    row.getObject("valid_until", OffsetDateTime.class)))
        .optional();
  }

  /** Ends the viewer's emergency access before its time; after it there is nothing to end. */
  public void endEmergency(PersonId person) {
    PersonId target = people.get(person).id();
    boolean ended =
        jdbc.sql("select person.end_emergency(?)")
            .param(target.value())
            .query(Boolean.class)
            .single();
    if (ended) {
      audit.changed("person.emergency-ended", target.value(), List.of(target.value()), null);
    }
  }

  /** What is behind {@link EmergencyAccessOpened}, for the listeners that tell others. */
  @Transactional(readOnly = true)
  public Optional<Opened> opened(UUID access) {
    return jdbc.sql(
            """
            select person, organization, account, valid_from, valid_until from person.access
            where id = ? and reason = 'EMERGENCY'
            """)
        .param(access)
        .query(this::openedRow)
        .optional();
  }

  private Opened openedRow(ResultSet row, int number) throws SQLException {
    PersonId person = new PersonId(row.getObject("person", UUID.class));
    OffsetDateTime from = row.getObject("valid_from", OffsetDateTime.class);
    YearMonth month = YearMonth.from(from.atZoneSameInstant(JapanTime.ZONE));
    return new Opened(
        person,
        new OrganizationId(row.getObject("organization", UUID.class)),
        new AccountId(row.getObject("account", UUID.class)),
        from,
        row.getObject("valid_until", OffsetDateTime.class),
        planOwners.find(person, month).map(PlanOwner::organization).orElse(null));
  }

  /**
   * Opens one form to an organisation, and nothing else of the person.
   *
   * @param form id of the form, which its room's policies compare
   */
  public UUID openForm(
      PersonId person, OrganizationId organization, UUID form, @Nullable BasisId basis) {
    PersonId target = people.lettingIn(person);
    Basis holding =
        basis == null ? null : bases.holding(basis, people.sameHuman(target), organization);
    UUID id = grants.form(target, organization, form, holding);
    audit.changed("person.form-opened", form, List.of(target.value()), null);
    return id;
  }

  /** Opens the person to one account for a short errand, such as a night visit (委託). */
  public UUID commission(
      PersonId person,
      OrganizationId organization,
      AccountId account,
      BasisId basis,
      OffsetDateTime until) {
    PersonId target = people.lettingIn(person);
    Basis holding = bases.holding(basis, people.sameHuman(target), organization);
    UUID id = grants.commission(target, organization, account, holding, until);
    audit.changed("person.commissioned", id, List.of(target.value()), null);
    return id;
  }

  /** Whoever wrote something during a short look keeps who it was and what was written. */
  public void keepOwn(PersonId person) {
    jdbc.sql("select person.keep_own(?)")
        .param(people.get(person).id().value())
        .query()
        .listOfRows();
  }

  private static MaySee maySee(ResultSet row, int number) throws SQLException {
    UUID account = Rows.id(row, "account");
    return new MaySee(
        new OrganizationId(row.getObject("organization", UUID.class)),
        row.getString("organization_name"),
        account == null ? null : new AccountId(account),
        row.getString("account_name"),
        AccessScope.valueOf(row.getString("scope")),
        AccessReason.valueOf(row.getString("reason")),
        Rows.constant(row, "basis_kind", BasisKind.class),
        row.getString("words"),
        row.getObject("valid_from", OffsetDateTime.class),
        Rows.moment(row, "valid_until"));
  }
}
