package tasuki.kernel.server;

/** A reason why Tasuki cannot start, in one line for the person who typed the command. */
public class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartFailure(String line) {
    super(line);
  }

  public StartFailure(String line, Throwable cause) {
    super(line, cause);
  }

  /** Another process works with this data folder; an import may join it instead of giving up. */
  public static final class AlreadyRunning extends StartFailure {
    private static final long serialVersionUID = 1L;

    AlreadyRunning(String process) {
      super("Tasuki is already running with this data folder (process " + process + ")");
    }
  }
}
