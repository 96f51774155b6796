package tasuki.directory.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import tasuki.House;
import tasuki.area.BaseUnit;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Position.Precision;
import tasuki.table.Cells;
import tasuki.table.Fault;
import tasuki.table.Heading;
import tasuki.table.ListFile;
import tasuki.table.ListRows;
import tasuki.table.TableRow;
import tasuki.table.UnreadableTableException;

/** A known bad row for each check of an officer's own list, and what becomes of it. */
class OwnListChecksTest {

  private static final List<String> HEADING =
      List.of(
          "名称", "種類", "住所", "都道府県", "医療機関コード", "郵便番号", "電話", "FAX番号", "フリガナ", "法人名", "法人番号",
          "ホームページ", "病床数", "定員", "緯度", "経度", "一覧名");

  private static final String GOOD =
      "杉並堀ノ内クリニック,診療所,杉並区堀ノ内二丁目２９番１４号,東京都,1311535830,166-0013,03-0000-0001,03-0000-0002,"
          + "ｽｷﾞﾅﾐｸﾘﾆｯｸ,医療法人社団めぐみ会,7000012050002,https://example.jp/,0,12,35.69,139.64,在支診";

  private static String table(String... rows) {
    return String.join(",", HEADING) + "\n" + String.join("\n", rows) + "\n";
  }

  private static String with(String heading, String value) {
    String[] cells = GOOD.split(",", -1);
    cells[HEADING.indexOf(heading)] = value;
    return String.join(",", cells);
  }

  private static ListDesk.Taken taken(String heading, String value) {
    ListDesk.Brought read = ListDesk.read("organizations", table(with(heading, value)));
    assertThat(read.rejected()).isEmpty();
    return read.taken().getFirst();
  }

  private static Content said(String heading, String value) {
    return taken(heading, value).said();
  }

  private static String refused(String heading, String value) {
    return ListDesk.read("organizations", table(GOOD, with(heading, value))).fault(3);
  }

  @Test
  void a_sound_place_is_taken_with_all_that_the_table_says() {
    ListDesk.Taken row = ListDesk.read("organizations", table(GOOD)).taken().getFirst();
    assertThat(row.scope()).isEqualTo("在支診");
    assertThat(row.key()).isEqualTo("在支診 1311535830 MEDICAL");
    Content said = row.said();
    assertThat(said.kind()).isEqualTo(OrganizationKind.CLINIC);
    assertThat(said.unit()).isEqualTo("13115");
    assertThat(said.prefecture()).isEqualTo("13");
    assertThat(said.kana()).isEqualTo("スギナミクリニック");
    assertThat(said.operator()).isEqualTo("医療法人社団めぐみ会");
    assertThat(said.corporateNumber()).isEqualTo("7000012050002");
    assertThat(said.telephone()).isEqualTo("03-0000-0001");
    assertThat(said.fax()).isEqualTo("03-0000-0002");
    assertThat(said.postcode()).isEqualTo("166-0013");
    assertThat(said.website()).isEqualTo("https://example.jp/");
    assertThat(said.beds()).isZero();
    assertThat(said.capacity()).isEqualTo(12);
    assertThat(said.precision()).isEqualTo(Precision.POINT);
    assertThat(said.notes()).isEmpty();
  }

  @Test
  void only_name_kind_and_address_need_be_there() {
    ListDesk.Brought read =
        ListDesk.read("organizations", "施設名,種別,所在地\nみどり訪問看護ステーション,訪問看護,東京都杉並区堀ノ内2-1-1\n");
    ListDesk.Taken row = read.taken().getFirst();
    assertThat(row.scope()).isEqualTo("-");
    assertThat(row.key()).startsWith("- ").endsWith(" VISITING_NURSE_STATION");
    assertThat(row.said().notes()).as("what nobody wrote is no doubt").isEmpty();
    assertThat(row.said().latitude()).isNull();
  }

  @Test
  void a_place_is_not_taken_without_name_kind_address_or_prefecture() {
    assertThat(refused("名称", "")).isEqualTo("table.fault.cell-empty");
    assertThat(refused("名称", "長".repeat(201))).isEqualTo("table.fault.cell-long");
    assertThat(refused("住所", "")).isEqualTo("table.fault.cell-empty");
    assertThat(refused("種類", "")).isEqualTo("table.fault.cell-empty");
    assertThat(refused("種類", "動物病院")).isEqualTo("directory.list.no-kind-word");
    assertThat(refused("種類", "ご本人・ご家族")).isEqualTo("directory.list.no-kind-word");
    assertThat(refused("都道府県", "架空県")).isEqualTo("directory.list.no-own-prefecture");
    assertThat(refused("都道府県", "68")).isEqualTo("directory.list.no-own-prefecture");
    assertThat(refused("医療機関コード", "12345")).isEqualTo("directory.list.no-own-code");
    assertThat(refused("医療機関コード", "番号なし")).isEqualTo("directory.list.no-own-code");
    assertThat(refused("一覧名", "長".repeat(61))).isEqualTo("table.fault.cell-long");
  }

