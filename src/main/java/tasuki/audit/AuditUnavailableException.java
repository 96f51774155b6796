package tasuki.audit;

import java.io.Serial;
import org.springframework.dao.DataAccessResourceFailureException;

/** A look could not be noted, so nothing may be shown. The user is asked to try again. */
public final class AuditUnavailableException extends DataAccessResourceFailureException {
  @Serial private static final long serialVersionUID = 1;

  AuditUnavailableException(Throwable cause) {
    super("The look could not be noted", cause);
  }
}
