package tasuki.matching;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.identity.AccountId;

/**
 * A request for help.
 *
 * @param number by which people speak of it
 * @param version of its kind by which it was written
 * @param handler who offers it and chooses; the asker where nobody coordinates
 * @param way how it was offered; null before
 * @param answerMinutes how long each has to answer in a sequence; null otherwise
 * @param escalatesAt when more people hear of it unless somebody is chosen
 * @param reason why it was withdrawn or given up
 */
public record HelpRequest(
    RequestId id,
    long number,
    UUID version,
    String kind,
    OrganizationId asker,
    AccountId askedBy,
    OrganizationId handler,
    Card card,
    RequestState state,
    @Nullable Way way,
    @Nullable Integer answerMinutes,
    OffsetDateTime sentAt,
    @Nullable OffsetDateTime openedAt,
    OffsetDateTime escalatesAt,
    @Nullable OffsetDateTime escalatedAt,
    @Nullable OffsetDateTime matchedAt,
    @Nullable OffsetDateTime endedAt,
    @Nullable String reason) {}
