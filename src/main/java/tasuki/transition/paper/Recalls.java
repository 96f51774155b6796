package tasuki.transition.paper;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.form.FormDefinition;
import tasuki.incident.Incidents;
import tasuki.incident.NewIncident;
import tasuki.incident.Way;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Idempotency;
import tasuki.kernel.RefusedException;
import tasuki.transition.Stays;
import tasuki.transition.document.Document;
import tasuki.transition.document.DocumentId;
import tasuki.transition.document.Documents;

/** 誤送信: a form that went to the wrong place is called back. */
@Service
@Transactional
public class Recalls {

  /**
   * What went wrong.
   *
   * @param print the sheet that was faxed or handed over; null for what was sent inside Tasuki
   * @param wrongRecipient who has it now, in the words of who reports
   */
  public record Mistake(
      @Nullable UUID print, String wrongRecipient, String cause, LocalDate foundOn) {}

  private final Idempotency idempotency;
  private final AuditLog audit;
  private final Documents documents;
  private final Prints prints;
  private final Stays stays;
  private final Incidents incidents;
  private final MessageSource messages;

  Recalls(
      Idempotency idempotency,
      AuditLog audit,
      Documents documents,
      Prints prints,
      Stays stays,
      Incidents incidents,
      MessageSource messages) {
    this.idempotency = idempotency;
    this.audit = audit;
    this.documents = documents;
    this.prints = prints;
    this.stays = stays;
    this.incidents = incidents;
    this.messages = messages;
  }

  /**
   * Calls a form back: whoever got it inside Tasuki cannot open it any more, and is told.
   *
   * @return id of the incident
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
    UUID print = mistake.print();
    OffsetDateTime happened =
        print == null ? Objects.requireNonNull(document.sentAt()) : prints.get(print).at();
    FormDefinition form = documents.definition(document);
    UUID incident =
        incidents.record(
            new NewIncident(
                SentAstray.SOURCE,
                print == null ? Way.INSIDE : Way.PAPER,
                document.id().value(),
                print,
                document.person(),
                stays.get(document.stay()).caseNumber(),
                form.title().ja(),
                form.title().en(),
                items(form),
                print == null ? document.recipient() : null,
                mistake.wrongRecipient(),
                mistake.cause(),
                happened,
                mistake.foundOn()));
    audit.changed(
        "document.recalled", document.id().value(), List.of(document.person().value()), null);
    return incident;
  }

  /** Which kinds of data the form holds, by its own headings. */
  private String items(FormDefinition form) {
    String headings =
        form.sections().stream()
            .map(section -> section.title().ja())
            .collect(Collectors.joining("、"));
    return messages.getMessage(
        "transition.incident.items", new Object[] {form.title().ja(), headings}, Locale.JAPANESE);
  }
}
