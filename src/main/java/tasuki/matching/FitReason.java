package tasuki.matching;

import java.util.List;

/**
 * Something that speaks for or against asking somebody.
 *
 * @param speaks for, against, or only that nothing is known
 * @param key of the message that says it, behind {@code matching.fit.}
 * @param arguments of the message; codes of capabilities where the key is about those
 */
public record FitReason(Speaks speaks, String key, List<String> arguments) {

  /** Which way it points. */
  public enum Speaks {
    FOR,
    AGAINST,
    UNKNOWN
  }

  static FitReason good(String key, Object... arguments) {
    return of(Speaks.FOR, key, arguments);
  }

  static FitReason bad(String key, Object... arguments) {
    return of(Speaks.AGAINST, key, arguments);
  }

  static FitReason unknown(String key, Object... arguments) {
    return of(Speaks.UNKNOWN, key, arguments);
  }

  private static FitReason of(Speaks speaks, String key, Object... arguments) {
    return new FitReason(
        speaks, key, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
  }
}
