package tasuki.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps an organisation's own tables from the choice of the file until it is applied or given up,
 * for a day at most: whoever says what the columns mean need not choose the file again.
 */
@Component
@Transactional
class KeptFiles {

  /**
   * A file that is kept.
   *
   * @param readAs the import as which it was read last; null before it was read
   */
  record Kept(String fileName, @Nullable UUID readAs) {}

  /** More than any table that somebody wrote by hand; what is larger is chosen again. */
  static final long MOST_BYTES = 20_000_000;

  /** For each organisation; whoever needs more has forgotten the first. */
  static final int MOST_FILES = 5;

  static final Duration PATIENCE = Duration.ofDays(1);

  private static final int PIECE = 1_000_000;

  private final JdbcClient jdbc;
  private final Clock clock;

  KeptFiles(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Keeps a file instead of an earlier one with the same headings, unless it is too large. */
  public void keep(String kind, String signature, Path file, String name) throws IOException {
    jdbc.sql(
            """
            delete from intake.kept
            where organization = kernel.organization() and kind = ? and signature = ?
            """)
        .params(kind, signature)
        .update();
    if (Files.size(file) > MOST_BYTES) {
      return;
    }
    jdbc.sql("insert into intake.kept (kind, signature, file_name, at) values (?, ?, ?, ?)")
        .params(kind, signature, name, OffsetDateTime.now(clock))
        .update();
    try (InputStream content = Files.newInputStream(file)) {
      byte[] piece = content.readNBytes(PIECE);
      for (int number = 0; piece.length > 0; number++) {
        jdbc.sql(
                """
                insert into intake.kept_piece (kind, signature, number, content)
                values (?, ?, ?, ?)
                """)
            .params(kind, signature, number, piece)
            .update();
        piece = content.readNBytes(PIECE);
      }
    }
    forgetTheOldest();
  }

  private void forgetTheOldest() {
    jdbc.sql(
            """
            delete from intake.kept where (organization, kind, signature) in (
              select organization, kind, signature from intake.kept
              where organization = kernel.organization() order by at desc, signature offset ?)
            """)
        .param(MOST_FILES)
        .update();
  }

  /** The file of the acting organisation with such headings, if one is kept. */
  @Transactional(readOnly = true)
  public Optional<Kept> find(String kind, String signature) {
    return jdbc.sql(
            """
            select file_name, import from intake.kept
            where organization = kernel.organization() and kind = ? and signature = ?
            """)
        .params(kind, signature)
        .query(
            (row, _) -> new Kept(row.getString("file_name"), row.getObject("import", UUID.class)))
        .optional();
  }

  /** Writes a kept file where it can be read. */
  @Transactional(readOnly = true)
  public void writeTo(Path file, String kind, String signature) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      jdbc.sql(
              """
              select content from intake.kept_piece
              where organization = kernel.organization() and kind = ? and signature = ?
              order by number
              """)
          .params(kind, signature)
          .withFetchSize(1)
          .query((RowCallbackHandler) row -> write(row, out));
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private static void write(ResultSet row, OutputStream out) throws SQLException {
    try {
      out.write(row.getBytes("content"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Remembers as which import a file was read. */
  public void read(String kind, String signature, UUID id) {
    jdbc.sql(
            """
            update intake.kept set import = ?
            where organization = kernel.organization() and kind = ? and signature = ?
            """)
        .params(id, kind, signature)
        .update();
  }

  /** What became of an import is decided: its file is needed no longer. */
  public void forget(UUID id) {
    jdbc.sql("delete from intake.kept where import = ?").param(id).update();
  }

  /** Forgets what nobody has come back to. */
  public void tidy() {
    jdbc.sql("delete from intake.kept where at < ?")
        .param(OffsetDateTime.now(clock).minus(PATIENCE))
        .update();
  }
}
