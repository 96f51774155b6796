package tasuki.kernel.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasuki.TestDatabase;

class EmbeddedServerTest {
  @TempDir private static Path folder;

  private static Path data;
  private static EmbeddedServer server;

  /** The folder's name has a space, and an earlier first start broke off in the middle. */
  @BeforeAll
  static void start() throws Exception {
    TestDatabase.quietLibraries();
    data = folder.resolve("data folder");
    Files.createDirectories(data.resolve("postgres").resolve("base"));
    Files.writeString(data.resolve("postgres").resolve("PG_VERSION"), "18\n");
    Files.createFile(data.resolve("first-start"));
    server = EmbeddedServer.claim(data);
    server.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "data_checksums, on",
    "listen_addresses, 127.0.0.1",
    "unix_socket_directories, ''",
    "password_encryption, scram-sha-256",
    "shared_buffers, 256MB",
    "server_encoding, UTF8",
  })
  void the_server_is_set_up_to_keep_data_and_to_keep_others_out(String setting, String value)
      throws Exception {
    assertThat(ask(superuser(), "SHOW " + setting)).isEqualTo(value);
  }

  @Test
  void its_character_type_takes_japanese_for_letters() throws Exception {
    assertThat(
            ask(
                superuser(),
                "SELECT concat(datctype, ' ', datlocprovider) FROM pg_database"
                    + " WHERE datname = 'tasuki'"))
        .isEqualTo("C.UTF-8 c");
    assertThat(ask(superuser(), "SELECT '訪問看護' ~ '^[[:alpha:]]+$'")).isEqualTo("t");
  }

  @Test
  void nobody_is_trusted_without_a_password() throws Exception {
    assertThat(
            ask(superuser(), "SELECT string_agg(DISTINCT auth_method, ' ') FROM pg_hba_file_rules"))
        .isEqualTo("scram-sha-256");
    assertThat(ask(superuser(), "SELECT count(*) FROM pg_authid WHERE rolpassword !~ '^SCRAM'"))
        .isEqualTo("0");
    assertThatThrownBy(() -> ask(new Credentials("app", "wrong"), "SELECT 1"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
    assertThatThrownBy(() -> ask(new Credentials("postgres", ""), "SELECT 1"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void no_role_of_the_application_may_rule_or_pass_row_level_security() throws Exception {
    assertThat(
            ask(
                superuser(),
                """
                SELECT count(*) FROM pg_roles
                WHERE rolname IN ('owner', 'app', 'job')
                  AND NOT (rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls
                    OR rolreplication)
                """))
        .isEqualTo("3");
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE TABLE t (i int)",
    "CREATE TEMPORARY TABLE t (i int)",
    "CREATE SCHEMA s",
    "SELECT * FROM pg_authid",
  })
  void app_and_job_can_make_nothing(String statement) {
    for (Credentials user : new Credentials[] {address().app(), address().job()}) {
      assertThatThrownBy(() -> execute(user, statement))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void the_owner_makes_schemas_and_trusted_extensions() throws Exception {
    execute(address().owner(), "CREATE SCHEMA room; CREATE EXTENSION btree_gist");
    assertThat(ask(address().app(), "SELECT 1")).isEqualTo("1");
  }

  @Test
  void the_passwords_can_only_be_read_by_their_owner() throws Exception {
    Path passwords = data.resolve("database.properties");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords)))
        .isEqualTo("rw-------");
    assertThat(data.resolve("initial-password")).doesNotExist();
    assertThat(data.resolve("first-start")).doesNotExist();
  }

  @Test
  void a_second_start_on_the_same_folder_is_refused() {
    assertThatThrownBy(() -> EmbeddedServer.claim(data))
        .isInstanceOf(StartFailure.AlreadyRunning.class)
        .hasMessage(
            "Tasuki is already running with this data folder (process %d)",
            ProcessHandle.current().pid());
  }

  @Test
  void a_restart_keeps_data_even_when_a_stranger_has_the_number_in_the_pid_file() throws Exception {
    execute(address().owner(), "CREATE SCHEMA kept; CREATE TABLE kept.kept AS SELECT 42 AS a");
    server.close();
    Files.writeString(
        data.resolve("postgres").resolve("postmaster.pid"),
        "%d\n%s\n0\n1\n".formatted(ProcessHandle.current().pid(), data));

    server = EmbeddedServer.claim(data);
    server.start();

    assertThat(ask(address().owner(), "SELECT a FROM kept.kept")).isEqualTo("42");
  }

  private static DatabaseAddress address() {
    return server.address();
  }

  private static Credentials superuser() throws Exception {
    return new Credentials("postgres", DatabaseSecrets.readFrom(data).superuser());
  }

  private static String ask(Credentials user, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(address().url(), user.user(), user.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void execute(Credentials user, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(address().url(), user.user(), user.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
