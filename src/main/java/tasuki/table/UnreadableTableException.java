package tasuki.table;

import java.io.Serial;

/** Ends the reading of a file at the first thing that makes the whole of it worthless. */
public final class UnreadableTableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Fault fault;

  /**
   * Refuses the whole file.
   *
   * @param reason key of a message that says why
   */
  public UnreadableTableException(String reason, Object... arguments) {
    this(Fault.ofFile(reason, arguments));
  }

  /** Refuses the whole file because of what is wrong at one place in it. */
  public UnreadableTableException(Fault fault) {
    super(fault.reason());
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
