package tasuki.transition.document;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.file.StoredFile;
import tasuki.form.Audience;
import tasuki.form.FormDefinition;
import tasuki.form.FormDefinitions;
import tasuki.form.FormLayout;
import tasuki.form.FormLayouts;
import tasuki.form.FormValues;
import tasuki.form.ItemClass;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Idempotency;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.person.PersonId;
import tasuki.person.Persons;
import tasuki.transition.Mode;
import tasuki.transition.NewStep;
import tasuki.transition.StayId;
import tasuki.transition.Stays;
import tasuki.transition.StepKind;

/**
 * The forms of a stay as they were sent and read. Drafts are written through {@link Drafts}.
 *
 * <p>The paper of a form is made of {@link #definition}, {@link #layout} and {@link #values} with
 * the audience for whom it is printed or faxed.
 */
@Service
@Transactional
public class Documents {

  /** A file that belongs to a form, with its bytes. */
  public record Opened(StoredFile file, InputStream bytes) {}

  private final DocumentRows rows;
  private final DocumentNotes notes;
  private final FormDefinitions definitions;
  private final FormLayouts layouts;
  private final FileStore files;
  private final Stays stays;
  private final Persons persons;
  private final Idempotency idempotency;
  private final Ids ids;
  private final AuditLog audit;
  private final Clock clock;

