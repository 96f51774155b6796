package tasuki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tasuki.kernel.server.DatabaseAddress;

/** What is said while PostgreSQL is away, and that all goes on by itself when it is back. */
class HealthTest {

  private static final Duration LONG = Duration.ofSeconds(40);

  @Test
  void the_node_steps_aside_while_the_database_is_away_and_comes_back_by_itself() throws Exception {
    Visitor visitor = Visitor.anybody();
    assertThat(visitor.get("/health").statusCode()).isEqualTo(200);
    DatabaseAddress address = TestDatabase.address();
    try (Connection kept =
            DriverManager.getConnection(
                address.url(), address.owner().user(), address.owner().password());
        Statement statement = kept.createStatement()) {
      away(statement);
      try {
        HttpResponse<String> down = visitor.get("/health");
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.body()).isEqualTo("{\"status\":\"down\"}");
        HttpResponse<String> page = visitor.get("/public/rates");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("class=\"brand\"");
        HttpResponse<String> closed = visitor.get("/persons");
        assertThat(closed.statusCode()).isEqualTo(503);
        assertThat(closed.body()).contains("class=\"brand\"");
      } finally {
        statement.execute("alter database tasuki connection limit -1");
      }
    }
    await()
        .atMost(LONG)
        .untilAsserted(() -> assertThat(visitor.get("/health").statusCode()).isEqualTo(200));
    assertThat(visitor.get("/sign-in").statusCode()).isEqualTo(200);
  }

  /** Nobody new comes in, and the connections that are there are given up. */
  private static void away(Statement statement) throws SQLException {
    statement.execute("alter database tasuki connection limit 0");
    for (String pool : new String[] {"appPool", "jobPool"}) {
      House.bean(pool, HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }
  }
}
