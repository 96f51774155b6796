package tasuki.directory.listing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.area.Areas;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Position;
import tasuki.table.Cells;
import tasuki.table.Column;
import tasuki.table.ListRows;

/**
 * 医療情報ネット (ナビイ), open data: hospitals, clinics, dental clinics and pharmacies in a file of each
 * kind. It knows neither institution codes nor telephones, but kinds, beds and positions.
 */
@Component
class FacilityList extends PlacedList {

  /** 機関区分. Midwives (4) are no organisations of this directory. */
  private static final Map<String, OrganizationKind> KINDS =
      Map.of(
          "1", OrganizationKind.HOSPITAL,
          "2", OrganizationKind.CLINIC,
          "3", OrganizationKind.DENTAL_CLINIC,
          "5", OrganizationKind.PHARMACY);

  private static final List<Column> COLUMNS =
      List.of(
          Column.required("id", "ID"),
          Column.required("name", "正式名称", "名称"),
          Column.optional("kana", "正式名称（フリガナ）", "フリガナ"),
          Column.required("kind", "機関区分"),
          Column.required("prefecture", "都道府県コード"),
          Column.required("address", "所在地"),
          Column.required("latitude", "所在地座標（緯度）"),
          Column.required("longitude", "所在地座標（経度）"),
          Column.optional("website", "案内用ホームページアドレス", "薬局のホームページアドレス"),
          Column.optional("beds", "合計病床数"));

  FacilityList(Areas areas, Clock clock, Projection projection) {
    super(areas, clock, projection, COLUMNS);
  }

  @Override
  public String kind() {
    return "facilities";
  }

  @Override
  void check(Cells cells, Surroundings around) {
    super.check(cells, around);
    if (key(cells, around) == null) {
      cells.reject("id", "directory.list.no-id", cells.written("id"));
    }
    if (!KINDS.containsKey(cells.plain("kind"))) {
      cells.reject("kind", "directory.list.no-kind", cells.written("kind"));
    }
  }

  @Override
  @Nullable String key(Cells cells, Surroundings around) {
    String id = cells.plain("id");
    return id.matches("\\d{10,14}") ? id : null;
  }

  @Override
  void hand(Cells cells, Surroundings around, ListRows rows) {
    String prefecture = prefecture(cells);
    OrganizationKind kind = KINDS.getOrDefault(cells.plain("kind"), OrganizationKind.CLINIC);
    Cleaning cleaning = new Cleaning();
    cleaning.letters(cells.written("name") + cells.written("address"));
    String unit =
        Checks.unit(prefecture, cells.written("address"), around.municipalities(), cleaning);
    Position position = position(cells, unit, around.points(), cleaning);
    Integer beds = cleaning.count(cells.written("beds"), "beds");
    if (beds == null && kind == OrganizationKind.HOSPITAL) {
      cleaning.note("beds-missing");
    }
    Content content =
        new Content(
            kind,
            null,
            null,
            null,
            "",
            cells.written("name"),
            CareOfficeList.kana(cells),
            "",
            null,
            null,
            cells.written("address"),
            unit,
            null,
            position == null ? null : position.latitude(),
            position == null ? null : position.longitude(),
            position == null ? null : position.precision(),
            cleaning.website(cells.written("website")),
            null,
            beds,
            cleaning.notes());
    rows.take(
        cells.row().number(),
        prefecture + " " + cells.plain("kind"),
        cells.plain("id"),
        content.json());
  }
}
