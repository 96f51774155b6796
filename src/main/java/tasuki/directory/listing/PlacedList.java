package tasuki.directory.listing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tasuki.area.Areas;
import tasuki.calendar.JapanTime;
import tasuki.directory.Position;
import tasuki.table.Cells;
import tasuki.table.Column;
import tasuki.table.HeadedTable;
import tasuki.table.ListChanges;
import tasuki.table.ListRows;
import tasuki.table.MappedKind;

/**
 * A list of organisations with headings and positions: read once for its points, then for its rows.
 */
abstract class PlacedList implements MappedKind {

  private final Areas areas;
  private final Clock clock;
  private final Projection projection;
  private final List<Column> columns;

  PlacedList(Areas areas, Clock clock, Projection projection, List<Column> columns) {
    this.areas = areas;
    this.clock = clock;
    this.projection = projection;
    this.columns = columns;
  }

  @Override
  public final List<Column> columns() {
    return columns;
  }

  @Override
  public void read(HeadedTable table, ListRows rows) {
    Surroundings around =
        new Surroundings(
            new Municipalities(areas.everywhere()),
            new Points(),
            Surroundings.prefectures(areas.baseUnits(JapanTime.today(clock))));
    table.forEach(cells -> gather(cells, around));
    around.points().complete();
    table.forEach(cells -> take(cells, around, rows));
  }

  @Override
  public void project(ListChanges changes) {
    project(kind(), changes);
  }

  /** Makes the directory say what a list says, under the word by which it knows that list. */
  final void project(String list, ListChanges changes) {
    projection.apply(list, changes);
  }

  @Override
  public Optional<String> word(String field, String value) {
    return Content.word(field, value);
  }

  private void gather(Cells cells, Surroundings around) {
    Double latitude = number(cells, "latitude");
    Double longitude = number(cells, "longitude");
    if (latitude == null || longitude == null || Points.fault(latitude, longitude) != null) {
      return;
    }
    AddressText address =
        AddressText.of(
            prefecture(cells, around), cells.written("address"), around.municipalities());
    if (address.unit() != null) {
      around
          .points()
          .gather(address.unit(), latitude, longitude, address.town() + address.numbers());
    }
  }

  private void take(Cells cells, Surroundings around, ListRows rows) {
    check(cells, around);
    if (cells.faults().isEmpty()) {
      hand(cells, around, rows);
      return;
    }
    String key = key(cells, around);
    if (key == null) {
      rows.reject(cells.row().number(), cells.faults().getFirst(), cells.row().cells());
    } else {
      rows.reject(cells.row().number(), key, cells.faults().getFirst(), cells.row().cells());
    }
  }

  /** By what the row is known; null where it does not tell. */
  abstract @Nullable String key(Cells cells, Surroundings around);

  /** Notes the faults for which a row of this list is not taken. */
  void check(Cells cells, Surroundings around) {
    cells.text("name", Checks.LONGEST_NAME);
    cells.text("address", Checks.LONGEST_ADDRESS);
    if (!around.municipalities().knows(prefecture(cells, around))) {
      rejectPrefecture(cells);
    }
  }

  /** Notes that the row does not tell its prefecture. */
  void rejectPrefecture(Cells cells) {
    cells.reject("prefecture", "directory.list.no-prefecture", cells.written("prefecture"));
  }

  /** Hands over a row without faults. */
  abstract void hand(Cells cells, Surroundings around, ListRows rows);

  /** The two digits of the row's prefecture; nothing that is known where it does not tell. */
  String prefecture(Cells cells, Surroundings around) {
    return prefecture(cells);
  }

  /** The first two digits of the code of a prefecture or municipality, which Excel may shorten. */
  static String prefecture(Cells cells) {
    String code = cells.plain("prefecture").replaceAll("\\D", "");
    String whole = code.length() == 1 || code.length() == 4 ? "0" + code : code;
    return whole.length() < 2 ? "" : whole.substring(0, 2);
  }

  /** The position as far as it is believed. */
  static @Nullable Position position(
      Cells cells, @Nullable String unit, Points points, Cleaning cleaning) {
    if (!isPlaced(cells)) {
      cleaning.note("position-missing");
      return null;
    }
    Double latitude = number(cells, "latitude");
    Double longitude = number(cells, "longitude");
    String fault = Points.fault(latitude, longitude);
    if (fault != null || latitude == null || longitude == null) {
      cleaning.note(fault == null ? "position-unreadable" : fault);
      return null;
    }
    Points.Judged judged = points.judge(unit, latitude, longitude);
    if (judged.note() != null) {
      cleaning.note(judged.note());
    }
    return judged.precision() == null
        ? null
        : new Position(latitude, longitude, judged.precision(), "");
  }

  /** Whether the row writes anything of its position. */
  static boolean isPlaced(Cells cells) {
    return !cells.plain("latitude").isEmpty() || !cells.plain("longitude").isEmpty();
  }

  private static @Nullable Double number(Cells cells, String key) {
    String typed = cells.plain(key);
    return typed.matches("-?\\d{1,3}(\\.\\d{1,15})?") ? Double.valueOf(typed) : null;
  }
}
