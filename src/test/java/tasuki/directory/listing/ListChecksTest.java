package tasuki.directory.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Position.Precision;
import tasuki.table.UnreadableTableException;

/** A known bad row for each check of each list, and what becomes of it. */
class ListChecksTest {

  private static final String GOOD =
      "131535830,1535830,医療法人社団 めぐみ会 杉並堀ノ内クリニック,1660013,杉並区堀ノ内二丁目２９番１４号";

  private static Content institution(String line) {
    ListDesk.Brought read = ListDesk.read("institutions", GOOD + "\n" + line + "\n");
    assertThat(read.rejected()).isEmpty();
    return read.taken().getLast().said();
  }

  private static String refusedInstitution(String line) {
    ListDesk.Brought read = ListDesk.read("institutions", GOOD + "\n" + line + "\n");
    assertThat(read.taken()).hasSize(1);
    return read.fault(2);
  }

  @Test
  void a_sound_institution_is_taken_with_its_municipality() {
    ListDesk.Taken row = ListDesk.read("institutions", GOOD).taken().getFirst();
    assertThat(row.scope()).isEqualTo("13");
    assertThat(row.key()).isEqualTo("131535830");
    Content said = row.said();
    assertThat(said.code()).isEqualTo("1311535830");
    assertThat(said.kind()).isEqualTo(OrganizationKind.CLINIC);
    assertThat(said.unit()).isEqualTo("13115");
    assertThat(said.postcode()).isEqualTo("166-0013");
    assertThat(said.notes()).isEmpty();
  }

  @Test
  void an_institution_is_not_taken_when_its_row_cannot_be_believed() {
    assertThat(refusedInstitution("131535831,1535831,名称,1660013"))
        .isEqualTo("directory.list.columns");
    assertThat(refusedInstitution("13153583,1535830,名称,1660013,杉並区"))
        .isEqualTo("directory.list.no-code");
    assertThat(refusedInstitution("131535830,153583X,名称,1660013,杉並区"))
        .isEqualTo("directory.list.no-code");
    assertThat(refusedInstitution("681535830,1535830,名称,1660013,杉並区"))
        .isEqualTo("directory.list.no-prefecture");
    assertThat(refusedInstitution("131535830,1535831,名称,1660013,杉並区"))
        .isEqualTo("directory.list.codes-differ");
    assertThat(refusedInstitution("131535830,1535830,,1660013,杉並区"))
        .isEqualTo("directory.list.no-name");
    assertThat(refusedInstitution("131535830,1535830,名称,1660013,"))
        .isEqualTo("directory.list.no-address");
  }

  @Test
  void an_institution_is_taken_and_its_doubts_are_noted() {
    assertThat(institution("131535831,1535831,花医院,1660013,杉並区一丁目").notes())
        .containsExactly("check-digit");
    assertThat(institution("131535830,1535830,花医院,166-001,杉並区").notes()).contains("postcode");
    assertThat(institution("131535830,1535830,\uE38B木医院,1660013,杉並区").notes())
        .containsExactly("private-letters");
    assertThat(institution("131535830,1535830,花医院,1660013,架空市1-1").notes())
        .containsExactly("no-municipality");
    assertThat(institution("131535830,1535830,花医院,1660013,神奈川県川崎市中原区1").notes())
        .containsExactly("other-prefecture");
  }

  @Test
  void a_file_without_five_columns_is_no_list_of_institutions() {
    assertThatThrownBy(() -> ListDesk.read("institutions", "名前,住所\n花医院,杉並区\n"))
        .isInstanceOf(UnreadableTableException.class);
  }

  private static final List<String> OFFICE_HEADING =
      List.of(
          "都道府県コード又は市町村コード",
          "No",
          "都道府県名",
          "市区町村名",
          "事業所名",
          "事業所名カナ",
          "サービスの種類",
          "住所",
          "方書（ビル名等）",
          "緯度",
          "経度",
          "電話番号",
          "FAX番号",
          "法人番号",
          "法人の名称",
          "事業所番号",
          "利用可能曜日",
          "利用可能曜日特記事項",
          "定員",
          "URL",
          "高齢者の方と障害者の方が同時一体的に利用できるサービス",
          "介護保険の通常の指定基準を満たしている",
          "障害福祉の通常の指定基準を満たしている",
          "備考");

  private static final String OFFICE =
      "131156,1,東京都,杉並区,さくら訪問看護,サクラホウモンカンゴ,訪問看護,東京都杉並区堀ノ内2-1-1,花ビル2F,35.69,139.64,03-0000-0001,,"
          + "7000012050002,株式会社さくら,1361590001,平日,,10,https://example.jp/,,,,";

