package tasuki.transition.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Idempotency;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.notice.NoticeBox;
import tasuki.notice.Recipient;
import tasuki.transition.Stays;
import tasuki.transition.document.Document;
import tasuki.transition.document.DocumentId;
import tasuki.transition.document.Documents;

/**
 * 誤送信: a form that went to the wrong place is called back, and the time limits for the report to
 * the authority begin.
 */
@Service
@Transactional
public class Incidents {

  /**
   * What went wrong.
   *
   * @param print the sheet that was faxed or handed over; null for what was sent inside Tasuki
   * @param wrongRecipient who has it now, in the words of who reports
   */
  public record Mistake(
      @Nullable UUID print, String wrongRecipient, String cause, LocalDate foundOn) {}

  /** An incident; whose form it was is not said. */
  public record Incident(
      UUID id,
      DocumentId document,
      String definition,
      String caseNumber,
      @Nullable UUID print,
      @Nullable OrganizationId recipient,
      String wrongRecipient,
      String cause,
      OffsetDateTime happenedAt,
      LocalDate foundOn,
      String accountName,
      @Nullable LocalDate firstReportedOn,
      @Nullable LocalDate fullReportedOn) {}

  /** Somebody of the wrong recipient opened it. */
  public record Look(OffsetDateTime at, @Nullable String who) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Idempotency idempotency;
  private final AuditLog audit;
  private final Documents documents;
  private final Prints prints;
  private final Stays stays;
  private final Organizations organizations;
  private final NoticeBox box;

  Incidents(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      Idempotency idempotency,
      AuditLog audit,
      Documents documents,
      Prints prints,
      Stays stays,
      Organizations organizations,
      NoticeBox box) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.idempotency = idempotency;
    this.audit = audit;
    this.documents = documents;
    this.prints = prints;
    this.stays = stays;
    this.organizations = organizations;
    this.box = box;
  }

  /**
   * Calls a form back: whoever got it inside Tasuki cannot open it any more, and is told; so are
   * the administrators and auditors of the own organisation.
   *
   * @throws AbsentException when there is no such form for the acting organisation
   * @throws RefusedException when it is not its own, or went nowhere yet
   */
  public UUID recall(DocumentId id, Mistake mistake, UUID key) {
    Document document = documents.find(id);
    if (!document.organization().value().equals(Acting.organization())) {
      throw RefusedException.because("transition.incident.refused.not-own");
    }
    if (mistake.print() == null && (document.recipient() == null || document.sentAt() == null)) {
      throw RefusedException.because("transition.incident.refused.not-sent");
    }
    return idempotency.once(key, () -> write(document, mistake));
  }

  private UUID write(Document document, Mistake mistake) {
    UUID id = ids.next();
    boolean inside = mistake.print() == null;
    OrganizationId recipient = inside ? document.recipient() : null;
    OffsetDateTime happened =
        inside
            ? Objects.requireNonNull(document.sentAt())
            : prints.get(Objects.requireNonNull(mistake.print())).at();
    jdbc.sql(
            """
            insert into transition.incident (id, document, person, definition, case_number, print,
              recipient, wrong_recipient, cause, happened_at, found_on, recorded_at)
            values (:id, :document, :person, :definition, :case, :print::uuid, :recipient::uuid,
              :wrong, :cause, :happened, :found, :now)
            """)
        .param("id", id)
        .param("document", document.id().value())
        .param("person", document.person().value())
        .param("definition", document.definition())
        .param("case", stays.get(document.stay()).caseNumber())
        .param("print", mistake.print())
        .param("recipient", recipient == null ? null : recipient.value())
        .param("wrong", mistake.wrongRecipient())
        .param("cause", mistake.cause())
        .param("happened", happened)
        .param("found", mistake.foundOn())
        .param("now", OffsetDateTime.now(clock))
        .update();
    audit.changed("document.recalled", id, List.of(document.person().value()), null);
    tell(id, document, recipient);
    return id;
  }

  private void tell(UUID incident, Document document, @Nullable OrganizationId recipient) {
    String own = organizations.get(document.organization()).name();
    if (recipient != null) {
      box.tell(
          PaperNoticeKinds.RECALLED,
          new Recipient.Inbox(recipient.value()),
          incident,
          document.person().value(),
          own);
    }
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
                    PaperNoticeKinds.INCIDENT,
                    new Recipient.Person(account, Acting.organization()),
                    incident,
                    null));
  }

  /** The incidents of the acting organisation, the newest first. */
  @Transactional(readOnly = true)
  public List<Incident> list() {
    return jdbc.sql(SELECT + " order by incident.id desc limit 200")
        .query(Incidents::incident)
        .list();
  }

  /** What went wrong with a form before, the newest first. */
  @Transactional(readOnly = true)
  public List<Incident> of(DocumentId document) {
    return jdbc.sql(SELECT + " where incident.document = ? order by incident.id desc")
        .param(document.value())
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

  /** When the wrong recipient opened it inside Tasuki, the first time first. */
  @Transactional(readOnly = true)
  public List<Look> looks(UUID id) {
    return jdbc.sql("select * from transition.opened_by_mistake(?)")
        .param(id)
        .query(
            (row, _) ->
                new Look(row.getObject("at", OffsetDateTime.class), row.getString("account_name")))
        .list();
  }

  /** Notes that the first or the full report was made on a day. */
  public void reported(UUID id, boolean full, LocalDate on) {
    Incident incident = get(id);
    LocalDate first = incident.firstReportedOn();
    if (on.isBefore(incident.foundOn()) || full && first != null && on.isBefore(first)) {
      throw RefusedException.because("transition.incident.refused.day");
    }
    jdbc.sql(
            full
                ? "update transition.incident set full_reported_on = :on,"
                    + " first_reported_on = coalesce(first_reported_on, :on) where id = :id"
                : "update transition.incident set first_reported_on = :on where id = :id")
        .param("on", on)
        .param("id", id)
        .update();
    audit.changed("incident.reported", id, List.of(), full ? "full" : "first");
  }

  private static final String SELECT =
      """
      select incident.id, incident.document, incident.definition, incident.case_number,
        incident.print, incident.recipient, incident.wrong_recipient, incident.cause,
        incident.happened_at, incident.found_on, incident.first_reported_on,
        incident.full_reported_on, account.name as account_name
      from transition.incident incident
      join identity.account account on account.id = incident.account
      """;

  private static Incident incident(ResultSet row, int number) throws SQLException {
    UUID recipient = row.getObject("recipient", UUID.class);
    return new Incident(
        row.getObject("id", UUID.class),
        new DocumentId(row.getObject("document", UUID.class)),
        row.getString("definition"),
        row.getString("case_number"),
        row.getObject("print", UUID.class),
        recipient == null ? null : new OrganizationId(recipient),
        row.getString("wrong_recipient"),
        row.getString("cause"),
        row.getObject("happened_at", OffsetDateTime.class),
        row.getObject("found_on", LocalDate.class),
        row.getString("account_name"),
        row.getObject("first_reported_on", LocalDate.class),
        row.getObject("full_reported_on", LocalDate.class));
  }
}
