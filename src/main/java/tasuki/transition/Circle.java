package tasuki.transition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.kernel.RefusedException;
import tasuki.person.Bases;
import tasuki.person.BasisId;
import tasuki.person.CareTeams;
import tasuki.person.NewBasis;
import tasuki.person.PersonId;
import tasuki.person.TeamRole;

/** What this room has to know of the person's circle of care, read within its own transactions. */
@Component
class Circle {

  /**
   * Who answers for the plan at home.
   *
   * @param office null while nobody does (未定)
   */
  record Home(
      @Nullable Organization office, @Nullable UUID account, boolean undecided, CareGroup group) {

    @Nullable OrganizationKind officeKind() {
      return office == null ? null : office.kind();
    }

    boolean isOffice(OrganizationId other) {
      return office != null && office.id().equals(other);
    }
  }

  /** A place in the care team. */
  record Place(OrganizationId organization, OrganizationKind kind, @Nullable UUID account) {}

  private record Owner(@Nullable UUID organization, @Nullable UUID account) {}

  /** So long a hospital sees how it went on at home, and answers questions. */
  static final int DAYS_AFTER_DISCHARGE = 60;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Organizations organizations;
  private final CareTeams teams;
  private final Bases bases;

  Circle(JdbcClient jdbc, Clock clock, Organizations organizations, CareTeams teams, Bases bases) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.organizations = organizations;
    this.teams = teams;
    this.bases = bases;
  }

  /**
   * Goes on only for those who see the person in full: whoever sees own records alone writes
   * nothing new.
   */
  void requireFull(PersonId person) {
    boolean full =
        jdbc.sql("select person.seen_in_full(?) and not kernel.in_portal()")
            .param(person.value())
            .query(Boolean.class)
            .single();
    if (!full) {
      throw RefusedException.because("transition.refused.no-access");
    }
  }

  /** The plan owner and the care group on a day. */
  Home home(PersonId person, LocalDate day) {
    Optional<Owner> owner =
        jdbc.sql("select organization, account from person.plan_owner_of(?, ?)")
            .params(person.value(), day.withDayOfMonth(1))
            .query(
                (row, _) ->
                    new Owner(
                        row.getObject("organization", UUID.class),
                        row.getObject("account", UUID.class)))
            .optional();
    UUID office = owner.map(Owner::organization).orElse(null);
    return new Home(
        office == null ? null : organizations.get(new OrganizationId(office)),
        owner.map(Owner::account).orElse(null),
        office == null,
        group(person, day));
  }

  private CareGroup group(PersonId person, LocalDate day) {
    return jdbc.sql("select level from person.certification_of(?, ?)")
        .params(person.value(), day)
        .query((row, _) -> Optional.ofNullable(row.getString("level")))
        .optional()
        .flatMap(level -> level)
        .map(level -> level.startsWith("CARE_") ? CareGroup.CARE : CareGroup.PREVENTIVE)
        .orElse(CareGroup.OTHER);
  }

  /** The present care team, without the family. */
  List<Place> team(PersonId person) {
    return jdbc.sql(
            """
            select distinct on (member.organization) member.organization, o.kind, member.account
            from person.team_member member
            join directory.organization o on o.id = member.organization
            where member.person in (select person.same_human(:person))
              and (member.left_at is null or member.left_at > :now)
              and o.kind <> 'PERSON_AND_FAMILY'
            order by member.organization, member.joined_at
            """)
        .param("person", person.value())
        .param("now", OffsetDateTime.now(clock))
        .query(
            (row, _) ->
                new Place(
                    new OrganizationId(row.getObject("organization", UUID.class)),
                    OrganizationKind.valueOf(row.getString("kind")),
                    row.getObject("account", UUID.class)))
        .list();
  }

  /**
   * Lets a hospital into the care team on a basis, unless it is in; a place that was to end goes
   * on.
   *
   * @return the new place in the team
   */
  Optional<UUID> letIn(PersonId person, Organization hospital, @Nullable NewBasis basis) {
    boolean inside =
        team(person).stream().anyMatch(place -> place.organization().equals(hospital.id()));
    if (inside) {
      teams.goesOn(person, hospital.id());
      return Optional.empty();
    }
    if (!hospital.member() || basis == null) {
      return Optional.empty();
    }
    BasisId recorded = bases.record(person, basis);
    return Optional.of(teams.join(person, hospital.id(), null, TeamRole.HOSPITAL, recorded));
  }

  /** The place that a hospital was given for a stay ends a set time after the stay. */
  void placeEnds(Stay stay, OffsetDateTime end) {
    jdbc.sql("select let_in from transition.stay where id = ?")
        .param(stay.id().value())
        .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
        .single()
        .ifPresent(
            member ->
                teams.endsAt(
                    stay.person(), stay.hospital(), member, end.plusDays(DAYS_AFTER_DISCHARGE)));
  }

  /** The place that a hospital was given for a stay in which nobody lies there after all. */
  void placeEndsNow(Stay stay) {
    placeEnds(stay, OffsetDateTime.now(clock).minusDays(DAYS_AFTER_DISCHARGE));
    jdbc.sql("update transition.stay set let_in = null where id = ?")
        .param(stay.id().value())
        .update();
  }

  /**
   * Notes that the stay opened a place in the team; a later stay in the same place goes on in it.
   */
  void givenFor(Stay stay, Optional<UUID> member) {
    jdbc.sql(
            """
            update transition.stay set let_in = coalesce(:member, (
              select former.let_in from transition.stay former
              join person.team_member place on place.id = former.let_in and place.left_at is null
              where former.person = stay.person and former.hospital = stay.hospital
                and former.id <> stay.id
              order by former.admitted_at desc limit 1))
            where id = :stay and let_in is null
            """)
        .param("member", member.orElse(null), java.sql.Types.OTHER)
        .param("stay", stay.id().value())
        .update();
  }
}
