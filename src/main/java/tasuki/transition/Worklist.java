package tasuki.transition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
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
    LEAVING(ofStay("stay.planned_on is not null and stay.ended_at is null")),
    HOME(ofStay("stay.state = 'HOME'")),
    PREVENTIVE(" and party.care_group = 'PREVENTIVE'"),
    UNDECIDED(" and party.plan_undecided"),
    PAPERS(
        """
         and party.side <> 'HOSPITAL'
         and exists (select from transition.stay stay where stay.id = party.stay
           and (stay.ended_at is null and stay.planned_on <= cast(:today as date) + 2
             or stay.state in ('HOME', 'FACILITY') and stay.ended_at > :fortnight))
         and exists (select from unnest(cast(:papers as text[])) as wanted(kind)
           where (select p.said from transition.leaving_paper p
               where p.stay = party.stay and p.kind = wanted.kind and p.side = 'HOME'
               order by p.at desc, p.id desc limit 1) is distinct from 'ARRIVED'
             and (select p.said from transition.leaving_paper p
               where p.stay = party.stay and p.kind = wanted.kind and p.side = 'HOSPITAL'
               order by p.at desc, p.id desc limit 1) is distinct from 'NOT_NEEDED')
        """);

    private static final String KINDS =
        Arrays.stream(PaperKind.values())
            .map(Enum::name)
            .collect(Collectors.joining(",", "{", "}"));

    private final String condition;

    Tab(String condition) {
      this.condition = condition;
    }

    private static String ofStay(String condition) {
      return " and exists (select from transition.stay stay where stay.id = party.stay and "
          + condition
          + ")";
    }

    private static String open(String kinds) {
      return " and exists (select from transition.clock c where c.stay = party.stay"
          + " and c.organization = party.organization and c.step in ("
          + kinds
          + ") and c.met_by is null and c.stopped_at is null)";
    }
  }

  /** Where a page of the list begins or ends: after or before this case. */
  record Key(OffsetDateTime at, UUID stay) {}

  /**
   * What somebody wants to see of the list.
   *
   * @param charge only cases of this account, or for which it stands in; null for everybody's
   * @param after the page begins after it
   * @param before the page ends before it; where both are null the list begins
   */
  record Wanted(
      Tab tab, @Nullable UUID charge, @Nullable Key after, @Nullable Key before, int most) {

    static Wanted first(Tab tab, int most) {
      return new Wanted(tab, null, null, null, most);
    }
  }

  /**
   * One case.
   *
   * @param name null where the organisation sees its own records alone
   * @param due the nearest deadline of one's own that can still be met or was missed
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
      OffsetDateTime due,
      @Nullable OffsetDateTime remindedAt,
      @Nullable LocalDate appliedOn) {}

  /** A page of cases with the organisation's clocks in them, and the papers of each. */
  record Shown(
      List<Row> rows, List<RunningClock> clocks, Map<UUID, List<LeavingPapers.Paper>> papers) {}

  /** Whoever leaves within so many days is prepared for now. */
  private static final int SOON = 3;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final AuditLog audit;
  private final Clocks clocks;
  private final LeavingPapers papers;

  Worklist(JdbcClient jdbc, Clock clock, AuditLog audit, Clocks clocks, LeavingPapers papers) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
    this.clocks = clocks;
    this.papers = papers;
  }

  // A grade that has passed while a later one can be kept is no deadline any more. Cases without
  // a deadline of one's own come last, by the planned day.
  private static final String OWN =
      """
      with own as materialized (
        select party.*, coalesce(
          (select min(c.due_at) from transition.clock c
           where c.organization = party.organization and c.stay = party.stay and not c.wish
             and c.met_by is null and c.stopped_at is null
             and (c.late_at > :now or not exists (select from transition.clock other
               where other.stay = c.stay and other.organization = c.organization
                 and other.family = c.family and other.late_at > :now))),
          case when party.next_at < '3000-01-01Z' then party.next_at + interval '3000 years'
            else '9999-01-01Z' end) as due
        from transition.party party
        where party.organization = :organization and party.listed_until > :now
          and (:anybody or party.account = :charge or party.stand_in = :charge))
      """;

  // Names are looked up for the cases of the page only: each look-up asks the access rules.
  private static final String SHOWN =
      ", shown as materialized (select party.* from own party where true";

  private static final String NAMES =
      """
       limit :most)
      select stay.*, party.side, party.care_group, party.plan_undecided, party.due,
        party.reminded_at, hospital.name as hospital_name, account.name as charge_name,
        person.family_name || ' ' || person.given_name as person_name,
        person.family_kana || ' ' || person.given_kana as person_kana,
        case when party.plan_undecided then (select applied_on
          from person.certification_of(party.person, :today)) end as applied_on
      from shown party
      join transition.stay stay on stay.id = party.stay
      join directory.organization hospital on hospital.id = stay.hospital
      left join identity.account account on account.id = party.account
      left join person.person person on person.id = party.person
      """;

  /** The cases of the acting organisation, in the order of their deadlines. */
  @Transactional(readOnly = true)
  public Shown of(Wanted wanted) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    boolean backwards = wanted.before() != null;
    Key key = backwards ? wanted.before() : wanted.after();
    String way = backwards ? " desc" : "";
    String order = " order by party.due" + way + ", party.stay" + way;
    String page = " and (party.due, party.stay) " + (backwards ? "<" : ">") + " (:at, :stay)";
    // Planning asks the access rules of five tables anew each time and took a third of the answer.
    jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
    List<Row> rows =
        jdbc.sql(OWN + SHOWN + wanted.tab().condition + page + order + NAMES + order)
            .param("organization", Acting.organization())
            .param("anybody", wanted.charge() == null)
            .param("charge", wanted.charge())
            .param("now", now)
            .param("today", JapanTime.today(clock))
            .param("at", key == null ? OffsetDateTime.parse("1900-01-01T00:00:00Z") : key.at())
            .param("stay", key == null ? new UUID(0, 0) : key.stay())
            .param("fortnight", now.minusDays(14))
            .param("papers", Tab.KINDS)
            .param("most", wanted.most())
            .query(Worklist::row)
            .list();
    List<Row> shown = backwards ? rows.reversed() : rows;
    audit.viewed(
        "stay.worklist", shown.stream().map(row -> row.stay().person().value()).toList(), null);
    List<UUID> stays = shown.stream().map(row -> row.stay().id().value()).toList();
    return new Shown(shown, clocks.of(Acting.organization(), stays), papers.of(stays));
  }

  /** How many cases of the acting organisation press. */
  record Pressing(int overdue, int today, int leaving) {}

  /** How many cases press: too late, due by the end of the day, leaving within the next days. */
  @Transactional(readOnly = true)
  public Pressing pressing() {
    OffsetDateTime now = OffsetDateTime.now(clock);
    LocalDate today = JapanTime.today(clock);
    jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
    return jdbc.sql(
            OWN
                + " select count(*) filter (where true"
                + Tab.OVERDUE.condition
                + ") as overdue, count(*) filter (where due > :now and due <= :midnight) as today,"
                + " count(*) filter (where exists (select from transition.stay stay"
                + " where stay.id = party.stay and stay.ended_at is null"
                + " and stay.planned_on between :today and :soon)) as leaving from own party")
        .param("organization", Acting.organization())
        .param("anybody", true)
        .param("charge", null, Types.OTHER)
        .param("now", now)
        .param(
            "midnight",
            JapanTime.instant(today.plusDays(1).atStartOfDay()).atOffset(ZoneOffset.UTC))
        .param("today", today)
        .param("soon", today.plusDays(SOON))
        .query(
            (row, _) ->
                new Pressing(row.getInt("overdue"), row.getInt("today"), row.getInt("leaving")))
        .single();
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
        row.getObject("due", OffsetDateTime.class),
        row.getObject("reminded_at", OffsetDateTime.class),
        row.getObject("applied_on", LocalDate.class));
  }
}