  @Test
  void a_table_without_the_columns_or_with_a_list_in_every_row_is_not_read() {
    assertThatThrownBy(() -> ListDesk.read("organizations", "品名,個数\nりんご,3\n"))
        .isInstanceOf(UnreadableTableException.class);
    String[] rows =
        IntStream.range(0, 51).mapToObj(at -> with("一覧名", "一覧" + at)).toArray(String[]::new);
    assertThatThrownBy(() -> ListDesk.read("organizations", table(rows)))
        .isInstanceOfSatisfying(
            UnreadableTableException.class,
            unreadable ->
                assertThat(unreadable.fault().reason()).isEqualTo("directory.list.many-lists"));
    assertThat(ListDesk.read("organizations", table(Arrays.copyOf(rows, 50))).taken()).hasSize(50);
  }

  @Test
  void a_place_is_taken_without_what_cannot_be_read_in_it() {
    assertThat(said("医療機関コード", "1311535831").notes()).containsExactly("check-digit");
    assertThat(said("医療機関コード", "1411535830").notes()).contains("number-prefecture");
    assertThat(said("医療機関コード", "1341535830").notes()).containsExactly("number-kind");
    assertThat(said("電話", "内線5").notes()).containsExactly("telephone");
    assertThat(said("電話", "内線5").telephone()).isEmpty();
    assertThat(said("FAX番号", "あり").notes()).containsExactly("fax");
    assertThat(said("郵便番号", "166").notes()).containsExactly("postcode");
    assertThat(said("法人番号", "7000012050003").notes()).containsExactly("corporate-number");
    assertThat(said("法人番号", "7000012050003").corporateNumber()).isNull();
    assertThat(said("ホームページ", "準備中").notes()).containsExactly("website");
    assertThat(said("病床数", "多い").notes()).containsExactly("beds");
    assertThat(said("定員", "若干名").notes()).containsExactly("capacity");
    assertThat(said("名称", "\uE38B木医院").notes()).containsExactly("private-letters");
    assertThat(said("住所", "架空市1-1").notes()).contains("no-municipality");
    assertThat(said("住所", "神奈川県川崎市中原区1").notes()).contains("other-prefecture");
  }

  @Test
  void a_position_is_believed_no_further_than_it_can_be() {
    assertThat(said("緯度", "北").notes()).containsExactly("position-unreadable");
    assertThat(said("緯度", "").notes()).containsExactly("position-unreadable");
    assertThat(said("緯度", "0").notes()).containsExactly("position-zero");
    assertThat(said("経度", "39.64").notes()).containsExactly("position-abroad");
  }

  @Test
  void a_number_is_understood_however_many_of_its_digits_are_written() {
    assertThat(said("医療機関コード", "13-1-1535830").code()).isEqualTo("1311535830");
    assertThat(said("医療機関コード", "131535830").code()).isEqualTo("1311535830");
    assertThat(said("医療機関コード", "１５３５８３０").code()).isEqualTo("1311535830");
    assertThat(OwnCode.of("115358", "01", OrganizationKind.DENTAL_CLINIC))
        .isEqualTo(new OwnCode.Told("0130115358"));
    assertThat(OwnCode.of("11535830", "01", OrganizationKind.CLINIC))
        .as("of a prefecture whose zero Excel has taken off")
        .isEqualTo(new OwnCode.Told("0111535830"));
    assertThat(OwnCode.of("161590001", "01", OrganizationKind.HOME_SERVICE))
        .isEqualTo(new OwnCode.Told("0161590001"));
    assertThat(OwnCode.of("1590001", "13", OrganizationKind.HOME_SERVICE))
        .as("an office has no number of seven digits")
        .isEqualTo(new OwnCode.Unreadable());
  }

  @Test
  void one_place_is_known_however_its_address_is_written() {
    String one = taken("医療機関コード", "").key();
    String[] cells = with("医療機関コード", "").split(",", -1);
    cells[HEADING.indexOf("住所")] = "東京都杉並区堀ノ内2-29-14 花ビル2F";
    ListDesk.Brought read = ListDesk.read("organizations", table(String.join(",", cells)));
    assertThat(read.taken().getFirst().key()).isEqualTo(one);
  }

  @Test
  void the_prefecture_is_that_of_the_column_else_of_the_address_else_the_own_one() {
    assertThat(prefecture("東京都", "杉並区堀ノ内1", "14")).isEqualTo("13");
    assertThat(prefecture("13", "杉並区堀ノ内1", "14")).isEqualTo("13");
    assertThat(prefecture("", "東京都杉並区堀ノ内1", "14")).isEqualTo("13");
    assertThat(prefecture("", "杉並区堀ノ内1", "13")).isEqualTo("13");
    assertThat(prefecture("", "杉並区堀ノ内1", "13", "14")).isEqualTo("13");
    assertThat(prefecture("", "架空町1", "13", "14")).isEmpty();
    assertThat(prefecture("", "杉並区堀ノ内1")).isEmpty();
  }

