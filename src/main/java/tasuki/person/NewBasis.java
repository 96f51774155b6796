package tasuki.person;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.file.FileId;

/**
 * A basis to be recorded.
 *
 * @param organization to whom it opens; null where it covers the whole care team
 * @param proxyName who spoke for the person, where the person did not
 * @param proxyReason why that one spoke
 * @param evidence the paper, as files that the acting account sent
 * @param note how and when it was given, where no paper shows it
 * @param validUntil when it ends by itself; null where it holds until withdrawn
 */
public record NewBasis(
    BasisKind kind,
    GivenBy givenBy,
    @Nullable OrganizationId organization,
    @Nullable String proxyName,
    @Nullable String proxyReason,
    List<FileId> evidence,
    @Nullable String note,
    @Nullable OffsetDateTime validUntil) {

  /** What most contracts and admissions need: the person's own word for the whole care team. */
  public static NewBasis ofPerson(BasisKind kind, @Nullable String note) {
    return new NewBasis(
        kind,
        kind.consent() ? GivenBy.PERSON : GivenBy.NOBODY,
        null,
        null,
        null,
        List.of(),
        note,
        null);
  }
}
