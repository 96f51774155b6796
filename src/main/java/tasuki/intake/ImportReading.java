package tasuki.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.table.Fault;
import tasuki.table.ListFile;
import tasuki.table.ListKind;
import tasuki.table.UnreadableTableException;

/**
 * Reads a file and compares it, in one transaction: the difference is there as a whole or not at
 * all.
 */
@Component
class ImportReading {

  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(1);

  private final Imports imports;
  private final Comparison comparison;
  private final DataSource source;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ImportReading(
      Imports imports,
      Comparison comparison,
      DataSource source,
      JdbcClient jdbc,
      PlatformTransactionManager transactionManager,
      Clock clock) {
    this.imports = imports;
    this.comparison = comparison;
    this.source = source;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactionManager);
    this.clock = clock;
  }

  /** Reads the file of an import that was begun; afterwards it is checked or unreadable. */
  void read(UUID id, ListKind kind, ListFile file, IntConsumer progress) {
    IntConsumer told = every(SIGN_OF_LIFE, progress.andThen(rows -> imports.alive(id, rows)));
    try {
      transaction.executeWithoutResult(_ -> check(id, kind, file, told));
    } catch (UnreadableTableException unreadable) {
      imports.unreadable(id, unreadable.fault());
    } catch (RuntimeException | Error failure) {
      imports.unreadable(id, Fault.ofFile("intake.fault.failed"));
      throw failure;
    }
  }

  private void check(UUID id, ListKind kind, ListFile file, IntConsumer progress) {
    Import found = imports.get(id);
    long base = version(found.kind());
    Staging staged = new Staging(id, source, progress);
    kind.read(file, staged);
    staged.end();
    progress.accept(staged.read());
    Import.Counts counts = comparison.compare(found, staged);
    boolean wanted =
        jdbc.sql(
                    """
                    update intake.import set state = 'CHECKED', digest = :digest, base = :base,
                      rows_in = :in, kept = :kept, changed = :changed, closed = :closed,
                      rejected = :rejected
                    where id = :id and state = 'READING'
                    """)
                .param("id", id)
                .param("digest", digest(file.path()))
                .param("base", base)
                .param("in", counts.in())
                .param("kept", counts.kept())
                .param("changed", counts.changed())
                .param("closed", counts.closed())
                .param("rejected", counts.rejected())
                .update()
            == 1;
    if (!wanted) {
      throw new UnreadableTableException("intake.fault.given-up");
    }
  }

  /** Read before the entries are: what is applied from then on is told when this is applied. */
  private long version(String kind) {
    return jdbc.sql("select version from intake.list where kind = ?")
        .param(kind)
        .query(Long.class)
        .single();
  }

  private IntConsumer every(Duration pause, IntConsumer told) {
    return new IntConsumer() {
      private Instant last = clock.instant();

      @Override
      public void accept(int rows) {
        if (Duration.between(last, clock.instant()).compareTo(pause) >= 0) {
          last = clock.instant();
          told.accept(rows);
        }
      }
    };
  }

  private static String digest(Path path) {
    try (InputStream input =
        new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
      input.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) input).getMessageDigest().digest());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