  private static String with(String row, int column, String value) {
    String[] cells = row.split(",", -1);
    cells[column] = value;
    return String.join(",", cells);
  }

  private static String offices(String... rows) {
    return "\uFEFF"
        + String.join(",", OFFICE_HEADING)
        + "\n"
        + Arrays.stream(rows).collect(Collectors.joining("\n"))
        + "\n";
  }

  private static Content office(int column, String value) {
    ListDesk.Brought read = ListDesk.read("care-offices", offices(with(OFFICE, column, value)));
    assertThat(read.rejected()).isEmpty();
    return read.taken().getFirst().said();
  }

  private static String refusedOffice(int column, String value) {
    return ListDesk.read("care-offices", offices(OFFICE, with(OFFICE, column, value))).fault(3);
  }

  @Test
  void a_sound_office_is_taken_by_number_and_service() {
    ListDesk.Taken row = ListDesk.read("care-offices", offices(OFFICE)).taken().getFirst();
    assertThat(row.key()).isEqualTo("1361590001 訪問看護");
    assertThat(row.scope()).isEqualTo("13 訪問看護");
    Content said = row.said();
    assertThat(said.kind()).isEqualTo(OrganizationKind.VISITING_NURSE_STATION);
    assertThat(said.precision()).isEqualTo(Precision.POINT);
    assertThat(said.capacity()).isEqualTo(10);
    assertThat(said.corporateNumber()).isEqualTo("7000012050002");
    assertThat(said.notes()).isEmpty();
  }

  @Test
  void an_office_is_not_taken_without_name_address_service_number_or_prefecture() {
    assertThat(refusedOffice(4, "")).isEqualTo("table.fault.cell-empty");
    assertThat(refusedOffice(7, "")).isEqualTo("table.fault.cell-empty");
    assertThat(refusedOffice(6, "")).isEqualTo("table.fault.cell-empty");
    assertThat(refusedOffice(15, "12345")).isEqualTo("directory.list.no-number");
    assertThat(refusedOffice(0, "68")).isEqualTo("directory.list.no-prefecture");
    assertThatThrownBy(() -> ListDesk.read("care-offices", "事業所名,住所\nさくら,杉並区\n"))
        .isInstanceOf(UnreadableTableException.class);
  }

  @Test
  void an_office_is_taken_without_what_cannot_be_read_in_it() {
    assertThat(office(11, "03-00-1").telephone()).isEmpty();
    assertThat(office(11, "03-00-1").notes()).containsExactly("telephone");
    assertThat(office(12, "なし").notes()).containsExactly("fax");
    assertThat(office(13, "7000012050003").notes()).containsExactly("corporate-number");
    assertThat(office(13, "7000012050003").corporateNumber()).isNull();
    assertThat(office(15, "1461590001").notes()).containsExactly("number-prefecture");
    assertThat(office(18, "多数").notes()).containsExactly("capacity");
    assertThat(office(19, "準備中").notes()).containsExactly("website");
    assertThat(office(6, "占い").notes()).containsExactly("service");
    assertThat(office(6, "占い").kind()).isEqualTo(OrganizationKind.HOME_SERVICE);
    assertThat(office(4, "\uE38Bさくら").notes()).containsExactly("private-letters");
    assertThat(office(7, "杉並町2-1-1").notes()).contains("no-municipality", "position-unplaced");
    assertThat(office(7, "大阪府堺市1").notes()).contains("other-prefecture");
  }

  @Test
  void a_position_is_believed_no_further_than_it_can_be() {
    assertThat(office(9, "").notes()).containsExactly("position-unreadable");
    assertThat(office(9, "北").notes()).containsExactly("position-unreadable");
    Content nowhere =
        ListDesk.read("care-offices", offices(with(with(OFFICE, 9, "0"), 10, "0")))
            .taken()
            .getFirst()
            .said();
    assertThat(nowhere.notes()).containsExactly("position-zero");
    assertThat(nowhere.latitude()).isNull();
    Content blank =
        ListDesk.read("care-offices", offices(with(with(OFFICE, 9, ""), 10, "")))
            .taken()
            .getFirst()
            .said();
    assertThat(blank.notes()).containsExactly("position-missing");
    assertThat(office(10, "39.64").notes()).containsExactly("position-abroad");
  }

  private static String at(int number, String address, double latitude, double longitude) {
    String row = with(OFFICE, 15, "13615" + (90000 + number));
    return with(with(with(row, 7, address), 9, "" + latitude), 10, "" + longitude);
  }

