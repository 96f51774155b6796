package tasuki.programme.importing;

import org.jspecify.annotations.Nullable;
import tasuki.programme.reading.Values;

/**
 * What a person decided about a line.
 *
 * @param left whether the line is not taken
 * @param values what the line says; null for what was read
 */
record Decision(boolean left, @Nullable Values values) {

  static final Decision LEFT = new Decision(true, null);

  static Decision says(Values values) {
    return new Decision(false, values);
  }
}
