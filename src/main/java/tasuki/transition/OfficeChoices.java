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
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.kernel.Idempotency;
import tasuki.kernel.Ids;

/**
 * For persons whose plan owner is not decided: several offices are shown to them, and which one
 * they chose is recorded, so that nobody is steered to one office.
 */
@Component
public class OfficeChoices {

  /** What is recorded of an office. */
  public enum Said {
    SHOWN,
    CHOSEN,
    PROVISIONAL_PLAN
  }

  /** A line of the record. */
  public record Line(
      UUID office,
      String officeName,
      String telephone,
      Said said,
      LocalDate on,
      @Nullable String note,
      String by) {}

  private final JdbcClient jdbc;
  private final StaySides sides;
  private final Ids ids;
  private final Clock clock;
  private final Organizations organizations;
  private final Idempotency idempotency;
  private final AuditLog audit;

  OfficeChoices(
      JdbcClient jdbc,
      StaySides sides,
      Ids ids,
      Clock clock,
      Organizations organizations,
      Idempotency idempotency,
      AuditLog audit) {
    this.jdbc = jdbc;
    this.sides = sides;
    this.ids = ids;
    this.clock = clock;
    this.organizations = organizations;
    this.idempotency = idempotency;
    this.audit = audit;
  }

  /** The day of the application that runs, if one does. */
  @Transactional(readOnly = true)
  public @Nullable LocalDate appliedOn(Stay stay) {
    return jdbc.sql("select applied_on from person.certification_of(?, ?)")
        .params(stay.person().value(), JapanTime.today(clock))
        .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .optional()
        .flatMap(found -> found)
        .orElse(null);
  }

  /** What was recorded in a stay, in its order. */
  @Transactional(readOnly = true)
  public List<Line> of(Stay stay) {
    audit.viewed("stay.offices", List.of(stay.person().value()), stay.id().value());
    return jdbc.sql(
            """
            select choice.*, office.name as office_name, office.telephone, writer.name as writer
            from transition.office_choice choice
            join directory.organization office on office.id = choice.office
            join directory.organization writer on writer.id = choice.organization
            where choice.stay = ? order by choice.at, choice.id
            """)
        .param(stay.id().value())
        .query(
            (row, _) ->
                new Line(
                    row.getObject("office", UUID.class),
                    row.getString("office_name"),
                    row.getString("telephone"),
                    Said.valueOf(row.getString("said")),
                    row.getObject("said_on", LocalDate.class),
                    row.getString("note"),
                    row.getString("writer")))
        .list();
  }

  /**
   * Records that an office was shown, chosen, or made the provisional plan (暫定プラン).
   *
   * @throws tasuki.kernel.RefusedException when the day lies ahead
   */
  @Transactional
  public void record(
      Stay stay, OrganizationId office, Said said, LocalDate on, @Nullable String note, UUID key) {
    sides.toWrite(stay);
    organizations.get(office);
    StayPolicy.hasHappened(on, null, JapanTime.now(clock)).orThrow();
    idempotency.once(key, () -> write(stay, office, said, on, note));
  }

  private UUID write(
      Stay stay, OrganizationId office, Said said, LocalDate on, @Nullable String note) {
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into transition.office_choice (id, stay, person, office, said, said_on, note, at)
            values (:id, :stay, :person, :office, :said, :on, :note, :at)
            """)
        .param("id", id)
        .param("stay", stay.id().value())
        .param("person", stay.person().value())
        .param("office", office.value())
        .param("said", said.name())
        .param("on", on)
        .param("note", note)
        .param("at", OffsetDateTime.now(clock))
        .update();
    audit.changed("stay.office", id, List.of(stay.person().value()), said.name());
    return id;
  }
}
