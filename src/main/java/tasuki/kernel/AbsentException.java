package tasuki.kernel;

import java.io.Serial;

/**
 * There is no such thing for the one who asks. It is also the answer to somebody who may not know
 * that the thing exists, so it never says which of the two it is.
 */
public final class AbsentException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public AbsentException(String what) {
    super(what);
  }
}
