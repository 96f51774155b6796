package tasuki.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.notice.NoticeBox;
import tasuki.notice.Recipient;

/**
 * 誤送信: what the acting organisation sent or wrote to the wrong place. Each begins the time limits
 * for the report to the authority. The room it went from calls it back; this one keeps the rest.
 */
@Service
@Transactional
public class Incidents {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final Organizations organizations;
  private final NoticeBox box;
  private final Map<String, Astray> rooms;

  Incidents(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      AuditLog audit,
      Organizations organizations,
      NoticeBox box,
      List<Astray> rooms) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.organizations = organizations;
    this.box = box;
    this.rooms = rooms.stream().collect(Collectors.toMap(Astray::source, Function.identity()));
  }

  /**
   * Records it, in the transaction that calls it back. Whoever got or opened it inside Tasuki is
   * told, and so are the administrators and auditors of the own organisation.
   *
   * @return id of the incident
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID record(NewIncident wanted) {
    UUID id = ids.next();
    OrganizationId recipient = wanted.recipient();
    jdbc.sql(
            """
            insert into incident.incident (id, source, way, subject, sheet, person, reference,
              title_ja, title_en, items, recipient, wrong_recipient, cause, happened_at, found_on,
              recorded_at)
            values (:id, :source, :way, :subject, :sheet::uuid, :person, :reference, :titleJa,
              :titleEn, :items, :recipient::uuid, :wrong, :cause, :happened, :found, :now)
            """)
        .param("id", id)
        .param("source", wanted.source())
        .param("way", wanted.way().name())
        .param("subject", wanted.subject())
        .param("sheet", wanted.sheet())
        .param("person", wanted.person().value())
        .param("reference", wanted.reference())
        .param("titleJa", wanted.titleJa())
        .param("titleEn", wanted.titleEn())
        .param("items", wanted.items())
        .param("recipient", recipient == null ? null : recipient.value())
        .param("wrong", wanted.wrongRecipient())
        .param("cause", wanted.cause())
        .param("happened", wanted.happenedAt())
        .param("found", wanted.foundOn())
        .param("now", OffsetDateTime.now(clock))
        .update();
    audit.changed("incident.recorded", id, List.of(wanted.person().value()), wanted.source());
    tellRecipients(id, wanted);
    tellOwn(id);
    return id;
  }

  private void tellRecipients(UUID id, NewIncident wanted) {
    Set<UUID> told = new LinkedHashSet<>();
    if (wanted.recipient() != null) {
      told.add(wanted.recipient().value());
    }
    looks(id, wanted.source()).stream()
        .map(Look::organization)
        .filter(Objects::nonNull)
        .forEach(told::add);
    String own = organizations.get(new OrganizationId(Acting.organization())).name();
    for (UUID organization : told) {
      box.tell(
          IncidentNoticeKinds.RECALLED,
          new Recipient.Inbox(organization),
          id,
          wanted.person().value(),
          own);
    }
  }

  private void tellOwn(UUID id) {
    jdbc.sql(
            """
            select account from identity.membership
            where organization = :own and valid_until is null
              and (:administrator = any (duties) or :auditor = any (duties))
            """)
        .param("own", Acting.organization())
        .param("administrator", Duty.ADMINISTRATOR.name())
        .param("auditor", Duty.AUDITOR.name())
        .query(UUID.class)
        .list()
        .forEach(
            account ->
                box.tell(
                    IncidentNoticeKinds.INCIDENT,
                    new Recipient.Person(account, Acting.organization()),
                    id,
                    null));
  }

  /** The incidents of the acting organisation, the newest first. */
  @Transactional(readOnly = true)
  public List<Incident> list() {
    return jdbc.sql(SELECT + " order by incident.id desc limit 200")
        .query(Incidents::incident)
        .list();
  }

  /**
   * An incident of the acting organisation.
   *
   * @throws AbsentException when there is none
   */
  @Transactional(readOnly = true)
  public Incident get(UUID id) {
    return jdbc.sql(SELECT + " where incident.id = ?")
        .param(id)
        .query(Incidents::incident)
        .optional()
        .orElseThrow(() -> new AbsentException("incident"));
  }

  /** Who opened it of those who were not meant, the first time first; nothing for others. */
  @Transactional(readOnly = true)
  public List<Look> looks(UUID id) {
    return jdbc.sql("select source from incident.incident where id = ?")
        .param(id)
        .query(String.class)
        .optional()
        .map(source -> looks(id, source))
        .orElse(List.of());
  }

  private List<Look> looks(UUID id, String source) {
    Astray room = rooms.get(source);
    return room == null ? List.of() : room.looks(id);
  }

  /** Notes that the first or the full report was made on a day. */
  public void reported(UUID id, boolean full, LocalDate on) {
    Incident incident = get(id);
    mustBeOpen(incident);
    LocalDate first = incident.firstReportedOn();
    if (on.isBefore(incident.foundOn()) || full && first != null && on.isBefore(first)) {
      throw RefusedException.because("incident.refused.day");
    }
    jdbc.sql(
            full
                ? "update incident.incident set full_reported_on = :on,"
                    + " first_reported_on = coalesce(first_reported_on, :on) where id = :id"
                : "update incident.incident set first_reported_on = :on where id = :id")
        .param("on", on)
        .param("id", id)
        .update();
    audit.changed("incident.reported", id, List.of(), full ? "full" : "first");
  }

  /**
   * Closes it without a report (報告不要).
   *
   * @param because why it is no leak that has to be reported
   * @throws RefusedException when a full report was made, or it is closed
   */
  public void close(UUID id, String because) {
    Incident incident = get(id);
    mustBeOpen(incident);
    if (incident.fullReportedOn() != null) {
      throw RefusedException.because("incident.refused.reported");
    }
    jdbc.sql(
            """
            update incident.incident set closed_at = :now, closed_by = :account,
              closed_because = :because
            where id = :id
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("account", Acting.account())
        .param("because", because)
        .param("id", id)
        .update();
    audit.changed("incident.closed", id, List.of(), "no report needed");
  }

  private static void mustBeOpen(Incident incident) {
    if (incident.closed() != null) {
      throw RefusedException.because("incident.refused.closed");
    }
  }

  private static final String SELECT =
      """
      select incident.id, incident.source, incident.way, incident.subject, incident.reference,
        incident.title_ja, incident.title_en, incident.items, incident.wrong_recipient,
        incident.cause, incident.happened_at, incident.found_on, incident.first_reported_on,
        incident.full_reported_on, account.name as account_name, incident.closed_at,
        incident.closed_because, closer.name as closed_by
      from incident.incident incident
      join identity.account account on account.id = incident.account
      left join identity.account closer on closer.id = incident.closed_by
      """;

  private static Incident incident(ResultSet row, int number) throws SQLException {
    @Nullable String reference = row.getString("reference");
    return new Incident(
        row.getObject("id", UUID.class),
        row.getString("source"),
        Way.valueOf(row.getString("way")),
        row.getObject("subject", UUID.class),
        reference,
        row.getString("title_ja"),
        row.getString("title_en"),
        row.getString("items"),
        row.getString("wrong_recipient"),
        row.getString("cause"),
        row.getObject("happened_at", OffsetDateTime.class),
        row.getObject("found_on", LocalDate.class),
        row.getString("account_name"),
        row.getObject("first_reported_on", LocalDate.class),
        row.getObject("full_reported_on", LocalDate.class),
        closed(row));
  }

  private static Incident.@Nullable Closed closed(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("closed_at", OffsetDateTime.class);
    return at == null
        ? null
        : new Incident.Closed(at, row.getString("closed_by"), row.getString("closed_because"));
  }
}
