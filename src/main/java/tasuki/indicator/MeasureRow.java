package tasuki.indicator;

import java.util.Map;

/**
 * One count of a month.
 *
 * @param baseUnit empty where the ground is not known
 * @param breakdown values of the measure's breakdown keys
 */
public record MeasureRow(
    String baseUnit, Map<String, String> breakdown, long numerator, long denominator) {}
