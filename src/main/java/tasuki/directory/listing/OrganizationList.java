package tasuki.directory.listing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.area.Areas;
import tasuki.directory.OrganizationKind;
import tasuki.directory.OwnLists;
import tasuki.directory.Position;
import tasuki.table.Cells;
import tasuki.table.Column;
import tasuki.table.HeadedTable;
import tasuki.table.ListChanges;
import tasuki.table.ListRows;

/**
 * 独自の施設・事業所一覧: places as an officer keeps them in a table of any headings. A column may name the
 * list a row belongs to; each such list is one by itself, so that a place closes only when nobody
 * names it any more.
 */
@Component
class OrganizationList extends PlacedList {

  private static final int LONGEST_LIST = 60;

  private static final List<Column> COLUMNS =
      List.of(
          Column.required(
              "name", "名称", "施設名", "事業所名", "医療機関名", "機関名", "組織名", "薬局名", "施設・事業所名", "name"),
          Column.required(
              "kind", "種類", "種別", "施設種別", "機関種別", "施設の種類", "サービスの種類", "サービス種別", "kind", "type"),
          Column.required("address", "住所", "所在地", "address"),
          Column.optional(
              "code", "医療機関コード", "医療機関番号", "保険医療機関コード", "事業所番号", "介護保険事業所番号", "code", "number"),
          Column.optional("prefecture", "都道府県", "都道府県名", "都道府県コード", "prefecture"),
          Column.optional("postcode", "郵便番号", "〒", "postcode", "zip"),
          Column.optional("telephone", "電話番号", "電話", "TEL", "telephone", "phone"),
          Column.optional("fax", "FAX番号", "ファックス", "ファクス", "fax"),
          Column.optional("kana", "フリガナ", "ふりがな", "名称カナ", "カナ", "kana", "reading"),
          Column.optional("operator", "法人の名称", "法人名", "開設者", "運営法人", "corporation", "operator"),
          Column.optional("corporate", "法人番号", "corporate number"),
          Column.optional("website", "ホームページ", "URL", "website"),
          Column.optional("beds", "病床数", "許可病床数", "beds"),
          Column.optional("capacity", "定員", "capacity", "places"),
          Column.optional("latitude", "緯度", "latitude", "lat"),
          Column.optional("longitude", "経度", "longitude", "lon", "lng"),
          Column.optional("list", "一覧名", "リスト名", "list"));

  OrganizationList(Areas areas, Clock clock, Projection projection) {
    super(areas, clock, projection, COLUMNS);
  }

  @Override
  public boolean namesParts() {
    return true;
  }

  @Override
  public String kind() {
    return OwnLists.KIND;
  }

  @Override
  public void read(HeadedTable table, ListRows rows) {
    super.read(table, new FewLists(rows));
  }

  @Override
  void check(Cells cells, Surroundings around) {
    super.check(cells, around);
    if (!cells.text("kind", Checks.LONGEST_NAME).isEmpty() && kindOf(cells).isEmpty()) {
      cells.reject("kind", "directory.list.no-kind-word", cells.written("kind"));
    }
    if (code(cells, around) instanceof OwnCode.Unreadable) {
      cells.reject("code", "directory.list.no-own-code", cells.written("code"));
    }
    if (list(cells).length() > LONGEST_LIST) {
      cells.reject("list", "table.fault.cell-long", LONGEST_LIST);
    }
  }

  @Override
  void rejectPrefecture(Cells cells) {
    String at = cells.plain("prefecture").isEmpty() ? "address" : "prefecture";
    cells.reject(at, "directory.list.no-own-prefecture");
  }

  private static Optional<OrganizationKind> kindOf(Cells cells) {
    return KindWords.kind(cells.plain("kind"));
  }

  private OwnCode code(Cells cells, Surroundings around) {
    return OwnCode.of(cells.plain("code"), prefecture(cells, around), kindOf(cells).orElse(null));
  }

  /** The name of the list a row belongs to. */
  private static String list(Cells cells) {
    String name = cells.plain("list").replaceAll("\\s+", " ");
    return name.isEmpty() ? OwnLists.NAMELESS : name;
  }

