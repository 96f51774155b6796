package tasuki.table;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands on the rows below headings whose meaning somebody has said. */
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
    Heading known = heading;
    if (known == null) {
      if (Heading.signature(row).equals(signature)) {
        heading = Heading.assigned(row, places);
        sheet = row.sheet();
      }
    } else if (row.sheet().equals(sheet)) {
      rows.accept(new Cells(row, known));
    }
  }
}
