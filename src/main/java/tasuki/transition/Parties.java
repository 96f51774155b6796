package tasuki.transition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.directory.OrganizationId;
import tasuki.kernel.Acting;

/** Who has a stay on the own list, with whom it is in charge there. */
@Component
class Parties {

  /**
   * A party to a stay.
   *
   * @param listedUntil when it leaves the list; {@link OffsetDateTime#MAX} while nobody knows
   */
  record Party(
      UUID organization,
      Side side,
      @Nullable UUID account,
      @Nullable UUID standIn,
      CareGroup group,
      boolean undecided,
      @Nullable OffsetDateTime remindedAt,
      OffsetDateTime listedUntil) {}

  /** A case stays on the home side's list so long after going home, checked or not. */
  private static final int DAYS_AT_HOME = 60;

  private record Seat(Side side, @Nullable UUID account) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Circle circle;

  Parties(JdbcClient jdbc, Clock clock, Circle circle) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.circle = circle;
  }

  /** The side on which an organisation stands in a stay. */
  static Side sideOf(
      OrganizationId organization,
      tasuki.directory.OrganizationKind kind,
      Stay stay,
      Circle.Home home) {
    if (organization.equals(stay.hospital())) {
      return Side.HOSPITAL;
    }
    return home.isOffice(organization) || home.undecided() && kind.ownsPlans()
        ? Side.CARE_MANAGER
        : Side.HOME_TEAM;
  }

  /** Brings the parties of a stay up to the care team, and tells each what is next for it. */
  void refresh(Stay stay, Circle.Home home, List<Step> log) {
    Map<OrganizationId, Seat> seats = new LinkedHashMap<>();
    seats.put(stay.hospital(), new Seat(Side.HOSPITAL, null));
    if (home.office() != null) {
      seats.put(home.office().id(), new Seat(Side.CARE_MANAGER, home.account()));
    }
    for (Circle.Place place : circle.team(stay.person())) {
      Side side = sideOf(place.organization(), place.kind(), stay, home);
      // Another hospital of the team has this person on its list by its own stays.
      boolean otherHospital =
          place.kind() == tasuki.directory.OrganizationKind.HOSPITAL && side != Side.HOSPITAL;
      if (!otherHospital) {
        seats.putIfAbsent(place.organization(), new Seat(side, place.account()));
      }
    }
    Map<UUID, Party> before =
        of(stay.id()).stream().collect(Collectors.toMap(Party::organization, party -> party));
    seats.forEach(
        (organization, seat) -> {
          Party wanted = wanted(stay, organization, seat, home, log);
          Party present = before.get(organization.value());
          if (present == null || !same(present, wanted)) {
            seat(stay, wanted);
          }
        });
    closeOthers(stay, seats);
    next(stay);
  }

  private Party wanted(
      Stay stay, OrganizationId organization, Seat seat, Circle.Home home, List<Step> log) {
    boolean acting =
        Acting.current() instanceof tasuki.kernel.Actor.Member member
            && member.organization().equals(organization.value());
    return new Party(
        organization.value(),
        seat.side(),
        seat.account() != null || !acting ? seat.account() : Acting.account(),
        null,
        home.group(),
        home.undecided(),
        null,
        listedUntil(stay, organization, seat.side(), log));
  }

  /** Whether nothing has to be written: whoever is in charge stays so. */
  private static boolean same(Party present, Party wanted) {
    return present.side() == wanted.side()
        && present.group() == wanted.group()
        && present.undecided() == wanted.undecided()
        && (present.account() != null || wanted.account() == null)
        && present.listedUntil().isEqual(wanted.listedUntil());
  }

  private void seat(Stay stay, Party wanted) {
    jdbc.sql(
            """
            insert into transition.party (organization, stay, person, side, account, care_group,
              plan_undecided, joined_at, listed_until)
            values (:organization, :stay, :person, :side, :account, :group, :undecided, :now,
              :until)
            on conflict (organization, stay) do update set side = excluded.side,
              account = coalesce(party.account, excluded.account),
              care_group = excluded.care_group, plan_undecided = excluded.plan_undecided,
              listed_until = excluded.listed_until
            """)
        .param("organization", wanted.organization())
        .param("stay", stay.id().value())
        .param("person", stay.person().value())
        .param("side", wanted.side().name())
        .param("account", wanted.account())
        .param("group", wanted.group().name())
        .param("undecided", wanted.undecided())
        .param("now", now())
        .param("until", wanted.listedUntil())
        .update();
  }

  private static OffsetDateTime listedUntil(
      Stay stay, OrganizationId organization, Side side, List<Step> log) {
    OffsetDateTime ended = stay.endedAt();
    if (ended == null) {
      return OffsetDateTime.MAX;
    }
    if (stay.state() != StayState.HOME || side == Side.HOSPITAL) {
      return ended;
    }
    return log.stream()
        .filter(step -> step.kind() == StepKind.TWO_WEEK_CHECK && step.claims())
        .filter(step -> step.organization().equals(organization.value()))
        .filter(step -> !Evidence.isWithdrawn(step, log))
        .map(Step::occurredAt)
        .findFirst()
        .orElse(ended.plusDays(DAYS_AT_HOME));
  }

  private void closeOthers(Stay stay, Map<OrganizationId, Seat> seats) {
    jdbc.sql(
            """
            update transition.party set listed_until = :now
            where stay = :stay and listed_until > :now and organization not in (:seated)
            """)
        .param("now", now())
        .param("stay", stay.id().value())
        .param("seated", seats.keySet().stream().map(OrganizationId::value).toList())
        .update();
  }

  /** What each party has to do next by its own clocks; else the day of discharge; else nothing. */
  void next(Stay stay) {
    jdbc.sql(
            """
            update transition.party set next_at = coalesce(
              (select min(due_at) from transition.clock
               where clock.stay = party.stay and clock.organization = party.organization
                 and not wish and met_by is null and stopped_at is null),
              (select coalesce(ended_at, planned_on::timestamp at time zone 'Asia/Tokyo')
               from transition.stay where stay.id = party.stay),
              '9999-01-01 00:00:00Z')
            where stay = :stay
            """)
        .param("stay", stay.id().value())
        .update();
  }

  List<Party> of(StayId stay) {
    return jdbc.sql("select * from transition.party where stay = ? order by side, organization")
        .param(stay.value())
        .query(Parties::party)
        .list();
  }

  /** Puts somebody of the acting organisation in charge, with a stand-in. */
  void charge(StayId stay, @Nullable UUID account, @Nullable UUID standIn) {
    jdbc.sql(
            """
            update transition.party set account = :account, stand_in = :standIn
            where stay = :stay and organization = :organization
            """)
        .param("account", account)
        .param("standIn", standIn)
        .param("stay", stay.value())
        .param("organization", Acting.organization())
        .update();
  }

  private static Party party(ResultSet row, int number) throws SQLException {
    return new Party(
        row.getObject("organization", UUID.class),
        Side.valueOf(row.getString("side")),
        row.getObject("account", UUID.class),
        row.getObject("stand_in", UUID.class),
        CareGroup.valueOf(row.getString("care_group")),
        row.getBoolean("plan_undecided"),
        row.getObject("reminded_at", OffsetDateTime.class),
        row.getObject("listed_until", OffsetDateTime.class));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
