package tasuki.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.table.Fault;
import tasuki.table.SheetColumn;
import tasuki.table.TableWriter;
import tasuki.table.Tables;

/** The rows of a file that were not taken, each with its place, the reason and what it says. */
@Component
@Transactional(readOnly = true)
class Rejections {

  /** A row that was not taken. */
  record Rejected(int number, Fault fault, List<String> cells) {

    /** Place, reason and cells as they are shown in a table. */
    List<@Nullable Object> row(MessageSource messages, Locale locale) {
      return Arrays.asList(
          fault.place(messages, locale),
          fault.because(messages, locale),
          String.join(" | ", cells));
    }
  }

  private static final int AT_ONCE = 1_000;

  private final JdbcClient jdbc;
  private final MessageSource messages;

  Rejections(JdbcClient jdbc, MessageSource messages) {
    this.jdbc = jdbc;
    this.messages = messages;
  }

  /** Some of them, beginning behind a number. */
  public List<Rejected> page(UUID id, int after, int most) {
    return jdbc.sql(
            """
            select * from intake.rejected where import = ? and number > ? order by number limit ?
            """)
        .params(id, after, most)
        .query(Rejections::read)
        .list();
  }

  /** All of them, a few at a time in memory. */
  public void forEach(UUID id, Consumer<Rejected> each) {
    jdbc.sql("select * from intake.rejected where import = ? order by number")
        .param(id)
        .withFetchSize(AT_ONCE)
        .query((ResultSet row) -> each.accept(read(row, 0)));
  }

  /** The columns of a table of them. */
  public List<SheetColumn> columns(Locale locale) {
    return List.of(
        SheetColumn.text(messages.getMessage("intake.place", null, locale), 30),
        SheetColumn.text(messages.getMessage("intake.reason", null, locale), 60),
        SheetColumn.text(messages.getMessage("intake.cells", null, locale), 80));
  }

  /** Writes all of them as CSV. */
  public void write(Import found, Writer target, Locale locale) throws IOException {
    try (TableWriter.Lines lines = TableWriter.lines(target, columns(locale))) {
      Fault whole = found.fault();
      if (whole != null) {
        lines.add(new Rejected(0, whole, List.of()).row(messages, locale));
      }
      forEach(found.id(), one -> lines.add(one.row(messages, locale)));
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  /** Writes them into a file beside the one they come from. */
  public void writeBeside(Import found, Path file, PrintStream out) {
    if (found.counts().rejected() == 0 && found.fault() == null) {
      return;
    }
    Path target = file.resolveSibling(Tables.nameOf(file) + ".rejected.csv");
    try (BufferedWriter writer = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
      write(found, writer, Locale.JAPANESE);
      out.println("Rejected rows with reasons: " + target);
    } catch (IOException failure) {
      out.println("The rejected rows could not be written to " + target);
    }
  }

  private static Rejected read(ResultSet row, int number) throws SQLException {
    int line = row.getInt("line");
    return new Rejected(
        row.getInt("number"),
        new Fault(
            row.getString("sheet"),
            line == 0 ? null : line,
            row.getString("column_name"),
            row.getString("reason"),
            FaultJson.arguments(row.getString("arguments"))),
        List.of((String[]) row.getArray("cells").getArray()));
  }
}
