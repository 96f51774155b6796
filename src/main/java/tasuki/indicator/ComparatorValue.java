package tasuki.indicator;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What others came to: the national average of a period.
 *
 * @param name of the comparator, such as 全国平均
 */
public record ComparatorValue(
    UUID id, String name, AsOf asOf, BigDecimal value, @Nullable String source) {}
