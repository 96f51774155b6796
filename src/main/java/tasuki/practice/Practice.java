package tasuki.practice;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;

/**
 * A case of the library.
 *
 * @param code stands in its address
 * @param organization who wrote it; null for what ships with the house
 * @param version rises with every change
 * @param source number of the document a shipped case was taken from
 */
public record Practice(
    UUID id,
    String code,
    @Nullable OrganizationId organization,
    PracticeState state,
    int version,
    @Nullable String source,
    OffsetDateTime changedAt,
    Content content) {}
