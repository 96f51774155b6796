package tasuki.fund.ledger;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * What the state says it will give to a category (内示), of state and prefecture together, in yen.
 *
 * @param on the day on which the state said so
 */
public record Allocation(String category, long yen, LocalDate on, UUID account, LocalDateTime at) {}
