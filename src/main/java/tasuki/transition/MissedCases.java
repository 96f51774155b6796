package tasuki.transition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Ids;

/** The 連絡もれ一覧 of whoever watches an area: cases without persons, and a word to both sides. */
@Component
class MissedCases {

  /** Something missing in a case; no column leads to the person. */
  record Missed(
      String caseNumber,
      StepKind missing,
      Side side,
      String hospital,
      @Nullable String office,
      CareGroup group,
      LocalDate admittedOn,
      @Nullable LocalDate dischargedOn,
      OffsetDateTime since,
      String evidence) {}

  /** What has been missing for longer is no news any more. */
  private static final int HORIZON_DAYS = 60;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Ids ids;
  private final AuditLog audit;
  private final Grounds grounds;
  private final StayNotices told;

  MissedCases(
      JdbcClient jdbc, Clock clock, Ids ids, AuditLog audit, Grounds grounds, StayNotices told) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.ids = ids;
    this.audit = audit;
    this.grounds = grounds;
    this.told = told;
  }

  /** Where a page of the list begins or ends: the row is told by these three. */
  record Key(OffsetDateTime since, String caseNumber, String missing) {}

  /**
   * What somebody wants to see of the list.
   *
   * @param area only cases with a side in this area
   * @param after the page begins after it
   * @param before the page ends before it; where both are null the list begins
   */
  record Wanted(
      @Nullable CareGroup group,
      @Nullable UUID area,
      @Nullable Side side,
      @Nullable StepKind missing,
      @Nullable Key after,
      @Nullable Key before,
      int most) {

    static Wanted first(int most) {
      return new Wanted(null, null, null, null, null, null, most);
    }
  }

  /** The prefecture and the operator watch all areas, everybody else the own one. */
  static boolean everywhere(Organization watcher) {
    return watcher.kind() == OrganizationKind.PREFECTURE
        || watcher.kind() == OrganizationKind.CARE_OPERATOR;
  }

  /** What is missing in the watcher's area, what is missing longest first. */
  @Transactional(readOnly = true)
  public List<Missed> of(Organization watcher, Wanted wanted) {
    boolean backwards = wanted.before() != null;
    Key key = backwards ? wanted.before() : wanted.after();
    String page =
        backwards
            ? """
               and (n.since, n.case_number, n.missing) < (:since, :number, :kind)
              order by n.since desc, n.case_number desc, n.missing desc limit :most
              """
            : """
               and (n.since, n.case_number, n.missing) > (:since, :number, :kind)
              order by n.since, n.case_number, n.missing limit :most
              """;
    OffsetDateTime now = OffsetDateTime.now(clock);
    List<Missed> found =
        jdbc.sql(
                """
            select n.*, hospital.name as hospital_name, office.name as office_name
            from transition.nameless n
            join directory.organization hospital on hospital.id = n.hospital
            left join directory.organization office on office.id = n.office
            where n.settled_at is null and n.since <= :now and n.since > :horizon
              and (:everywhere or n.hospital_area = :area or n.office_area = :area)
              and (:group = '' or n.care_group = :group)
              and (:anywhere or n.hospital_area = :wantedArea or n.office_area = :wantedArea)
              and (:side = '' or n.side = :side)
              and (:wantedKind = '' or n.missing = :wantedKind)
            """
                    + page)
            .param("now", now)
            .param("horizon", now.minusDays(HORIZON_DAYS))
            .param("everywhere", everywhere(watcher))
            .param("area", area(watcher))
            .param("group", name(wanted.group()))
            .param("anywhere", wanted.area() == null)
            .param("wantedArea", wanted.area(), Types.OTHER)
            .param("side", name(wanted.side()))
            .param("wantedKind", name(wanted.missing()))
            .param("since", key == null ? now.minusYears(100) : key.since())
            .param("number", key == null ? "" : key.caseNumber())
            .param("kind", key == null ? "" : key.missing())
            .param("most", wanted.most())
            .query(MissedCases::missed)
            .list();
    return backwards ? found.reversed() : found;
  }

  /** How many rows the watcher's list has, counted no further than {@code most}. */
  @Transactional(readOnly = true)
  public int count(Organization watcher, int most) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    return jdbc.sql(
            """
            select count(*) from (select from transition.nameless n
              where n.settled_at is null and n.since <= :now and n.since > :horizon
                and (:everywhere or n.hospital_area = :area or n.office_area = :area)
              limit :most) as missed
            """)
        .param("now", now)
        .param("horizon", now.minusDays(HORIZON_DAYS))
        .param("everywhere", everywhere(watcher))
        .param("area", area(watcher))
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  private UUID area(Organization watcher) {
    return grounds
        .area(watcher, JapanTime.today(clock))
        .map(found -> found.value())
        .orElse(new UUID(0, 0));
  }

  private static String name(@Nullable Enum<?> wanted) {
    return wanted == null ? "" : wanted.name();
  }

  /** Reminds both sides of the case; empty where there is nothing to remind of. */
  @Transactional
  public Optional<UUID> remind(String caseNumber) {
    UUID reminder = ids.next();
    Optional<UUID> step =
        jdbc.sql("select transition.remind(?, ?, ?)")
            .params(caseNumber, reminder, OffsetDateTime.now(clock))
            .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
            .single();
    step.ifPresent(
        id -> {
          if (id.equals(reminder)) {
            told.reminded(id, caseNumber);
          }
          audit.changed("stay.reminded", id, List.of(), caseNumber);
        });
    return step;
  }

  private static Missed missed(ResultSet row, int number) throws SQLException {
    return new Missed(
        row.getString("case_number"),
        StepKind.valueOf(row.getString("missing")),
        Side.valueOf(row.getString("side")),
        row.getString("hospital_name"),
        row.getString("office_name"),
        CareGroup.valueOf(row.getString("care_group")),
        row.getObject("admitted_on", LocalDate.class),
        row.getObject("discharged_on", LocalDate.class),
        row.getObject("since", OffsetDateTime.class),
        row.getString("evidence"));
  }
}
