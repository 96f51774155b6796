package tasuki.kernel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Collects rows and sends them with COPY in pieces: the database takes one while the next is
 * collected. The driver lets every other statement of the connection, also the transaction's end,
 * wait for the piece that is on its way, so whoever reads the file may look something up.
 */
public final class CopyBuffer {

  private static final int PIECE = 2_000_000;

  private final DataSource source;
  private final String copy;
  private final ByteArrayOutputStream rows = new ByteArrayOutputStream(PIECE + 100_000);
  private final StringBuilder row = new StringBuilder();
  private CompletableFuture<?> sent = CompletableFuture.completedFuture(true);

  /** Writes into the table and columns within the running transaction. */
  public CopyBuffer(DataSource source, String target) {
    this.source = source;
    this.copy = "copy " + target + " from stdin";
  }

  /** Adds a row: null, texts, numbers, ids, or a list for an array. */
  public void add(@Nullable Object... values) {
    row.setLength(0);
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        row.append('\t');
      }
      switch (values[i]) {
        case null -> row.append("\\N");
        case List<?> list -> append(array(list));
        case Object value -> append(value.toString());
      }
    }
    row.append('\n');
    rows.writeBytes(row.toString().getBytes(StandardCharsets.UTF_8));
    if (rows.size() > PIECE) {
      send();
    }
  }

  private void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '\\' -> row.append("\\\\");
        case '\t' -> row.append("\\t");
        case '\n' -> row.append("\\n");
        case '\r' -> row.append("\\r");
        // PostgreSQL has no text with it, and no list means it.
        case '\0' -> row.append(' ');
        default -> row.append(letter);
      }
    }
  }

  private static String array(List<?> values) {
    StringBuilder array = new StringBuilder("{");
    for (Object value : values) {
      array.append(array.length() > 1 ? ",\"" : "\"");
      array.append(value.toString().replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    return array.append('}').toString();
  }

  /** Sends what is left; afterwards all rows are written. */
  public void flush() {
    if (rows.size() > 0) {
      send();
    }
    await();
  }

  private void send() {
    await();
    byte[] piece = rows.toByteArray();
    rows.reset();
    CopyIn begun = begin();
    sent = CompletableFuture.runAsync(() -> write(begun, piece), Thread::startVirtualThread);
  }

  /** Begun by whoever owns the transaction, so that this cannot end before the piece is written. */
  private CopyIn begin() {
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
    } catch (SQLException failure) {
      throw failed(failure);
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }

  private static void write(CopyIn begun, byte[] piece) {
    try {
      begun.writeToCopy(piece, 0, piece.length);
      begun.endCopy();
    } catch (SQLException failure) {
      giveUp(begun, failure);
      throw failed(failure);
    }
  }

  /** Lets go of the connection, which would wait for the end of the piece for ever. */
  private static void giveUp(CopyIn begun, SQLException failure) {
    try {
      if (begun.isActive()) {
        begun.cancelCopy();
      }
    } catch (SQLException another) {
      failure.addSuppressed(another);
    }
  }

  private void await() {
    try {
      sent.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof DataAccessResourceFailureException refused
          ? refused
          : failure;
    }
  }

  private static DataAccessResourceFailureException failed(SQLException failure) {
    return new DataAccessResourceFailureException("The rows could not be written", failure);
  }
}
