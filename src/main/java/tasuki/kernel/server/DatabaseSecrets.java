package tasuki.kernel.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The passwords of the embedded server's roles, made once and kept beside its data. */
record DatabaseSecrets(String superuser, String owner, String app, String job) {
  private static final String FILE = "database.properties";

  static boolean existIn(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  static DatabaseSecrets readFrom(Path folder) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve(FILE))) {
      properties.load(reader);
    }
    return new DatabaseSecrets(
        password(properties, "postgres", folder),
        password(properties, "owner", folder),
        password(properties, "app", folder),
        password(properties, "job", folder));
  }

  static DatabaseSecrets createIn(Path folder) throws IOException {
    DatabaseSecrets secrets =
        new DatabaseSecrets(
            PrivateFile.password(),
            PrivateFile.password(),
            PrivateFile.password(),
            PrivateFile.password());
    PrivateFile.write(
        folder.resolve(FILE),
        """
        # Passwords of Tasuki's embedded database, made on the first start. Keep this file private.
        postgres.password=%s
        owner.password=%s
        app.password=%s
        job.password=%s
        """
            .formatted(secrets.superuser, secrets.owner, secrets.app, secrets.job));
    return secrets;
  }

  DatabaseAddress address(int port) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + Roles.DATABASE,
        new Credentials("owner", owner),
        new Credentials("app", app),
        new Credentials("job", job));
  }

  private static String password(Properties properties, String role, Path folder) {
    String password = properties.getProperty(role + ".password", "");
    if (password.isBlank()) {
      throw new StartFailure("%s lacks the password of %s".formatted(folder.resolve(FILE), role));
    }
    return password;
  }

  @Override
  public String toString() {
    return "DatabaseSecrets[hidden]";
  }
}
