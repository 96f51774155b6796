package tasuki;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;

/** Keeps the console to lines written for people; everything else goes to the log file. */
final class QuietConsole {
  private QuietConsole() {}

  /** Silences libraries that speak before the application has set up its log. */
  static void beforeStart() {
    LoggingSystem.get(QuietConsole.class.getClassLoader()).beforeInitialize();
  }

  /** From now on warnings reach the console, one line each. */
  static void letWarningsThrough() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      Appender<ILoggingEvent> console =
          context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("CONSOLE");
      if (console != null) {
        ThresholdFilter warnings = new ThresholdFilter();
        warnings.setLevel("WARN");
        warnings.start();
        console.clearAllFilters();
        console.addFilter(warnings);
      }
    }
  }

  /**
   * Writes what the console is spared.
   *
   * @return whether it could be written
   */
  static boolean keepTrace(@Nullable Path log, Throwable failure) {
    if (log == null) {
      return false;
    }
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    try {
      Files.writeString(
          log, trace.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
