package tasuki.kernel.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Makes the database and its three roles, none of which may pass row-level security or rule. */
final class Roles {
  static final String DATABASE = "tasuki";

  private static final String ROLE =
      """
      CREATE ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION
        NOINHERIT PASSWORD '%s'
      """;

  private Roles() {}

  /** Runs once, as superuser in the database {@code postgres} of a fresh cluster. */
  static void create(DataSource postgres, DatabaseSecrets secrets) throws SQLException {
    try (Connection connection = postgres.getConnection();
        Statement statement = connection.createStatement()) {
      // The passwords are Base64, so quoting them is safe.
      statement.execute(ROLE.formatted("owner", secrets.owner()));
      statement.execute(ROLE.formatted("app", secrets.app()));
      statement.execute(ROLE.formatted("job", secrets.job()));
      statement.execute("CREATE DATABASE " + DATABASE + " OWNER owner");
      statement.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
      statement.execute("GRANT CONNECT ON DATABASE " + DATABASE + " TO app, job");
      statement.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
    }
  }

  /** Runs once, as superuser in the new database. */
  static void closePublicSchema(DataSource tasuki) throws SQLException {
    try (Connection connection = tasuki.getConnection();
        Statement statement = connection.createStatement()) {
      // USAGE stays, because extensions put their operators there.
      statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    }
  }
}
