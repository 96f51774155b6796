package tasuki.kernel;

import java.util.Arrays;
import java.util.List;

/** What a named policy answers: it may be done, or it may not and why. */
public sealed interface Ruling {

  /** It may be done. */
  record Allowed() implements Ruling {}

  /**
   * It may not be done.
   *
   * @param reason key of a message that says why in the user's words
   * @param arguments values put into that message; never a person's data that the user may not see
   */
  record Refused(String reason, List<Object> arguments) implements Ruling {}

  Ruling ALLOWED = new Allowed();

  static Ruling refused(String reason, Object... arguments) {
    return new Refused(reason, Arrays.asList(arguments));
  }

  /**
   * Goes on only when allowed.
   *
   * @throws RefusedException with the reason otherwise
   */
  default void orThrow() {
    if (this instanceof Refused refused) {
      throw new RefusedException(refused);
    }
  }
}
