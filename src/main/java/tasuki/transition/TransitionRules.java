package tasuki.transition;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.AreaId;
import tasuki.audit.AuditLog;
import tasuki.directory.OrganizationId;
import tasuki.kernel.Ids;

/** What areas agreed on (入退院支援ルール), and what hospitals declared of their fee. */
@Service
@Transactional
public class TransitionRules {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final StayRows stays;

  TransitionRules(JdbcClient jdbc, Ids ids, AuditLog audit, StayRows stays) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.stays = stays;
  }

  /**
   * Writes down an area's rule from a day on; the version before it ends the day before.
   *
   * @param readmissionDays a return to hospital within so many days continues the case
   */
  public UUID agree(
      AreaId area,
      String name,
      String nameEnglish,
      LocalDate from,
      int readmissionDays,
      List<LocalClock> clocks) {
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

  /** Writes down what two areas agreed on for persons of the one in hospitals of the other. */
  public UUID agreeBetween(
      AreaId hospitalArea,
      AreaId homeArea,
      String name,
      String nameEnglish,
      LocalDate from,
      List<LocalClock> clocks) {
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
