package tasuki.person;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.identity.AccountId;

/** A recorded basis and whether it still holds; see {@link NewBasis} for the fields. */
public record Basis(
    BasisId id,
    PersonId person,
    @Nullable OrganizationId organization,
    BasisKind kind,
    GivenBy givenBy,
    @Nullable String proxyName,
    @Nullable String proxyReason,
    @Nullable String note,
    AccountId recordedBy,
    OrganizationId recordedFor,
    OffsetDateTime recordedAt,
    @Nullable OffsetDateTime validUntil,
    @Nullable OffsetDateTime withdrawnAt,
    @Nullable String withdrawnReason) {

  /** Whether it holds at the moment. */
  public boolean holdsAt(OffsetDateTime moment) {
    return withdrawnAt == null && (validUntil == null || validUntil.isAfter(moment));
  }
}
