package tasuki.kernel.server;

import java.io.PrintStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets slow work at the start say what it is doing, so that nobody waits before a silent screen.
 */
@Component
public class Progress {
  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

  private final boolean onConsole;
  private final PrintStream console = System.out;

  Progress(@Value("${tasuki.mode:none}") String mode) {
    onConsole = !mode.equals("none");
  }

  /** Says one line, such as "Bringing the tables up to date ...". */
  public void say(String line) {
    LOG.info("{}", line);
    if (onConsole) {
      console.println(line);
    }
  }
}
