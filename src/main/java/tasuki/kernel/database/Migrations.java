package tasuki.kernel.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

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
      String text = new ClassPathResource("db/rooms.txt").getContentAsString(UTF_8);
      return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("The list of rooms cannot be read", failure);
    }
  }

  /** Asking twenty rooms costs seconds at each start, so it is done only where something is new. */
  void run() {
    JdbcClient owner =
        JdbcClient.create(
            new DriverManagerDataSource(
                properties.url(), properties.owner().user(), properties.owner().password()));
    String texts = fingerprint();
    if (!hasReached(owner, texts)) {
      rooms().forEach(this::migrate);
      owner
          .sql(
              """
              with former as (delete from kernel.migrated where fingerprint <> :texts)
              insert into kernel.migrated (fingerprint) values (:texts) on conflict do nothing
              """)
          .param("texts", texts)
          .update();
    }
  }

  private static boolean hasReached(JdbcClient owner, String texts) {
    boolean known =
        owner
            .sql("select to_regclass('kernel.migrated') is not null")
            .query(Boolean.class)
            .single();
    return known
        && owner
            .sql("select exists (select from kernel.migrated where fingerprint = ?)")
            .param(texts)
            .query(Boolean.class)
            .single();
  }

  /** Tells every text of every migration, and for whom they are, from any other. */
  private String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((properties.app().user() + "/" + properties.job().user()).getBytes(UTF_8));
      var resolver = new PathMatchingResourcePatternResolver();
      for (String room : rooms()) {
        Resource[] texts = resolver.getResources("classpath*:db/" + room + "/*.sql");
        Arrays.sort(texts, Comparator.comparing(Migrations::nameOf));
        for (Resource text : texts) {
          digest.update((room + "/" + nameOf(text)).getBytes(UTF_8));
          digest.update(text.getContentAsByteArray());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | NoSuchAlgorithmException failure) {
      throw new IllegalStateException("The migrations cannot be read", failure);
    }
  }

  private static String nameOf(Resource text) {
    return String.valueOf(text.getFilename());
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
