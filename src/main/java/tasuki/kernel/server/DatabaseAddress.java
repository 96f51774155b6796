package tasuki.kernel.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the database is and as whom to speak to it, the same for the embedded server and for one
 * named in the environment; also what {@code tasuki.database.*} binds to.
 *
 * @param url JDBC URL without user and password
 * @param owner owns the schemas; used by migrations only
 * @param app serves people and machines, under row-level security
 * @param job works in the background, under policies of its own
 */
public record DatabaseAddress(String url, Credentials owner, Credentials app, Credentials job) {
  private static final String PREFIX = "TASUKI_DATABASE_";

  /**
   * Reads TASUKI_DATABASE_URL and the user and password of OWNER, APP and JOB.
   *
   * @throws StartFailure naming every variable that is missing
   */
  public static DatabaseAddress fromEnvironment(Map<String, String> environment) {
    return fromEnvironment(environment, List.of());
  }

  /**
   * Reads the same, and tells at once what else is missing for the command.
   *
   * @param alsoNeeded further variables that must not be empty
   */
  public static DatabaseAddress fromEnvironment(
      Map<String, String> environment, List<String> alsoNeeded) {
    List<String> missing = new ArrayList<>();
    DatabaseAddress address =
        new DatabaseAddress(
            read(environment, "URL", missing),
            credentials(environment, "OWNER", missing),
            credentials(environment, "APP", missing),
            credentials(environment, "JOB", missing));
    alsoNeeded.stream()
        .filter(name -> environment.getOrDefault(name, "").isBlank())
        .forEach(missing::add);
    if (!missing.isEmpty()) {
      throw new StartFailure("Missing in the environment: " + String.join(", ", missing));
    }
    if (!address.url.startsWith("jdbc:postgresql:")) {
      throw new StartFailure(
          PREFIX + "URL must look like jdbc:postgresql://host:5432/tasuki, without a password");
    }
    return address;
  }

  /** The same as properties of the application, as {@link #fromEnvironment} would find them. */
  public Map<String, Object> asProperties() {
    return Map.of(
        "tasuki.database.url", url,
        "tasuki.database.owner.user", owner.user(),
        "tasuki.database.owner.password", owner.password(),
        "tasuki.database.app.user", app.user(),
        "tasuki.database.app.password", app.password(),
        "tasuki.database.job.user", job.user(),
        "tasuki.database.job.password", job.password());
  }

  private static Credentials credentials(
      Map<String, String> environment, String role, List<String> missing) {
    return new Credentials(
        read(environment, role + "_USER", missing), read(environment, role + "_PASSWORD", missing));
  }

  private static String read(Map<String, String> environment, String name, List<String> missing) {
    String value = environment.getOrDefault(PREFIX + name, "").strip();
    if (value.isEmpty()) {
      missing.add(PREFIX + name);
    }
    return value;
  }
}
