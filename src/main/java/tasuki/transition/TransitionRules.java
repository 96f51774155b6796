package tasuki.transition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.AreaId;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** What areas agreed on (入退院支援ルール), and what hospitals declared of their fee. */
@Service
@Transactional
public class TransitionRules {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final StayRows stays;
  private final RuleKeepers keepers;
  private final Clock clock;

  TransitionRules(
      JdbcClient jdbc, Ids ids, AuditLog audit, StayRows stays, RuleKeepers keepers, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.stays = stays;
    this.keepers = keepers;
    this.clock = clock;
  }

  /**
   * A version of a rule.
   *
   * @param until its last day; null while it is the last version
   */
  record Version(
      UUID id,
      String name,
      String nameEnglish,
      LocalDate from,
      @Nullable LocalDate until,
      int readmissionDays,
      List<ClockLine> lines) {}

  /** What two areas agreed on. */
  record Pair(AreaId hospitalArea, AreaId homeArea, Version version) {}

  /** A declared grade; null for none. */
  record Declared(WardType type, @Nullable Integer grade, LocalDate from) {}

  /** The versions of an area's rule, the latest first. */
  @Transactional(readOnly = true)
  List<Version> versions(AreaId area) {
    return jdbc.sql("select * from transition.area_rule where area = ? order by valid_from desc")
        .param(area.value())
        .query((row, _) -> version(row, row.getInt("readmission_days")))
        .list();
  }

  /** What pairs of areas agreed on, the latest version of each first. */
  @Transactional(readOnly = true)
  List<Pair> pairs() {
    return jdbc.sql(
            "select * from transition.pair_rule order by hospital_area, home_area, valid_from desc")
        .query(
            (row, _) ->
                new Pair(
                    new AreaId(row.getObject("hospital_area", UUID.class)),
                    new AreaId(row.getObject("home_area", UUID.class)),
                    version(row, 0)))
        .list();
  }

  /** What a hospital declared, the latest first. */
  @Transactional(readOnly = true)
  List<Declared> declared(OrganizationId hospital) {
    return jdbc.sql(
            """
            select * from transition.declared_grade where hospital = ?
            order by ward_type, valid_from desc
            """)
        .param(hospital.value())
        .query(
            (row, _) ->
                new Declared(
                    WardType.valueOf(row.getString("ward_type")),
                    row.getObject("grade", Integer.class),
                    row.getObject("valid_from", LocalDate.class)))
        .list();
  }

  private static Version version(ResultSet row, int readmissionDays) throws SQLException {
    return new Version(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("name_en"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        readmissionDays,
        ClockReader.read(row.getString("clocks")));
  }

  /** A new version begins after every other one: what was in force stays as it was. */
  private void mustBeNewest(String table, String where, LocalDate from, Object... areas) {
    boolean older =
        jdbc.sql(
                "select exists (select from transition."
                    + table
                    + " where "
                    + where
                    + " and valid_from >= ?)")
            .params(Stream.concat(Arrays.stream(areas), Stream.of(from)).toList())
            .query(Boolean.class)
            .single();
    if (older) {
      throw RefusedException.because("transition.refused.rule-older");
    }
  }

  /**
   * Writes down an area's rule from a day on; the version before it ends the day before.
   *
   * @param readmissionDays a return to hospital within so many days continues the case
   * @throws RefusedException when the acting account does not keep the area's rule, a clock asks
   *     for what nobody can do, or another version begins on that day or later
   */
  public UUID agree(
      AreaId area,
      String name,
      String nameEnglish,
      LocalDate from,
      int readmissionDays,
      List<LocalClock> clocks) {
    keepers.require(JapanTime.today(clock), area);
    clocks.forEach(one -> RulePolicy.mayAsk(one).orThrow());
    mustBeNewest("area_rule", "area = ?", from, area.value());
    jdbc.sql(
            """
            update transition.area_rule set valid_until = :before
            where area = :area and valid_from < :from
              and (valid_until is null or valid_until >= :from)
            """)
        .param("before", from.minusDays(1))
        .param("area", area.value())
        .param("from", from)
        .update();
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into transition.area_rule (id, area, name, name_en, valid_from,
              readmission_days, clocks)
            values (:id, :area, :name, :english, :from, :days, :clocks::jsonb)
            """)
        .param("id", id)
        .param("area", area.value())
        .param("name", name)
        .param("english", nameEnglish)
        .param("from", from)
        .param("days", readmissionDays)
        .param("clocks", LocalClock.json(clocks, name))
        .update();
    audit.changed("transition.rule-agreed", id, List.of(), null);
    return id;
  }

  /**
   * Writes down what two areas agreed on for persons of the one in hospitals of the other; the
   * version before it ends the day before.
   *
   * @throws RefusedException when the acting account keeps neither area's rule, a clock asks for
   *     what nobody can do, or another version begins on that day or later
   */
  public UUID agreeBetween(
      AreaId hospitalArea,
      AreaId homeArea,
      String name,
      String nameEnglish,
      LocalDate from,
      List<LocalClock> clocks) {
    keepers.require(JapanTime.today(clock), hospitalArea, homeArea);
    clocks.forEach(one -> RulePolicy.mayAsk(one).orThrow());
    mustBeNewest(
        "pair_rule",
        "hospital_area = ? and home_area = ?",
        from,
        hospitalArea.value(),
        homeArea.value());
    jdbc.sql(
            """
            update transition.pair_rule set valid_until = :before
            where hospital_area = :hospital and home_area = :home and valid_from < :from
              and (valid_until is null or valid_until >= :from)
            """)
        .param("before", from.minusDays(1))
        .param("hospital", hospitalArea.value())
        .param("home", homeArea.value())
        .param("from", from)
        .update();
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into transition.pair_rule (id, hospital_area, home_area, name, name_en,
              valid_from, clocks)
            values (:id, :hospital, :home, :name, :english, :from, :clocks::jsonb)
            """)
        .param("id", id)
        .param("hospital", hospitalArea.value())
        .param("home", homeArea.value())
        .param("name", name)
        .param("english", nameEnglish)
        .param("from", from)
        .param("clocks", LocalClock.json(clocks, name))
        .update();
    audit.changed("transition.pair-rule-agreed", id, List.of(), null);
    return id;
  }

  /** Notes the grade of 入退院支援加算 a hospital declared for a type of ward; null for none. */
  public void declareGrade(
      OrganizationId hospital, WardType type, @Nullable Integer grade, LocalDate from) {
    stays.declareGrade(hospital, type, grade, from);
    audit.changed("transition.grade-declared", hospital.value(), List.of(), type.name());
  }
}
