package tasuki.programme.reading;

import java.util.Arrays;
import java.util.List;

/**
 * Why something was not read with certainty.
 *
 * @param arguments the values put into the reason's message, as text
 */
public record Doubt(Reason reason, List<String> arguments) {

  public Doubt {
    arguments = List.copyOf(arguments);
  }

  static Doubt of(Reason reason, Object... arguments) {
    return new Doubt(reason, Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /** Whether a person has to decide before the line is taken. */
  public boolean asks() {
    return reason.weight() != Reason.Weight.INFORMS;
  }
}
