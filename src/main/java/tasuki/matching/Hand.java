package tasuki.matching;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;

/**
 * One of those who are asked, and the answer.
 *
 * @param turn in a sequence; otherwise all have the first
 * @param score how well it fitted when it was asked, of 100
 * @param dueAt until when it has to answer; null without a limit
 * @param reason code of the kind's reasons, of whoever declined
 */
public record Hand(
    UUID id,
    RequestId request,
    OrganizationId organization,
    int turn,
    int score,
    List<FitReason> reasons,
    HandState state,
    @Nullable Place place,
    @Nullable OffsetDateTime offeredAt,
    @Nullable OffsetDateTime dueAt,
    @Nullable OffsetDateTime seenAt,
    @Nullable OffsetDateTime answeredAt,
    @Nullable String reason,
    @Nullable String words) {}
