package tasuki.indicator;

import java.time.YearMonth;
import java.util.Map;

/**
 * What an area counts in a month.
 *
 * @param breakdown the keys that were asked for; empty when none was
 */
public record MeasureSum(
    YearMonth month, Map<String, String> breakdown, long numerator, long denominator) {}
