package tasuki.table;

import java.io.Serial;

/** Ends the reading of a file at the first thing that makes the whole of it worthless. */
final class UnreadableTableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Fault fault;

  UnreadableTableException(String reason, Object... arguments) {
    super(reason);
    this.fault = Fault.ofFile(reason, arguments);
  }

  Fault fault() {
    return fault;
  }
}
