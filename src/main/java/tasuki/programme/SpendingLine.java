package tasuki.programme;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tasuki.table.SheetColumn;
import tasuki.web.Phrases;

/**
 * What programmes sum up to and what of it is spent, as pages and tables show it.
 *
 * @param href where the programmes stand; null where no page has them
 */
public record SpendingLine(@Nullable String href, String label, Totals.Total total) {

  /** How many programmes. */
  public int programmes() {
    return total.programmes();
  }

  /** The budget in thousand yen. */
  public String planned() {
    return Figures.thousands(total.money().planned());
  }

  /** What can be spent, in thousand yen. */
  public String available() {
    return Figures.thousands(total.money().available());
  }

  /** What is settled, in yen; nothing while nothing is. */
  public String settled() {
    return ReportWords.settled(total.money());
  }

  /** What is settled of what can be spent, as percent; nothing while it is not known. */
  public String execution() {
    return ReportWords.execution(total.money());
  }

  /** The columns of {@link #cells}. */
  public static List<SheetColumn> columns(SheetColumn label, Phrases say) {
    return List.of(
        label,
        SheetColumn.count(say.of("programme.count")),
        SheetColumn.count(say.of("programme.planned.unit")),
        SheetColumn.count(say.of("programme.available.unit")),
        ReportWords.yen(say.of("programme.column.settled")),
        SheetColumn.share(say.of("programme.column.execution")));
  }

  /** The line as cells of a table, numbers as numbers. */
  public List<@Nullable Object> cells() {
    Money money = total.money();
    return Arrays.asList(
        label,
        total.programmes(),
        Figures.inThousands(money.planned()),
        Figures.inThousands(money.available()),
        money.settled(),
        money.execution().orElse(null));
  }
}
