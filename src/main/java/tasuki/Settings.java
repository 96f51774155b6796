package tasuki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tasuki.kernel.server.DatabaseAddress;
import tasuki.kernel.server.PrivateFile;
import tasuki.kernel.server.StartFailure;

/** The properties a command hands to the application, and the file its log goes to. */
final class Settings {
  private static final int KEY_BYTES = 32;
  private static final String DEFAULT_PORT = "8080";
  private static final Pattern ADDRESS =
      Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final Path log;

  private Settings(String mode, Path data, String logName) {
    log = data.resolve(logName);
    properties.put("tasuki.mode", mode);
    properties.put("tasuki.data", data.toString());
    properties.put("logging.file.name", log.toString());
    properties.put("logging.logback.rollingpolicy.max-file-size", "10MB");
    properties.put("logging.logback.rollingpolicy.max-history", "7");
    properties.put("logging.logback.rollingpolicy.total-size-cap", "100MB");
    // The console says nothing of its own until the application is ready: see QuietConsole.
    properties.put("logging.threshold.console", "OFF");
    properties.put("logging.pattern.console", "%d{HH:mm:ss} %p %logger{0}: %m%n%nopex");
  }

  static Settings demo(int port, Path data, DatabaseAddress database) {
    return onThisMachine("demo", port, data, database);
  }

  static Settings rehearsal(Path data, DatabaseAddress database) {
    return onThisMachine("rehearsal", 0, data, database);
  }

  private static Settings onThisMachine(
      String mode, int port, Path data, DatabaseAddress database) {
    Settings settings = new Settings(mode, data, "tasuki.log").database(database).keptKey(data);
    settings.properties.put("server.address", "127.0.0.1");
    settings.properties.put("server.port", port);
    return settings;
  }

  static Settings serve(Map<String, String> environment, Path data) {
    Settings settings =
        new Settings("serve", data, "tasuki.log")
            .database(DatabaseAddress.fromEnvironment(environment, List.of("TASUKI_KEY")))
            .givenKey(environment);
    settings.properties.put("server.address", value(environment, "TASUKI_ADDRESS", "0.0.0.0"));
    settings.properties.put("server.port", port(environment));
    settings.properties.put("tasuki.tiles.url", value(environment, "TASUKI_TILES_URL", ""));
    settings.properties.put("tasuki.tiles.credit", value(environment, "TASUKI_TILES_CREDIT", ""));
    return settings.behind(value(environment, "TASUKI_TRUSTED_PROXIES", ""));
  }

  static Settings migrate(Map<String, String> environment, Path data) {
    return new Settings("migrate", data, "migrate.log")
        .database(DatabaseAddress.fromEnvironment(environment))
        .withoutWeb();
  }

  static Settings importIntoDemo(Path data, DatabaseAddress database) {
    return new Settings("import", data, "import.log").database(database).keptKey(data).withoutWeb();
  }

  static Settings importIntoServed(Map<String, String> environment, Path data) {
    return new Settings("import", data, "import.log")
        .database(DatabaseAddress.fromEnvironment(environment, List.of("TASUKI_KEY")))
        .givenKey(environment)
        .withoutWeb();
  }

  /** Where a production node keeps its log and files: TASUKI_DATA, else below the home. */
  static Path servedData(Map<String, String> environment, Path home) {
    String named = value(environment, "TASUKI_DATA", "");
    Path data = named.isEmpty() ? home.resolve(".tasuki").resolve("serve") : Path.of(named);
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new StartFailure("Cannot write to " + data, e);
    }
    if (!Files.isWritable(data)) {
      throw new StartFailure("Cannot write to " + data);
    }
    return data;
  }

  Map<String, Object> properties() {
    return properties;
  }

  Path log() {
    return log;
  }

  /**
   * Who is at the other end is what a proxy says only where the proxy is named; of everybody else
   * such headers are words of a stranger, by which limits for an address could be passed.
   */
  private Settings behind(String proxies) {
    List<String> addresses =
        Arrays.stream(proxies.split(",")).map(String::strip).filter(one -> !one.isEmpty()).toList();
    if (addresses.stream().anyMatch(one -> !ADDRESS.matcher(one).matches())) {
      throw new StartFailure(
          "TASUKI_TRUSTED_PROXIES must be addresses such as 10.0.0.5, separated by commas");
    }
    properties.put("server.forward-headers-strategy", addresses.isEmpty() ? "none" : "native");
    if (!addresses.isEmpty()) {
      properties.put(
          "server.tomcat.remoteip.internal-proxies",
          addresses.stream().map(one -> one.replace(".", "\\.")).collect(Collectors.joining("|")));
    }
    return this;
  }

  private Settings database(DatabaseAddress database) {
    properties.putAll(database.asProperties());
    return this;
  }

  private Settings withoutWeb() {
    properties.put("spring.main.web-application-type", "none");
    return this;
  }

  private Settings keptKey(Path data) {
    try {
      properties.put("tasuki.key", PrivateFile.secret(data.resolve("key"), KEY_BYTES));
      return this;
    } catch (IOException e) {
      throw new StartFailure("Cannot write to " + data, e);
    }
  }

  private Settings givenKey(Map<String, String> environment) {
    String key = value(environment, "TASUKI_KEY", "");
    if (!isKey(key)) {
      throw new StartFailure("TASUKI_KEY must be 32 random bytes in Base64");
    }
    properties.put("tasuki.key", key);
    return this;
  }

  private static int port(Map<String, String> environment) {
    try {
      return CommandLine.port("TASUKI_PORT", value(environment, "TASUKI_PORT", DEFAULT_PORT));
    } catch (CommandLine.Unclear e) {
      throw new StartFailure(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isKey(String key) {
    try {
      return Base64.getDecoder().decode(key).length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String value(Map<String, String> environment, String name, String otherwise) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }
}