  private static String prefecture(String column, String address, String... own) {
    Collection<BaseUnit> units =
        List.of(
            new BaseUnit(
                "13115", BaseUnit.Kind.MUNICIPALITY, "13115", "東京都", "杉並区", "", "Suginami"),
            new BaseUnit(
                "14201", BaseUnit.Kind.MUNICIPALITY, "14201", "神奈川県", "横須賀市", "", "Yokosuka"));
    OrganizationList list = House.bean(OrganizationList.class);
    TableRow heading = new TableRow("", 1, List.of("名称", "種類", "住所", "都道府県"));
    TableRow row = new TableRow("", 2, List.of("花医院", "診療所", address, column));
    if (!(Heading.in(List.of(heading), list.columns())
        instanceof Heading.Found.Here(Heading found))) {
      throw new AssertionError("the headings are the list's own");
    }
    return list.prefecture(
        new Cells(row, found),
        new Surroundings(new Municipalities(units), new Points(), Set.of(own)));
  }

  @Test
  void every_kind_but_persons_and_families_has_its_words_in_both_languages() {
    MessageSource messages = House.bean(MessageSource.class);
    for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
      for (OrganizationKind kind : OrganizationKind.values()) {
        String name = messages.getMessage("directory.kind." + kind, null, locale);
        if (kind == OrganizationKind.PERSON_AND_FAMILY) {
          assertThat(KindWords.kind(name)).isEmpty();
        } else {
          assertThat(KindWords.kind(name)).as(name).contains(kind);
          assertThat(KindWords.kind(kind.name())).as(kind.name()).contains(kind);
        }
      }
      String known = messages.getMessage("directory.list.no-kind-word", new Object[] {"?"}, locale);
      String words = known.substring(known.lastIndexOf(": ") + 2).replaceAll("\\([^)]*\\)", "");
      assertThat(
              Arrays.stream(words.split("、|, "))
                  .map(word -> KindWords.kind(word).orElse(null))
                  .collect(Collectors.toSet()))
          .as("what is told to be known is known")
          .doesNotContainNull()
          .hasSize(OrganizationKind.values().length - 1);
    }
  }

  @Test
  void a_kind_is_told_from_the_words_people_use() {
    assertKinds(OrganizationKind.HOSPITAL, "総合病院", "在宅療養支援病院", "Hospital");
    assertKinds(OrganizationKind.CLINIC, "クリニック", "医院", "有床診療所", "在宅療養支援診療所(機能強化型)", "clinic");
    assertKinds(OrganizationKind.DENTAL_CLINIC, "歯科", "歯科医院", "在宅療養支援歯科診療所", "dentist");
    assertKinds(OrganizationKind.PHARMACY, "保険薬局", "調剤薬局", "pharmacy");
    assertKinds(OrganizationKind.VISITING_NURSE_STATION, "訪問看護", "訪看ＳＴ", "介護予防訪問看護");
    assertKinds(OrganizationKind.CARE_MANAGEMENT_OFFICE, "居宅", "居宅介護支援", "ケアプランセンター");
    assertKinds(OrganizationKind.COMMUNITY_SUPPORT_CENTRE, "地域包括", "包括", "包括支援センター");
    assertKinds(OrganizationKind.SMALL_MULTIFUNCTION_OFFICE, "看護小規模多機能型居宅介護", "看多機");
    assertKinds(OrganizationKind.CARE_FACILITY, "特養", "老健", "介護付有料老人ホーム", "グループホーム", "施設");
    assertKinds(OrganizationKind.HOME_SERVICE, "訪問介護", "地域密着型通所介護", "通所リハビリ", "福祉用具貸与");
    assertKinds(OrganizationKind.CONSULTATION_SUPPORT_OFFICE, "相談支援", "特定相談支援事業所", "障害児相談支援");
  }

  private static void assertKinds(OrganizationKind kind, String... words) {
    for (String word : words) {
      assertThat(KindWords.kind(word)).as(word).contains(kind);
    }
  }

  @Test
  void a_row_that_can_be_told_but_not_taken_keeps_what_stood_there() {
    assertThat(toldIn(with("種類", "動物病院"))).isEmpty();
    assertThat(toldIn(with("名称", ""))).containsExactly("在支診 1311535830 MEDICAL");
  }

  /** The keys that are told of rows that are not taken. */
  private static List<String> toldIn(String row) {
    List<String> keys = new ArrayList<>();
    House.bean(OrganizationList.class)
        .read(
            new ListFile(ListDesk.file(table(row)), "own.csv"),
            new ListRows() {
              @Override
              public void take(int line, String scope, String key, String content) {
                throw new AssertionError("it cannot be believed");
              }

              @Override
              public void reject(int line, Fault fault, List<String> cells) {}

              @Override
              public void reject(int line, String key, Fault fault, List<String> cells) {
                keys.add(key);
              }
            });
    return keys;
  }
}
