package tasuki;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;
import tasuki.kernel.server.StartFailure;

class FailureLineTest {
  @Test
  void a_refusal_of_our_own_stays_as_it_is_however_deep_it_lies() {
    assertThat(FailureLine.of(new IllegalStateException("bean", new StartFailure("No room"))))
        .isEqualTo("No room");
  }

  @Test
  void the_database_speaks_before_the_network_below_it() {
    SQLException refused =
        new SQLException("Connection to db:5432 refused.\nCheck it.", new ConnectException("no"));
    assertThat(FailureLine.of(new IllegalStateException("bean", refused)))
        .isEqualTo(
            "Tasuki could not start, because of the database: Connection to db:5432 refused.");
  }

  @Test
  void a_port_taken_meanwhile_is_named() {
    assertThat(FailureLine.of(new IllegalStateException(new PortInUseException(81))))
        .startsWith("Port 81 is in use");
  }

  @Test
  void a_failure_without_words_is_named_by_its_kind() {
    assertThat(FailureLine.of(new IllegalStateException("bean", new NullPointerException())))
        .isEqualTo("Tasuki could not start: NullPointerException");
  }
}
