package tasuki.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.file.FileId;
import tasuki.identity.AccountId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** The bases on which a person's data are disclosed: recorded, expiring, withdrawn. */
@Service
@Transactional
public class Bases {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final People people;
  private final Organizations organizations;
  private final PersonNotices told;
  private final Evidence evidence;

  Bases(
      JdbcClient jdbc,
      Ids ids,
      AuditLog audit,
      People people,
      Organizations organizations,
      PersonNotices told,
      Evidence evidence) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.people = people;
    this.organizations = organizations;
    this.told = told;
    this.evidence = evidence;
  }

  /**
   * Records a basis. It opens nothing by itself: {@link CareTeams#join} names it.
   *
   * @throws RefusedException when it is not complete, or when only a short access lets in here
   */
  public BasisId record(PersonId person, NewBasis basis) {
    PersonId target = people.lettingIn(person);
    Basis entered = enter(target, basis);
    evidence.add(entered, basis.evidence());
    people.changed("person.basis-recorded", entered.id().value(), target);
    return entered.id();
  }

  /**
   * Adds a paper to a basis that the own organisation recorded before.
   *
   * @param sent files that the acting account has just sent
   * @throws RefusedException when another organisation recorded the basis
   */
  public void addEvidence(PersonId person, BasisId id, Collection<FileId> sent) {
    PersonId target = people.lettingIn(person);
    Basis basis =
        find(id)
            .filter(found -> people.sameHuman(target).contains(found.person().value()))
            .orElseThrow(() -> new AbsentException("basis"));
    evidence.add(basis, sent);
  }

  Basis enter(PersonId target, NewBasis basis) {
    BasisRules.complete(basis, people.now()).orThrow();
    BasisId id = new BasisId(ids.next());
    OrganizationId organization = basis.organization();
    jdbc.sql(
            """
            insert into person.basis (id, person, organization, kind, given_by, proxy_name,
              proxy_reason, note, recorded_at, valid_until)
            values (:id, :person, :organization, :kind, :givenBy, :proxyName, :proxyReason,
              :note, :now, :until)
            """)
        .param("id", id.value())
        .param("person", target.value())
        .param("organization", organization == null ? null : organization.value())
        .param("kind", basis.kind().name())
        .param("givenBy", basis.givenBy().name())
        .param("proxyName", basis.proxyName())
        .param("proxyReason", basis.proxyReason())
        .param("note", basis.note())
        .param("now", people.now())
        .param("until", basis.validUntil())
        .update();
    return find(id).orElseThrow();
  }

  /**
   * The basis.
   *
   * @throws AbsentException when not visible
   */
  @Transactional(readOnly = true)
  public Basis get(BasisId id) {
    Basis found = find(id).orElseThrow(() -> new AbsentException("basis"));
    audit.viewed("person.basis", List.of(found.person().value()), id.value());
    return found;
  }

  /** Every basis of the person, the newest first. */
  @Transactional(readOnly = true)
  public List<Basis> of(PersonId person) {
    PersonId target = people.get(person).id();
    audit.viewed("person.bases", List.of(target.value()), null);
    return list(target);
  }

  List<Basis> list(PersonId target) {
    return jdbc.sql(
            """
            select * from person.basis where person in (select person.same_human(:person))
            order by recorded_at desc, id desc
            """)
        .param("person", target.value())
        .query(Bases::basis)
        .list();
  }

  /** The organisations that would see the person no longer if the basis were withdrawn. */
  @Transactional(readOnly = true)
  public List<Organization> openedTo(BasisId id) {
    Basis basis = get(id);
    return jdbc
        .sql(
            """
            select distinct organization from person.access
            where basis = :basis and scope in ('FULL', 'FORM')
              and (organization <> :recorder or merger is not null)
              and (valid_until is null or valid_until > now())
            """)
        .param("basis", id.value())
        .param("recorder", basis.recordedFor().value())
        .query((row, _) -> new OrganizationId(row.getObject("organization", UUID.class)))
        .list()
        .stream()
        .map(organizations::get)
        .toList();
  }

  /**
   * Ends the basis, and at once what it opened to others; each keeps what it wrote itself. Also the
   * person and the family may do this in the portal.
   *
   * @param reason in the words of whoever withdraws
   * @throws AbsentException when not visible
   * @throws RefusedException when it was withdrawn before, or the viewer may not
   */
  public void withdraw(BasisId id, String reason) {
    Basis basis = find(id).orElseThrow(() -> new AbsentException("basis"));
    if (basis.withdrawnAt() != null) {
      throw RefusedException.because("person.refused.basis-withdrawn-before");
    }
    told.withdrawing(basis);
    boolean done =
        jdbc.sql("select person.withdraw(:basis, :reason, :now)")
            .param("basis", id.value())
            .param("reason", reason)
            .param("now", people.now())
            .query(Boolean.class)
            .single();
    if (!done) {
      throw RefusedException.because("person.refused.only-short-access");
    }
    people.changed("person.basis-withdrawn", id.value(), basis.person());
  }

  /**
   * The basis by which somebody is to be let in.
   *
   * @throws RefusedException when it does not hold (any more) or is meant for another
   */
  Basis holding(BasisId id, List<UUID> sameHuman, OrganizationId organization) {
    Basis basis =
        find(id)
            .filter(found -> sameHuman.contains(found.person().value()))
            .orElseThrow(() -> new AbsentException("basis"));
    BasisRules.opens(basis, organization, people.now()).orThrow();
    return basis;
  }

  private Optional<Basis> find(BasisId id) {
    return jdbc.sql("select * from person.basis where id = ?")
        .param(id.value())
        .query(Bases::basis)
        .optional();
  }

  private static Basis basis(ResultSet row, int number) throws SQLException {
    UUID organization = Rows.id(row, "organization");
    return new Basis(
        new BasisId(row.getObject("id", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        organization == null ? null : new OrganizationId(organization),
        BasisKind.valueOf(row.getString("kind")),
        GivenBy.valueOf(row.getString("given_by")),
        row.getString("proxy_name"),
        row.getString("proxy_reason"),
        row.getString("note"),
        new AccountId(row.getObject("recorded_by", UUID.class)),
        new OrganizationId(row.getObject("recorded_for", UUID.class)),
        row.getObject("recorded_at", java.time.OffsetDateTime.class),
        Rows.moment(row, "valid_until"),
        Rows.moment(row, "withdrawn_at"),
        row.getString("withdrawn_reason"));
  }
}
