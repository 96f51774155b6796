package tasuki;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the running application writes down as a failure while a test listens. */
final class FailureLog extends AppenderBase<ILoggingEvent> {

  private final List<String> failures = new CopyOnWriteArrayList<>();

  static FailureLog listen() {
    FailureLog log = new FailureLog();
    if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      log.setContext(root.getLoggerContext());
      log.start();
      root.addAppender(log);
    }
    return log;
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
      failures.add(event.getLoggerName() + ": " + event.getFormattedMessage());
    }
  }

  /** What came since the last time one asked. */
  List<String> failures() {
    List<String> since = List.copyOf(failures);
    failures.removeAll(since);
    return since;
  }
}