  Documents(
      DocumentRows rows,
      DocumentNotes notes,
      FormDefinitions definitions,
      FormLayouts layouts,
      FileStore files,
      Stays stays,
      Persons persons,
      Idempotency idempotency,
      Ids ids,
      AuditLog audit,
      Clock clock) {
    this.rows = rows;
    this.notes = notes;
    this.definitions = definitions;
    this.layouts = layouts;
    this.files = files;
    this.stays = stays;
    this.persons = persons;
    this.idempotency = idempotency;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A form.
   *
   * @throws AbsentException when there is none for the acting organisation
   */
  @Transactional(readOnly = true)
  public Document find(DocumentId id) {
    Document found = rows.get(id);
    audit.viewed("document", List.of(found.person().value()), id.value());
    return found;
  }

  /** The forms of a stay that the acting organisation may see, the newest first. */
  @Transactional(readOnly = true)
  public List<Document> of(StayId stay) {
    List<Document> found = rows.of(stay);
    if (!found.isEmpty()) {
      audit.viewed("stay.documents", List.of(found.getFirst().person().value()), stay.value());
    }
    return found;
  }

  /** What was sent of a person, the newest first. */
  @Transactional(readOnly = true)
  public List<Document> sentOf(PersonId person) {
    List<Document> found = rows.sentOf(person);
    if (!found.isEmpty()) {
      audit.viewed("person.documents", List.of(person.value()), null);
    }
    return found;
  }

  /** What was sent to the acting organisation and nobody there has received yet. */
  @Transactional(readOnly = true)
  public List<Document> waiting() {
    List<Document> found = rows.waiting();
    if (!found.isEmpty()) {
      audit.viewed(
          "document.waiting",
          found.stream().map(one -> one.person().value()).collect(Collectors.toSet()),
          null);
    }
    return found;
  }

  /** How many were sent to the acting organisation and nobody there has received yet. */
  @Transactional(readOnly = true)
  public int countWaiting() {
    return rows.waiting().size();
  }

  /** What the form asks, as it was written: in its version and its area's layout. */
  public FormDefinition definition(Document document) {
    return layout(document).apply(definitions.version(document.definition(), document.version()));
  }

  /** The layout in which the form was written. */
  public FormLayout layout(Document document) {
    LocalDate day = JapanTime.at(document.openedAt().toInstant()).toLocalDate();
    return layouts.of(document.layoutArea(), document.definition(), day);
  }

  /**
   * The answers that the audience may read, of what the acting organisation may see at all.
   *
   * @throws AbsentException when there is no such form for it
   */
  @Transactional(readOnly = true)
  public FormValues values(DocumentId id, Audience audience) {
    Document document = find(id);
    return filtered(document, rows.stored(id).values(), audience);
  }

  FormValues filtered(Document document, FormValues values, Audience audience) {
    FormValues released = FormValues.EMPTY;
    for (DocumentNotes.Release release : notes.releases(document.id())) {
      released = released.with(release.item(), release.answer());
    }
    return audience.filter(
        definition(document),
        audience == Audience.PERSON ? values.and(released) : values,
        rows.secretAddress(document.person()),
        released.items());
  }

  /** The answers of the form with which this one is compared; null where it cannot be read. */
  @Nullable FormValues before(Document document) {
    DocumentId previous = document.previous();
    if (previous == null) {
      return null;
    }
    try {
      return rows.stored(rows.get(previous).id()).values();
    } catch (AbsentException notForUs) {
      return null;
    }
  }

  /** The items that changed since the previous form; of a sent form, as of sending. */
  Set<String> changed(Document document) {
    return rows.stored(document.id()).changed();
  }

  /** Whose form it is, as it says itself. */
  String personName(Document document) {
    return rows.stored(document.id()).values().first("name").orElse("");
  }

  List<DocumentNotes.Receipt> receipts(DocumentId id) {
    return notes.receipts(id);
  }

  List<DocumentNotes.Release> releases(DocumentId id) {
    return notes.releases(id);
  }

  /** 「受領しました」: it has arrived at the acting organisation. */
  public void receive(DocumentId id, UUID key) {
    receipt(id, false, key);
  }

  /** 「確認しました」: the acting account has read it. */
  public void read(DocumentId id, UUID key) {
    receipt(id, true, key);
  }

  private void receipt(DocumentId id, boolean read, UUID key) {
    Document document = rows.get(id);
    if (document.recipient() == null
        || !document.recipient().value().equals(Acting.organization())
        || document.sentAt() == null) {
      throw RefusedException.because("transition.document.refused.not-recipient");
    }
    idempotency.once(
        key,
        () -> {
          boolean first = document.receivedAt() == null;
          if (notes.receipt(document, read)) {
            audit.changed(
                read ? "document.read" : "document.received",
                id.value(),
                List.of(document.person().value()),
                null);
            log(document, read, first);
          }
          return id.value();
        });
  }

  /** The log of the case tells it too, where the receiving side sees the person in full. */
  private void log(Document document, boolean read, boolean first) {
    boolean information = document.definition().equals(FormDefinitions.ADMISSION_INFORMATION);
    if (!information || !persons.seenInFull(document.person())) {
      return;
    }
    if (first) {
      step(document, StepKind.FORM_RECEIVED);
    }
    if (read) {
      step(document, StepKind.READ);
    }
  }

  private void step(Document document, StepKind kind) {
    LocalDateTime now = JapanTime.now(clock);
    stays.log(
        document.stay(),
        NewStep.of(kind, now.toLocalDate(), now.toLocalTime(), Mode.SYSTEM),
        ids.next());
  }

  /**
   * Opens one hidden item of a sent form to the person and the family, as a named decision.
   *
   * @throws RefusedException when it is not the author's to decide, or the item is not hidden
   */
  public void release(DocumentId id, String item, String reason) {
    Document document = rows.get(id);
    boolean own = document.organization().value().equals(Acting.organization());
    boolean hidden =
        definition(document)
            .find(item)
            .map(found -> found.classes().contains(ItemClass.HIDDEN_FROM_PERSON))
            .orElse(false);
    if (!own || document.sentAt() == null || !persons.seenInFull(document.person())) {
      throw RefusedException.because("transition.document.refused.release");
    }
    FormValues answer = rows.stored(id).values().only(item::equals);
    if (!hidden || answer.isEmpty()) {
      throw RefusedException.because("transition.document.refused.not-hidden");
    }
    notes.release(document, ids.next(), item, answer, reason);
    audit.changed("document.released", id.value(), List.of(document.person().value()), item);
  }

  /** The files of a form: scans of the paper, pictures. */
  @Transactional(readOnly = true)
  public List<StoredFile> files(DocumentId id) {
    List<FileId> wanted = new ArrayList<>(notes.files(id));
    List<StoredFile> found = new ArrayList<>(files.find(wanted));
    found.sort(java.util.Comparator.comparingInt(file -> wanted.indexOf(file.id())));
    return found;
  }

  /**
   * One of them with its bytes; whoever asks closes the stream.
   *
   * @throws AbsentException when the form has no such file for the one who asks
   */
  @Transactional(readOnly = true)
  public Opened file(DocumentId id, FileId file) {
    Document document = rows.get(id);
    if (!notes.files(id).contains(file)) {
      throw new AbsentException("file");
    }
    audit.viewed("document.file", List.of(document.person().value()), file.value());
    return new Opened(files.get(file), files.open(file));
  }
}
