package tasuki.directory.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tasuki.area.Areas;
import tasuki.directory.Position;
import tasuki.table.Cells;
import tasuki.table.Column;
import tasuki.table.ListChanges;
import tasuki.table.ListFile;
import tasuki.table.ListKind;
import tasuki.table.ListRows;
import tasuki.table.Tables;

/**
 * A list of organisations with headings and positions: read once for its points, then for its rows.
 */
abstract class PlacedList implements ListKind {

  private final Areas areas;
  private final Projection projection;
  private final List<Column> columns;

  PlacedList(Areas areas, Projection projection, List<Column> columns) {
    this.areas = areas;
    this.projection = projection;
    this.columns = columns;
  }

  @Override
  public final void read(ListFile file, ListRows rows) {
    Municipalities municipalities = new Municipalities(areas.everywhere());
    Points points = new Points();
    Tables.read(file, columns, cells -> gather(cells, municipalities, points));
    points.complete();
    Tables.read(file, columns, cells -> take(cells, municipalities, points, rows));
  }

  @Override
  public final void project(ListChanges changes) {
    projection.apply(kind(), changes);
  }

  private void gather(Cells cells, Municipalities municipalities, Points points) {
    Double latitude = number(cells, "latitude");
    Double longitude = number(cells, "longitude");
    String prefecture = prefecture(cells);
    if (latitude == null || longitude == null || Points.fault(latitude, longitude) != null) {
      return;
    }
    AddressText address = AddressText.of(prefecture, cells.written("address"), municipalities);
    if (address.unit() != null) {
      points.gather(address.unit(), latitude, longitude, address.town() + address.numbers());
    }
  }

  private void take(Cells cells, Municipalities municipalities, Points points, ListRows rows) {
    check(cells, municipalities);
    if (cells.faults().isEmpty()) {
      hand(cells, municipalities, points, rows);
      return;
    }
    String key = key(cells);
    if (key == null) {
      rows.reject(cells.row().number(), cells.faults().getFirst(), cells.row().cells());
    } else {
      rows.reject(cells.row().number(), key, cells.faults().getFirst(), cells.row().cells());
    }
  }

  /** By what the row is known; null where it does not tell. */
  abstract @Nullable String key(Cells cells);

  /** Notes the faults for which a row of this list is not taken. */
  void check(Cells cells, Municipalities municipalities) {
    cells.text("name", Checks.LONGEST_NAME);
    cells.text("address", Checks.LONGEST_ADDRESS);
    if (!municipalities.knows(prefecture(cells))) {
      cells.reject("prefecture", "directory.list.no-prefecture", cells.written("prefecture"));
    }
  }

  /** Hands over a row without faults. */
  abstract void hand(Cells cells, Municipalities municipalities, Points points, ListRows rows);

  /** The first two digits of the code of a prefecture or municipality, which Excel may shorten. */
  static String prefecture(Cells cells) {
    String code = cells.plain("prefecture").replaceAll("\\D", "");
    String whole = code.length() == 1 || code.length() == 4 ? "0" + code : code;
    return whole.length() < 2 ? "" : whole.substring(0, 2);
  }

  /** The position as far as it is believed. */
  static @Nullable Position position(
      Cells cells, @Nullable String unit, Points points, Cleaning cleaning) {
    if (cells.plain("latitude").isEmpty() && cells.plain("longitude").isEmpty()) {
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

  private static @Nullable Double number(Cells cells, String key) {
    String typed = cells.plain(key);
    return typed.matches("-?\\d{1,3}(\\.\\d{1,15})?") ? Double.valueOf(typed) : null;
  }
}
