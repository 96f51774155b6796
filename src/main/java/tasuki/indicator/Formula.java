package tasuki.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tasuki.area.AreaId;

/**
 * How a value comes from counts: numerator ÷ denominator × scale of a measure over a fiscal year.
 *
 * @param area over which is counted; null for everything, wherever it lies
 * @param scale 100 for a percentage
 */
public record Formula(MeasureId measure, @Nullable AreaId area, BigDecimal scale) {}
