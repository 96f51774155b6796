package tasuki.kernel.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasuki.TestDatabase;

class KilledServerTest {
  @TempDir private Path folder;

  @BeforeAll
  static void quiet() {
    TestDatabase.quietLibraries();
  }

  @Test
  void a_folder_in_use_is_refused_and_after_kill_9_the_next_start_recovers_with_all_data()
      throws Exception {
    Process other = startOther();
    ProcessHandle left;
    try {
      assertThatThrownBy(() -> EmbeddedServer.claim(folder))
          .isInstanceOf(StartFailure.AlreadyRunning.class)
          .hasMessage("Tasuki is already running with this data folder (process %d)", other.pid());
      DatabaseAddress address = EmbeddedServer.find(folder).orElseThrow();
      execute(address, "CREATE SCHEMA kept; CREATE TABLE kept.kept AS SELECT 42 AS answer");
      left = Postmaster.of(folder.toRealPath().resolve("postgres")).orElseThrow().process();
    } finally {
      other.destroyForcibly().waitFor();
    }
    assertThat(left.isAlive()).isTrue();

    try (EmbeddedServer server = EmbeddedServer.claim(folder)) {
      DatabaseAddress address = server.start();

      assertThat(Postmaster.of(folder.toRealPath().resolve("postgres")).orElseThrow().process())
          .isNotEqualTo(left);
      assertThat(answer(address)).isEqualTo(42);
    }
    assertThat(EmbeddedServer.find(folder)).isEmpty();
  }

  @Test
  void killed_while_it_makes_its_first_cluster_it_starts_over_at_once() throws Exception {
    Process other = launchOther();
    while (!Files.exists(folder.resolve("postgres").resolve("PG_VERSION"))) {
      assertThat(other.isAlive()).isTrue();
      Thread.sleep(10);
    }
    other.destroyForcibly().waitFor();

    try (EmbeddedServer server = EmbeddedServer.claim(folder)) {
      execute(server.start(), "CREATE SCHEMA room");
    }
  }

  private Process startOther() throws Exception {
    Process other = launchOther();
    BufferedReader lines = new BufferedReader(new InputStreamReader(other.getInputStream(), UTF_8));
    assertThat(lines.lines().anyMatch("started"::equals)).isTrue();
    return other;
  }

  private Process launchOther() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "tasuki.kernel.server.ServerUntilKilled",
            folder.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static void execute(DatabaseAddress address, String sql) throws Exception {
    try (Connection connection = asOwner(address);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int answer(DatabaseAddress address) throws Exception {
    try (Connection connection = asOwner(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT answer FROM kept.kept")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Connection asOwner(DatabaseAddress address) throws Exception {
    return DriverManager.getConnection(
        address.url(), address.owner().user(), address.owner().password());
  }
}
