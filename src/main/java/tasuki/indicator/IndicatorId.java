package tasuki.indicator;

import java.util.UUID;

/** Identifies an indicator (指標), whatever it is called and however often it is defined anew. */
public record IndicatorId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
