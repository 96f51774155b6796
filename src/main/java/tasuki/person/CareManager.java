package tasuki.person;

import org.jspecify.annotations.Nullable;
import tasuki.identity.AccountId;

/**
 * The care manager who makes the plan (担当ケアマネジャー).
 *
 * @param telephone where it differs from the office's
 * @param account null where the office does not work in Tasuki
 */
public record CareManager(String name, @Nullable String telephone, @Nullable AccountId account) {}
