package tasuki.fund.ledger;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was filed.
 *
 * @param version 1 for the first of its branch and year
 */
public record Filed(
    int version, RequestTable table, @Nullable String note, UUID account, LocalDateTime at) {}
