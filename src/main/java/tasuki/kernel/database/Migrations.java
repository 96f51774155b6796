package tasuki.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;

/**
 * Brings every room's schema up to date, in the order of the floors, as the owner of the tables.
 * Each room keeps its history in its own schema.
 */
class Migrations {

  private final DatabaseProperties properties;

  Migrations(DatabaseProperties properties) {
    this.properties = properties;
  }

  /** The rooms with tables, lowest floor first. */
  static List<String> rooms() {
    try {
      String text =
          new ClassPathResource("db/rooms.txt").getContentAsString(StandardCharsets.UTF_8);
      return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("The list of rooms cannot be read", failure);
    }
  }

  void run() {
    rooms().forEach(this::migrate);
  }

  private void migrate(String room) {
    Flyway.configure()
        .dataSource(properties.url(), properties.owner().user(), properties.owner().password())
        .schemas(room)
        .defaultSchema(room)
        .table("migration")
        .locations("classpath:db/" + room)
        .placeholders(Map.of("app", properties.app().user(), "job", properties.job().user()))
        .load()
        .migrate();
  }
}
