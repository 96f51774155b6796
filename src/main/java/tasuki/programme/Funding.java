package tasuki.programme;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What pays for a programme.
 *
 * @param mark of the source, such as ①
 * @param share its part of the money, from 0 to 1, where it is known
 */
public record Funding(String mark, @Nullable BigDecimal share) {}
