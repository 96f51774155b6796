package tasuki.kernel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Collects rows and sends them with COPY in pieces, so that between two pieces the connection is
 * free for whoever reads the file and looks something up.
 */
public final class CopyBuffer {

  private static final int PIECE = 2_000_000;

  private final DataSource source;
  private final String copy;
  private final ByteArrayOutputStream rows = new ByteArrayOutputStream(PIECE + 100_000);
  private final StringBuilder row = new StringBuilder();

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
      flush();
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

  /** Sends what is left; nothing is written before. */
  public void flush() {
    if (rows.size() == 0) {
      return;
    }
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(copy, new ByteArrayInputStream(rows.toByteArray()));
      rows.reset();
    } catch (SQLException failure) {
      throw new DataAccessResourceFailureException("The rows could not be written", failure);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }
}