  /**
   * By its column, else by the address; where neither tells, it is the own prefecture, of several
   * the one that has such a municipality.
   */
  @Override
  String prefecture(Cells cells, Surroundings around) {
    Municipalities municipalities = around.municipalities();
    String written = cells.plain("prefecture");
    if (!written.isEmpty()) {
      String code = prefecture(cells);
      String named = municipalities.prefectureOf(AddressText.spelled(written));
      return code.isEmpty() && named != null ? named : code;
    }
    String address = AddressText.spelled(cells.written("address"));
    String said = municipalities.prefectureOf(address);
    if (said != null) {
      return said;
    }
    Set<String> own =
        around.own().size() == 1
            ? around.own()
            : around.own().stream()
                .filter(one -> municipalities.find(one, address).unit() != null)
                .collect(Collectors.toSet());
    return own.size() == 1 ? own.iterator().next() : "";
  }

  /**
   * List, family of kinds, and code or else name and address in one spelling: one number or name
   * may be that of a home help office and of the care managers beside it.
   */
  @Override
  @Nullable String key(Cells cells, Surroundings around) {
    Optional<OrganizationKind> kind = kindOf(cells);
    String place =
        switch (code(cells, around)) {
          case OwnCode.Told(String code) -> code;
          case OwnCode.Unreadable _ -> "";
          case OwnCode.None _ -> place(cells, around);
        };
    return kind.isEmpty() || place.isEmpty()
        ? null
        : list(cells) + " " + place + " " + Families.of(kind.get());
  }

  private String place(Cells cells, Surroundings around) {
    String address = cells.written("address");
    if (cells.plain("name").isEmpty() || address.isEmpty()) {
      return "";
    }
    Spelling spelling =
        Spelling.of(
            cells.written("name"), address, "", prefecture(cells, around), around.municipalities());
    return spelling.nameKey()
        + " "
        + (spelling.addressKey().isEmpty() ? Municipalities.plain(address) : spelling.addressKey());
  }

  @Override
  void hand(Cells cells, Surroundings around, ListRows rows) {
    String prefecture = prefecture(cells, around);
    OrganizationKind kind = kindOf(cells).orElseThrow();
    Cleaning cleaning = new Cleaning();
    cleaning.letters(cells.written("name") + cells.written("address"));
    String code = code(cells, around) instanceof OwnCode.Told(String told) ? told : null;
    OwnCode.doubts(code, prefecture, kind).forEach(cleaning::note);
    String unit =
        Checks.unit(prefecture, cells.written("address"), around.municipalities(), cleaning);
    Position position = isPlaced(cells) ? position(cells, unit, around.points(), cleaning) : null;
    String fax = cleaning.telephone(cells.written("fax"), "fax");
    Content content =
        new Content(
            kind,
            code,
            null,
            cleaning.corporateNumber(cells.written("corporate")),
            cells.written("operator"),
            cells.written("name"),
            CareOfficeList.kana(cells),
            cleaning.telephone(cells.written("telephone"), "telephone"),
            fax.isEmpty() ? null : fax,
            cleaning.postcode(cells.written("postcode")),
            cells.written("address"),
            unit,
            prefecture,
            position == null ? null : position.latitude(),
            position == null ? null : position.longitude(),
            position == null ? null : position.precision(),
            cleaning.website(cells.written("website")),
            cleaning.count(cells.written("capacity"), "capacity"),
            cleaning.count(cells.written("beds"), "beds"),
            cleaning.notes());
    String key = key(cells, around);
    rows.take(cells.row().number(), list(cells), key == null ? "" : key, content.json());
  }

  /** One list after another, so that what stands in two of them is matched as in any two lists. */
  @Override
  public void project(ListChanges changes) {
    Set<String> names = new TreeSet<>();
    changes.forEach(change -> names.add(change.scope()));
    names.forEach(name -> project(OwnLists.word(name), new OfOneList(name, changes)));
  }
}
