package tasuki.directory.listing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;
import tasuki.table.ListChanges;

/** Brings the rows that an import changes into the database, all of them at once. */
@Repository
class Incoming {

  private static final String COPY =
      """
      copy directory.incoming (work, list, key, scope, kept, family, grp, kind, code, service,
        corporate_number, operator, name, kana, telephone, fax, postcode, address, base_unit,
        latitude, longitude, position_precision, website, capacity, beds, notes, name_key,
        operator_key, address_key, town_key, telephone_key, outside) from stdin
      """;

  /** How much is sent at once: the changes are read through the same connection in between. */
  private static final int PORTION = 1 << 20;

  private final DataSource source;
  private final JdbcClient jdbc;

  Incoming(DataSource source, JdbcClient jdbc) {
    this.source = source;
    this.jdbc = jdbc;
  }

  /** The work of bringing in one list's changes. */
  private final class Filling {
    private final String list;
    private final UUID work;
    private final Municipalities municipalities;
    private final Set<String> own;
    private final StringBuilder lines = new StringBuilder(PORTION + (PORTION >> 2));

    Filling(String list, UUID work, Municipalities municipalities, Set<String> own) {
      this.list = list;
      this.work = work;
      this.municipalities = municipalities;
      this.own = own;
    }

    void take(ListChanges.Change change) {
      put(work).put(list).put(change.key()).put(change.scope());
      if (change.after() == null) {
        put("f");
        lines.append("\\N\t".repeat(26)).append("\\N\n");
      } else {
        put("t");
        row(change, Content.of(change.after()));
      }
      if (lines.length() > PORTION) {
        send();
      }
    }

    private void row(ListChanges.Change change, Content content) {
      Spelling spelling =
          Spelling.of(
              content.name(),
              content.address(),
              content.telephone(),
              content.unit() == null ? change.scope() : content.unit(),
              municipalities);
      String family = Families.of(content.kind());
      put(family).put((content.code() == null ? change.key() : content.code()) + " " + family);
      put(content.kind()).put(content.code()).put(content.service()).put(content.corporateNumber());
      put(content.operator()).put(content.name()).put(content.kana()).put(content.telephone());
      put(content.fax()).put(content.postcode()).put(content.address()).put(content.unit());
      put(content.latitude()).put(content.longitude()).put(content.precision());
      put(content.website())
          .put(content.capacity())
          .put(content.beds())
          .put(array(content.notes()));
      put(spelling.nameKey()).put(operator(content, spelling)).put(spelling.addressKey());
      put(spelling.townKey()).put(spelling.telephoneKey());
      put(own.contains(change.scope().substring(0, 2)) ? "f" : "t");
      lines.setCharAt(lines.length() - 1, '\n');
    }

    private Filling put(@Nullable Object value) {
      if (value == null) {
        lines.append("\\N");
      } else {
        escape(value.toString());
      }
      lines.append('\t');
      return this;
    }

    private void escape(String text) {
      for (int at = 0; at < text.length(); at++) {
        char letter = text.charAt(at);
        switch (letter) {
          case '\\' -> lines.append("\\\\");
          case '\t' -> lines.append("\\t");
          case '\n' -> lines.append("\\n");
          case '\r' -> lines.append("\\r");
          default -> lines.append(letter);
        }
      }
    }

    private void send() {
      if (lines.isEmpty()) {
        return;
      }
      Connection connection = DataSourceUtils.getConnection(source);
      try {
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(COPY, new StringReader(lines.toString()));
      } catch (SQLException failure) {
        throw new IllegalStateException("The rows of the list could not be brought in", failure);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } finally {
        DataSourceUtils.releaseConnection(connection, source);
      }
      lines.setLength(0);
    }
  }

  /** Who runs it: named in front of the name, or in a column of its own. */
  private static String operator(Content content, Spelling spelling) {
    return spelling.operatorKey().isEmpty() && !content.operator().isEmpty()
        ? NameText.operatorOf(content.operator())
        : spelling.operatorKey();
  }

  /** No note holds commas, quotation marks or brackets. */
  private static String array(Collection<String> values) {
    return "{" + String.join(",", values) + "}";
  }

  /** Brings in every change; answers how many there were. */
  int fill(String list, ListChanges changes, Municipalities municipalities, Set<String> own) {
    Filling filling = new Filling(list, changes.importId(), municipalities, own);
    int[] count = new int[1];
    changes.forEach(
        change -> {
          filling.take(change);
          count[0]++;
        });
    filling.send();
    jdbc.sql("analyze directory.incoming").update();
    return count[0];
  }
}
