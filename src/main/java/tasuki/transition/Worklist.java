package tasuki.transition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.Acting;

/**
 * The 対応一覧: an organisation's cases, the nearest deadline first, in one look-up of its own rows.
 */
@Component
class Worklist {

  /** Which of its cases somebody wants to see. */
  enum Tab {
    ALL(""),
    OVERDUE(
        """
         and exists (select from transition.clock c
           where c.organization = party.organization and c.stay = party.stay and not c.wish
             and c.met_by is null and c.stopped_at is null and c.late_at <= :now
             and not exists (select from transition.clock other
               where other.stay = c.stay and other.organization = c.organization
                 and other.family = c.family and other.late_at > :now))
        """),
    FORM(open("'FORM_SENT'")),
    SCREENING(open("'SCREENED'")),
    TALK(open("'TALKED'")),
    CONFERENCE(open("'TEAM_CONFERENCE', 'CONFERENCE'")),
    LEAVING(" and stay.planned_on is not null and stay.ended_at is null"),
    HOME(" and stay.state = 'HOME'"),
    PREVENTIVE(" and party.care_group = 'PREVENTIVE'"),
    UNDECIDED(" and party.plan_undecided");

    private final String condition;

    Tab(String condition) {
      this.condition = condition;
    }

    private static String open(String kinds) {
      return " and exists (select from transition.clock c where c.stay = party.stay"
          + " and c.organization = party.organization and c.step in ("
          + kinds
          + ") and c.met_by is null and c.stopped_at is null)";
    }
  }

  /** Where a page of the list begins: after this case. */
  record Key(OffsetDateTime at, UUID stay) {}

  /**
   * One case.
   *
   * @param name null where the organisation sees its own records alone
   * @param appliedOn day of the application that runs, where no plan owner is decided
   */
  record Row(
      Stay stay,
      @Nullable String name,
      @Nullable String kana,
      String hospital,
      Side side,
      @Nullable String charge,
      CareGroup group,
      boolean undecided,
      OffsetDateTime nextAt,
      @Nullable OffsetDateTime remindedAt,
      java.time.@Nullable LocalDate appliedOn) {}

  /** A page of cases with the organisation's clocks in them. */
  record Shown(List<Row> rows, List<RunningClock> clocks) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final AuditLog audit;
  private final Clocks clocks;

  Worklist(JdbcClient jdbc, Clock clock, AuditLog audit, Clocks clocks) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
    this.clocks = clocks;
  }

  /**
   * The cases of the acting organisation.
   *
   * @param mine whether only those of the acting account, or for which it stands in
   */
  @Transactional(readOnly = true)
  public Shown of(Tab tab, boolean mine, @Nullable Key after, int most) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    List<Row> rows =
        jdbc.sql(
                """
                select stay.*, party.side, party.care_group, party.plan_undecided, party.next_at,
                  party.reminded_at, hospital.name as hospital_name, account.name as charge_name,
                  person.family_name || ' ' || person.given_name as person_name,
                  person.family_kana || ' ' || person.given_kana as person_kana,
                  case when party.plan_undecided then (select applied_on
                    from person.certification_of(party.person, :today)) end as applied_on
                from transition.party party
                join transition.stay stay on stay.id = party.stay
                join directory.organization hospital on hospital.id = stay.hospital
                left join identity.account account on account.id = party.account
                left join person.person person on person.id = party.person
                where party.organization = :organization and party.listed_until > :now
                  and (not :mine or party.account = :account or party.stand_in = :account)
                  and (party.next_at, party.stay) > (:at, :stay)
                """
                    + tab.condition
                    + " order by party.next_at, party.stay limit :most")
            .param("organization", Acting.organization())
            .param("account", Acting.account())
            .param("mine", mine)
            .param("now", now)
            .param("today", tasuki.calendar.JapanTime.today(clock))
            .param("at", after == null ? OffsetDateTime.parse("1900-01-01T00:00:00Z") : after.at())
            .param("stay", after == null ? new UUID(0, 0) : after.stay())
            .param("most", most)
            .query(Worklist::row)
            .list();
    audit.viewed(
        "stay.worklist", rows.stream().map(row -> row.stay().person().value()).toList(), null);
    List<UUID> stays = rows.stream().map(row -> row.stay().id().value()).toList();
    return new Shown(rows, clocks.of(Acting.organization(), stays));
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        StayRows.stay(row, number),
        row.getString("person_name"),
        row.getString("person_kana"),
        row.getString("hospital_name"),
        Side.valueOf(row.getString("side")),
        row.getString("charge_name"),
        CareGroup.valueOf(row.getString("care_group")),
        row.getBoolean("plan_undecided"),
        row.getObject("next_at", OffsetDateTime.class),
        row.getObject("reminded_at", OffsetDateTime.class),
        row.getObject("applied_on", java.time.LocalDate.class));
  }
}
