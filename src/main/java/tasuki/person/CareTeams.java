package tasuki.person;

import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.file.FileId;
import tasuki.identity.AccountId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.kernel.Ruling;

/** Who cares for a person together; joining opens the person and leaving closes it, at once. */
@Service
@Transactional
public class CareTeams {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final People people;
  private final Bases bases;
  private final Grants grants;
  private final Organizations organizations;
  private final Evidence evidence;

  CareTeams(
      JdbcClient jdbc,
      Ids ids,
      AuditLog audit,
      People people,
      Bases bases,
      Grants grants,
      Organizations organizations,
      Evidence evidence) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.people = people;
    this.bases = bases;
    this.grants = grants;
    this.organizations = organizations;
    this.evidence = evidence;
  }

  /**
   * Lets an organisation into the care team. Its staff see the person in full from now on, until
   * the basis ends or it leaves. In the organisation of persons and families only the account does.
   *
   * @param account who is in charge there; null where nobody was named
   * @return id of the place in the team
   * @throws RefusedException when the basis does not cover it, when it belongs to the team already,
   *     or when it does not give care
   */
  public UUID join(
      PersonId person,
      OrganizationId organization,
      @Nullable AccountId account,
      TeamRole role,
      BasisId basis) {
    return join(person, organization, account, role, basis, List.of());
  }

  /**
   * As {@link #join(PersonId, OrganizationId, AccountId, TeamRole, BasisId)}, with the paper behind
   * the basis.
   *
   * @param papers files that the acting account has just sent
   */
  public UUID join(
      PersonId person,
      OrganizationId organization,
      @Nullable AccountId account,
      TeamRole role,
      BasisId basis,
      List<FileId> papers) {
    PersonId target = people.lettingIn(person);
    Organization joining = organizations.get(organization);
    mayJoin(joining, account).orThrow();
    Basis holding = bases.holding(basis, people.sameHuman(target), organization);
    UUID member = enter(target, joining, account, role, holding);
    evidence.add(holding, papers);
    people.changed("person.team-joined", member, target);
    return member;
  }

  /** Only who gives care is let in, and of the families only one account each. */
  static Ruling mayJoin(Organization joining, @Nullable AccountId account) {
    if (!joining.kind().cares()) {
      return Ruling.refused("person.refused.team-no-care", joining.name());
    }
    return joining.kind() == OrganizationKind.PERSON_AND_FAMILY && account == null
        ? Ruling.refused("person.refused.team-family-account")
        : Ruling.ALLOWED;
  }

  /** The organisation that has just registered the person is the first of the team. */
  void enter(PersonId target, OrganizationId own, TeamRole role, Basis basis) {
    grants.registered(target, own, basis);
    insert(target, own, null, role);
  }

  private UUID enter(
      PersonId target,
      Organization joining,
      @Nullable AccountId account,
      TeamRole role,
      Basis basis) {
    boolean family = joining.kind() == OrganizationKind.PERSON_AND_FAMILY;
    grants.team(target, joining.id(), family ? account : null, basis);
    return insert(target, joining.id(), account, role);
  }

  private UUID insert(
      PersonId target, OrganizationId organization, @Nullable AccountId account, TeamRole role) {
    UUID id = ids.next();
    int made =
        jdbc.sql(
                """
                insert into person.team_member (id, person, organization, account, role, joined_at)
                values (:id, :person, :organization, :account, :role, :now)
                on conflict do nothing
                """)
            .param("id", id)
            .param("person", target.value())
            .param("organization", organization.value())
            .param("account", account == null ? null : account.value())
            .param("role", role.name())
            .param("now", people.now())
            .update();
    if (made == 0) {
      throw RefusedException.because("person.refused.team-joined-before");
    }
    return id;
  }

  /**
   * Takes a place out of the team. When it was the organisation's last one, the organisation sees
   * at once only what it wrote, sent or received itself.
   *
   * @throws AbsentException when there is no such place
   * @throws RefusedException when nobody would be left who sees the person
   */
  public void leave(UUID member) {
    TeamMember leaving = member(member).orElseThrow(() -> new AbsentException("team member"));
    PersonId target = people.get(personOf(member)).id();
    OrganizationId organization = leaving.organization().id();
    boolean own = organization.value().equals(Acting.organization());
    if (!own && !people.mayLetIn(target)) {
      throw RefusedException.because("person.refused.only-short-access");
    }
    boolean family = leaving.organization().kind() == OrganizationKind.PERSON_AND_FAMILY;
    boolean last =
        list(target).stream()
            .noneMatch(other -> !other.id().equals(member) && sameAccess(other, leaving, family));
    if (last && !family && !grants.seenByOthers(target, organization)) {
      throw RefusedException.because("person.refused.team-last");
    }
    jdbc.sql(
            "update person.team_member set left_at = :now"
                + " where id = :id and (left_at is null or left_at > :now)")
        .param("now", people.now())
        .param("id", member)
        .update();
    people.changed("person.team-left", member, target);
    if (last) {
      grants.close(target, organization, family ? leaving.account() : null);
    }
  }

  /**
   * Lets a place end by itself at a moment: from then on the organisation sees only what it wrote,
   * sent or received itself. A place that has ended or was taken stays as it is.
   */
  public void endsAt(PersonId person, OrganizationId organization, UUID member, OffsetDateTime at) {
    PersonId target = people.get(person).id();
    boolean done =
        jdbc.sql("select person.place_ends(:person, :organization, :member, :at)")
            .param("person", target.value())
            .param("organization", organization.value())
            .param("member", member)
            .param("at", at)
            .query(Boolean.class)
            .single();
    if (done) {
      people.changed("person.team-ends", member, target);
    }
  }

  /** A place that was to end by itself goes on, unless it has ended. */
  public void goesOn(PersonId person, OrganizationId organization) {
    PersonId target = people.get(person).id();
    jdbc.sql("select person.place_goes_on(:person, :organization, :now)")
        .param("person", target.value())
        .param("organization", organization.value())
        .param("now", people.now())
        .query((_, _) -> true)
        .single();
  }

  private static boolean sameAccess(TeamMember other, TeamMember leaving, boolean family) {
    return other.organization().id().equals(leaving.organization().id())
        && (!family || Objects.equals(other.account(), leaving.account()));
  }

  /** The present care team, in the order in which it came together. */
  @Transactional(readOnly = true)
  public List<TeamMember> of(PersonId person) {
    PersonId target = people.get(person).id();
    audit.viewed("person.team", List.of(target.value()), null);
    return list(target);
  }

  List<TeamMember> list(PersonId target) {
    return members(
        """
        member.person in (select person.same_human(:id))
          and (member.left_at is null or member.left_at > :now)
        """,
        target.value());
  }

  private Optional<TeamMember> member(UUID id) {
    return members("member.id = :id and (member.left_at is null or member.left_at > :now)", id)
        .stream()
        .findFirst();
  }

  private PersonId personOf(UUID member) {
    return new PersonId(
        jdbc.sql("select person from person.team_member where id = ?")
            .param(member)
            .query(UUID.class)
            .single());
  }

  private List<TeamMember> members(String condition, UUID id) {
    record Row(
        UUID id,
        OrganizationId organization,
        @Nullable UUID account,
        @Nullable String name,
        TeamRole role,
        OffsetDateTime joinedAt) {}
    List<Row> rows =
        jdbc.sql(
                """
                select member.*, account.name from person.team_member member
                left join identity.account account on account.id = member.account
                where\s"""
                    + condition
                    + " order by member.joined_at, member.id")
            .param("id", id)
            .param("now", people.now())
            .query(
                (ResultSet row, int _) ->
                    new Row(
                        row.getObject("id", UUID.class),
                        new OrganizationId(row.getObject("organization", UUID.class)),
                        Rows.id(row, "account"),
                        row.getString("name"),
                        TeamRole.valueOf(row.getString("role")),
                        row.getObject("joined_at", OffsetDateTime.class)))
            .list();
    Map<OrganizationId, Organization> names =
        organizations.byId(rows.stream().map(Row::organization).collect(Collectors.toSet()));
    return rows.stream()
        .map(
            row ->
                new TeamMember(
                    row.id(),
                    Objects.requireNonNull(names.get(row.organization())),
                    row.account() == null ? null : new AccountId(row.account()),
                    row.name(),
                    row.role(),
                    row.joinedAt()))
        .toList();
  }
}
