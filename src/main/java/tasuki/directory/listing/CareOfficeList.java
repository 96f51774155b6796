package tasuki.directory.listing;

import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.area.Areas;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Position;
import tasuki.table.Cells;
import tasuki.table.Column;
import tasuki.table.ListRows;

/**
 * 介護サービス情報公表システム, open data: 24 columns, one file for each service or one for all. An office stands
 * in it once for every service it gives.
 */
@Component
class CareOfficeList extends PlacedList {

  private static final int LONGEST_SERVICE = 100;

  private static final List<Column> COLUMNS =
      List.of(
          Column.required("prefecture", "都道府県コード又は市町村コード", "都道府県コードまたは市町村コード", "市町村コード", "都道府県コード"),
          Column.required("name", "事業所名"),
          Column.optional("kana", "事業所名カナ", "事業所名(カナ)"),
          Column.required("service", "サービスの種類"),
          Column.required("address", "住所"),
          Column.optional("building", "方書（ビル名等）", "方書"),
          Column.required("latitude", "緯度"),
          Column.required("longitude", "経度"),
          Column.optional("telephone", "電話番号"),
          Column.optional("fax", "FAX番号"),
          Column.optional("corporate", "法人番号"),
          Column.optional("operator", "法人の名称"),
          Column.required("number", "事業所番号"),
          Column.optional("capacity", "定員"),
          Column.optional("website", "URL"));

  CareOfficeList(Areas areas, Clock clock, Projection projection) {
    super(areas, clock, projection, COLUMNS);
  }

  @Override
  public String kind() {
    return "care-offices";
  }

  @Override
  void check(Cells cells, Surroundings around) {
    super.check(cells, around);
    cells.text("service", LONGEST_SERVICE);
    if (!isNumber(number(cells))) {
      cells.reject("number", "directory.list.no-number", cells.written("number"));
    }
  }

  @Override
  @Nullable String key(Cells cells, Surroundings around) {
    String service = CareService.plain(cells.written("service"));
    return isNumber(number(cells)) && !service.isEmpty() ? number(cells) + " " + service : null;
  }

  private static boolean isNumber(String number) {
    return number.matches("\\d{2}[0-9A-Z]\\d{7}");
  }

  /** The office number; Excel takes the zero off those of the first nine prefectures. */
  private static String number(Cells cells) {
    String number = cells.plain("number").toUpperCase(Locale.ROOT);
    return number.matches("[0-9A-Z]{9}") ? "0" + number : number;
  }

  @Override
  void hand(Cells cells, Surroundings around, ListRows rows) {
    String prefecture = prefecture(cells);
    String number = number(cells);
    String service = CareService.plain(cells.written("service"));
    Cleaning cleaning = new Cleaning();
    if (!number.startsWith(prefecture)) {
      cleaning.note("number-prefecture");
    }
    cleaning.letters(cells.written("name") + cells.written("address"));
    Optional<OrganizationKind> kind = CareService.kind(number, service, cells.written("name"));
    if (kind.isEmpty()) {
      cleaning.note("service");
    }
    String unit =
        Checks.unit(prefecture, cells.written("address"), around.municipalities(), cleaning);
    Position position = position(cells, unit, around.points(), cleaning);
    String fax = cleaning.telephone(cells.written("fax"), "fax");
    Content content =
        new Content(
            kind.orElse(OrganizationKind.HOME_SERVICE),
            number,
            service,
            cleaning.corporateNumber(cells.written("corporate")),
            cells.written("operator"),
            cells.written("name"),
            kana(cells),
            cleaning.telephone(cells.written("telephone"), "telephone"),
            fax.isEmpty() ? null : fax,
            null,
            (cells.written("address") + " " + cells.written("building")).strip(),
            unit,
            null,
            position == null ? null : position.latitude(),
            position == null ? null : position.longitude(),
            position == null ? null : position.precision(),
            cleaning.website(cells.written("website")),
            cleaning.count(cells.written("capacity"), "capacity"),
            null,
            cleaning.notes());
    rows.take(
        cells.row().number(), prefecture + " " + service, number + " " + service, content.json());
  }

  /** The reading in katakana of full width. */
  static String kana(Cells cells) {
    return Normalizer.normalize(cells.written("kana"), Normalizer.Form.NFKC).strip();
  }
}
