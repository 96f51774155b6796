package tasuki.indicator;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.area.AreaId;
import tasuki.calendar.FiscalYear;

/** Reads the rows of this room. */
final class IndicatorRows {

  private IndicatorRows() {}

  static Definition definition(ResultSet row, int number) throws SQLException {
    String measure = row.getString("measure");
    UUID area = row.getObject("measured_in", UUID.class);
    return new Definition(
        row.getObject("id", UUID.class),
        row.getObject("valid_from", LocalDate.class),
        row.getString("name_ja"),
        row.getString("name_en"),
        row.getString("text"),
        row.getString("unit"),
        Direction.valueOf(row.getString("direction")),
        row.getInt("decimals"),
        row.getString("source"),
        row.getBoolean("breaks"),
        measure == null
            ? null
            : new Formula(
                new MeasureId(measure),
                area == null ? null : new AreaId(area),
                row.getBigDecimal("scale")));
  }

  static Series series(ResultSet row, int number) throws SQLException {
    return new Series(row.getObject("id", UUID.class), row.getString("label"));
  }

  static Target target(ResultSet row, int number) throws SQLException {
    return new Target(
        row.getObject("id", UUID.class),
        row.getString("plan"),
        new FiscalYear(row.getInt("year")),
        new AsOf(
            AsOf.Precision.valueOf(row.getString("precision")),
            row.getObject("due", LocalDate.class)),
        aim(row),
        row.getString("printed"),
        row.getString("note"));
  }

  private static Aim aim(ResultSet row) throws SQLException {
    String relation = row.getString("relation");
    BigDecimal value = row.getBigDecimal("value");
    if (relation.equals("WITHIN")) {
      return new Aim.Range(value, row.getBigDecimal("upper"));
    }
    String comparator = row.getString("comparator");
    return comparator == null
        ? new Aim.Bound(Relation.valueOf(relation), value)
        : new Aim.Compared(Relation.valueOf(relation), comparator);
  }

  static Actual actual(ResultSet row, int number) throws SQLException {
    return new Actual(
        row.getObject("id", UUID.class),
        new FiscalYear(row.getInt("year")),
        time(row, "precision", "as_of"),
        row.getBigDecimal("value"),
        Actual.Status.valueOf(row.getString("status")),
        time(row, "expected_precision", "expected"),
        row.getString("printed"),
        row.getString("source"),
        row.getString("note"),
        row.getBoolean("baseline"));
  }

  static ComparatorValue comparator(ResultSet row, int number) throws SQLException {
    return new ComparatorValue(
        row.getObject("id", UUID.class),
        row.getString("name"),
        new AsOf(
            AsOf.Precision.valueOf(row.getString("precision")),
            row.getObject("as_of", LocalDate.class)),
        row.getBigDecimal("value"),
        row.getString("source"));
  }

  private static @Nullable AsOf time(ResultSet row, String precision, String day)
      throws SQLException {
    String said = row.getString(precision);
    return said == null
        ? null
        : new AsOf(AsOf.Precision.valueOf(said), row.getObject(day, LocalDate.class));
  }
}
