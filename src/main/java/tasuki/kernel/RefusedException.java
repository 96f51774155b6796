package tasuki.kernel;

import java.io.Serial;
import java.util.List;

/** A rule said no. The page shows the reason in the user's words; nothing was changed. */
public final class RefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Ruling.Refused refused;

  public RefusedException(Ruling.Refused refused) {
    super(refused.reason());
    this.refused = refused;
  }

  public static RefusedException because(String reason, Object... arguments) {
    return new RefusedException(new Ruling.Refused(reason, List.of(arguments)));
  }

  /** The rule's answer: message key and its arguments. */
  public Ruling.Refused refused() {
    return refused;
  }
}
