package tasuki;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;
import tasuki.kernel.server.StartFailure;

/** Says in one line why Tasuki did not start, in words of the person who started it. */
final class FailureLine {
  private FailureLine() {}

  static String of(Throwable failure) {
    List<Throwable> chain =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause).toList();
    // Whatever is nearest to the root knows most, and the database knows more than the network.
    for (Throwable cause : chain.reversed()) {
      switch (cause) {
        case StartFailure known -> {
          return firstLine(known);
        }
        case PortInUseException port -> {
          return "Port %d is in use; choose another with --port N, or TASUKI_PORT for serve"
              .formatted(port.getPort());
        }
        case SQLException database -> {
          return "Tasuki could not start, because of the database: " + firstLine(database);
        }
        default -> {
          // Look further up.
        }
      }
    }
    return "Tasuki could not start: " + firstLine(chain.getLast());
  }

  private static String firstLine(Throwable cause) {
    String message = cause.getMessage();
    String kind = cause.getClass().getSimpleName();
    return message == null ? kind : message.strip().lines().findFirst().orElse(kind);
  }
}
