package tasuki.indicator;

/** Names a measure by its room and code, such as {@code transition.discharge}. */
public record MeasureId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
