package tasuki.table;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands on the rows below headings whose meaning somebody has said, on every sheet that has them.
 */
final class AssignedRows implements Consumer<TableRow> {

  private final String signature;
  private final Map<String, Integer> places;
  private final Consumer<Cells> rows;
  private @Nullable Heading heading;
  private String sheet = "";

  AssignedRows(String signature, Map<String, Integer> places, Consumer<Cells> rows) {
    this.signature = signature;
    this.places = places;
    this.rows = rows;
  }

  @Override
  public void accept(TableRow row) {
    if (!row.sheet().equals(sheet)) {
      sheet = row.sheet();
      heading = null;
    }
    Heading known = heading;
    if (known != null) {
      rows.accept(new Cells(row, known));
    } else if (Heading.signature(row).equals(signature)) {
      heading = Heading.assigned(row, places);
    }
  }
}
