package tasuki.programme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tasuki.table.SheetColumn;
import tasuki.web.Phrases;

/** A programme of which too little is spent, as pages and tables show it. */
public record LagLine(String division, SpendingLine spending) {

  private static final int PLACE = 1;

  public static LagLine of(Totals.Lagging one) {
    return new LagLine(
        one.division(),
        new SpendingLine(
            "/programmes/years/" + one.id(), one.name(), new Totals.Total(1, one.money())));
  }

  /** What is spent of what can be, as percent; where nothing is settled, nothing is spent. */
  public String share() {
    Money money = spending.total().money();
    return Figures.percent(money.execution().orElse(BigDecimal.ZERO)) + "%";
  }

  /** The columns of {@link #cells}. */
  public static List<SheetColumn> columns(SheetColumn label, SheetColumn division, Phrases say) {
    List<SheetColumn> columns = new ArrayList<>(SpendingLine.columns(label, say));
    columns.set(PLACE, division);
    return columns;
  }

  /** The line as cells of a table: the division stands where sums count their programmes. */
  public List<@Nullable Object> cells() {
    List<@Nullable Object> cells = spending.cells();
    cells.set(PLACE, division);
    return cells;
  }
}
