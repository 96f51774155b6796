package tasuki.transition.document;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.person.PersonId;
import tasuki.transition.Mode;
import tasuki.transition.StayId;

/**
 * A form of a stay, without its answers.
 *
 * @param definition id of the form, such as {@code admission-information}
 * @param layoutArea whose layout it was written in; null for the national one
 * @param paper whether it came or went on paper and was typed beside the scan
 * @param organization the author's office
 * @param recipient null where it is sent to nobody in particular
 * @param previous the form it began with, against which changes are marked
 * @param revises the sent form that this one corrects
 * @param paperAt of paper: when it came or went
 * @param edition how often the draft was saved
 */
public record Document(
    DocumentId id,
    StayId stay,
    PersonId person,
    String definition,
    int version,
    @Nullable UUID layoutArea,
    boolean paper,
    OrganizationId organization,
    UUID account,
    @Nullable OrganizationId recipient,
    @Nullable DocumentId previous,
    @Nullable DocumentId revises,
    OffsetDateTime openedAt,
    @Nullable OffsetDateTime paperAt,
    @Nullable Mode paperMode,
    int edition,
    OffsetDateTime savedAt,
    UUID savedBy,
    @Nullable OffsetDateTime sentAt,
    @Nullable UUID sentBy,
    @Nullable OffsetDateTime discardedAt,
    @Nullable OffsetDateTime receivedAt,
    @Nullable OffsetDateTime readAt) {

  /** How far it has come. */
  public DocumentState state() {
    if (discardedAt != null) {
      return DocumentState.DISCARDED;
    }
    if (sentAt == null) {
      return DocumentState.DRAFT;
    }
    if (readAt != null) {
      return DocumentState.READ;
    }
    return receivedAt != null ? DocumentState.RECEIVED : DocumentState.SENT;
  }

  public boolean draft() {
    return state() == DocumentState.DRAFT;
  }
}
