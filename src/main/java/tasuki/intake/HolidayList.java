package tasuki.intake;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.calendar.HolidaySource;
import tasuki.calendar.Holidays;
import tasuki.table.Cells;
import tasuki.table.Column;
import tasuki.table.Fault;
import tasuki.table.HeadedTable;
import tasuki.table.ListChanges;
import tasuki.table.ListRows;
import tasuki.table.MappedKind;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * 国民の祝日 as the Cabinet Office publishes them. The house computes holidays by the law it knows; a
 * year that stands in the list follows the list instead, so that a law made for one year needs no
 * new program. The list itself is what is asked, so there is nothing else to follow a change.
 */
@Component
class HolidayList implements MappedKind, HolidaySource {

  static final String KIND = "holidays";

  private static final List<Column> COLUMNS =
      List.of(
          Column.required("day", "国民の祝日・休日月日", "国民の祝日月日", "月日", "日付", "day", "date"),
          Column.required("name", "国民の祝日・休日名称", "国民の祝日名称", "名称", "name"));

  private static final int LONGEST_NAME = 60;
  private static final int FIRST_YEAR = 1948;
  private static final int LAST_YEAR = 2099;

  /** What was read, and the version of the list it was read at. */
  private record Known(long version, Holidays holidays) {}

  private final JdbcClient jdbc;
  private volatile Known known = new Known(-1, Holidays.byLaw());

  HolidayList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public void read(HeadedTable table, ListRows rows) {
    table.forEach(cells -> row(cells, rows));
  }

  private static void row(Cells cells, ListRows rows) {
    int line = cells.row().number();
    String name = cells.text("name", LONGEST_NAME);
    cells
        .day("day")
        .filter(day -> isCounted(day, cells))
        .ifPresent(
            day -> {
              if (cells.faults().isEmpty()) {
                rows.take(line, Year.from(day).toString(), day.toString(), content(day, name));
              }
            });
    for (Fault fault : cells.faults()) {
      rows.reject(line, fault, cells.row().cells());
    }
  }

  private static boolean isCounted(LocalDate day, Cells cells) {
    boolean counted = day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    if (!counted) {
      cells.reject("day", "intake.holidays.fault.year", "" + FIRST_YEAR, "" + LAST_YEAR);
    }
    return counted;
  }

  private static String content(LocalDate day, String name) {
    ObjectNode content = JsonMapper.shared().createObjectNode();
    content.put("day", day.toString());
    content.put("name", name);
    return JsonMapper.shared().writeValueAsString(content);
  }

  @Override
  public void project(ListChanges changes) {
    // Nothing is kept beside the list: see inForce.
  }

  /** A year has some sixteen holidays, and a special law moves two or three of them. */
  @Override
  public int mayClosePercent() {
    return 20;
  }

  @Override
  public Holidays inForce() {
    long version =
        jdbc.sql("select version from intake.list where kind = ?")
            .param(KIND)
            .query(Long.class)
            .optional()
            .orElse(0L);
    Known last = known;
    if (last.version() != version) {
      last = new Known(version, published());
      known = last;
    }
    return last.holidays();
  }

  private Holidays published() {
    NavigableMap<LocalDate, String> days = new TreeMap<>();
    jdbc.sql("select key, content::json ->> 'name' as name from intake.entry where kind = ?")
        .param(KIND)
        .query(
            row -> {
              days.put(
                  LocalDate.parse(Objects.requireNonNull(row.getString("key"))),
                  Objects.requireNonNull(row.getString("name")));
            });
    return days.isEmpty() ? Holidays.byLaw() : Holidays.of(days);
  }
}