  @Test
  void a_point_far_from_its_municipality_or_shared_by_several_addresses_becomes_coarser() {
    ListDesk.Brought read =
        ListDesk.read(
            "care-offices",
            offices(
                at(1, "杉並区堀ノ内1-1-1", 35.69, 139.64),
                at(2, "杉並区堀ノ内1-2-1", 35.691, 139.64),
                at(3, "杉並区堀ノ内1-3-1", 35.692, 139.64),
                at(4, "杉並区堀ノ内1-4-1", 35.693, 139.64),
                at(5, "杉並区堀ノ内1-5-1", 35.694, 139.64),
                at(6, "杉並区堀ノ内1-6-1", 34.69, 135.5),
                at(7, "杉並区方南1-1-1", 35.7, 139.65),
                at(8, "杉並区方南1-1-2", 35.7, 139.65),
                at(9, "杉並区方南1-1-3", 35.7, 139.65),
                at(10, "杉並区和泉1-1-3 A棟", 35.67, 139.65),
                at(11, "杉並区和泉1-1-3 B棟", 35.67, 139.65),
                at(12, "杉並区和泉一丁目1番3号", 35.67, 139.65)));
    List<Content> said = read.taken().stream().map(ListDesk.Taken::said).toList();
    assertThat(said.subList(0, 5)).allMatch(one -> one.precision() == Precision.POINT);
    assertThat(said.get(5).notes()).containsExactly("position-far");
    assertThat(said.get(5).precision()).isNull();
    assertThat(said.subList(6, 9)).allMatch(one -> one.precision() == Precision.TOWN);
    assertThat(said.get(6).notes()).containsExactly("position-shared");
    assertThat(said.subList(9, 12)).allMatch(one -> one.precision() == Precision.POINT);
  }

  private static final String FACILITY =
      "\"1311500000012\",\"杉並堀ノ内クリニック\",\"スギナミホリノウチクリニック\",\"\",\"\",\"\",\"2\",\"13\",\"115\",\"東京都杉並区堀ノ内二丁目２９番１４号\","
          + "35.69,139.64,\"https://example.jp/\",\"\"";

  private static String facilities(String... rows) {
    return "\"ID\",\"正式名称\",\"正式名称（フリガナ）\",\"略称\",\"略称（フリガナ）\",\"英語表記（ローマ字表記）\",\"機関区分\",\"都道府県コード\",\"市区町村コード\",\"所在地\","
        + "\"所在地座標（緯度）\",\"所在地座標（経度）\",\"案内用ホームページアドレス\",\"合計病床数\"\n"
        + String.join("\n", rows)
        + "\n";
  }

  private static Content facility(String from, String to) {
    return ListDesk.read("facilities", facilities(FACILITY.replace(from, to)))
        .taken()
        .getFirst()
        .said();
  }

  private static String refusedFacility(String from, String to) {
    return ListDesk.read("facilities", facilities(FACILITY, FACILITY.replace(from, to))).fault(3);
  }

  @Test
  void a_sound_facility_is_taken_with_its_kind_and_point() {
    ListDesk.Taken row = ListDesk.read("facilities", facilities(FACILITY)).taken().getFirst();
    assertThat(row.scope()).isEqualTo("13 2");
    assertThat(row.said().kana()).isEqualTo("スギナミホリノウチクリニック");
    assertThat(row.said().precision()).isEqualTo(Precision.POINT);
    assertThat(row.said().beds()).isNull();
    assertThat(row.said().notes()).isEmpty();
  }

  @Test
  void a_facility_is_not_taken_without_id_name_place_or_a_kind_of_this_directory() {
    assertThat(refusedFacility("1311500000012", "12")).isEqualTo("directory.list.no-id");
    assertThat(refusedFacility("\"杉並堀ノ内クリニック\"", "\"\"")).isEqualTo("table.fault.cell-empty");
    assertThat(refusedFacility("\"2\"", "\"4\"")).isEqualTo("directory.list.no-kind");
    assertThat(refusedFacility("\"13\"", "\"88\"")).isEqualTo("directory.list.no-prefecture");
  }

  @Test
  void a_hospital_without_beds_is_noted_and_none_are_made_up() {
    Content hospital = facility("\"2\"", "\"1\"");
    assertThat(hospital.notes()).containsExactly("beds-missing");
    assertThat(hospital.beds()).isNull();
    assertThat(facility("\"https://example.jp/\",\"\"", "\"https://example.jp/\",\"多い\"").notes())
        .containsExactly("beds");
    assertThat(facility("35.69,139.64", "0,0").notes()).containsExactly("position-zero");
  }
}
