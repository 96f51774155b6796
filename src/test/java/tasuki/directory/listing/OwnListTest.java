package tasuki.directory.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.directory.Listing;
import tasuki.directory.Listings;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationKind;
import tasuki.directory.OrganizationMerger;
import tasuki.directory.OrganizationMergers;
import tasuki.directory.OwnLists;

/** What becomes of organisations when officers bring in lists of their own. */
class OwnListTest {

  private static final String HEAD = "名称,種類,住所,医療機関コード,電話,一覧名\n";

  private final Town town = new Town();
  private final String code = town.code();

  private String row(String name, String kind, String address, String code, String list) {
    return row(name, kind, address, code, "", list);
  }

  private String row(
      String name, String kind, String address, String code, String telephone, String list) {
    return String.join(",", name, kind, "試験県" + town.name + address, code, telephone, list) + "\n";
  }

  private ListDesk.Brought bring(String... rows) {
    return town.desk.bring(OwnLists.KIND, HEAD + String.join("", rows));
  }

  private static Organization listed(ListDesk.Brought brought, int row) {
    ListDesk.Taken taken = brought.taken().get(row);
    return Town.listed(OwnLists.word(taken.scope()), taken.key());
  }

  private static List<String> lists(Organization organization) {
    return House.bean(Listings.class).of(organization.id()).stream()
        .filter(listing -> listing.until() == null)
        .map(Listing::list)
        .toList();
  }

  @Test
  void a_place_that_nobody_named_becomes_an_organisation() {
    ListDesk.Brought brought = bring(row("花訪問看護ステーション", "訪看", "1-1-1", "", "000-000-0001", ""));
    Organization nurses = listed(brought, 0);
    assertThat(nurses.kind()).isEqualTo(OrganizationKind.VISITING_NURSE_STATION);
    assertThat(nurses.baseUnit()).isEqualTo(town.unit);
    assertThat(nurses.telephone()).isEqualTo("000-000-0001");
    assertThat(nurses.outsidePrefecture()).isTrue();
    assertThat(lists(nurses)).containsExactly("organizations");
  }

  @Test
  void a_place_of_an_official_list_is_found_by_its_code_or_by_name_and_address() {
    String other = town.code();
    town.desk.bring(
        "institutions",
        town.institution(code, "花クリニック", "一丁目１番１号") + town.institution(other, "月医院", "二丁目２番"));
    ListDesk.Brought brought =
        bring(
            row("花クリニック", "診療所", "1-1-1", code, "在支診"),
            row("月医院", "診療所", "2-2", "", "000-000-0002", "在支診"));
    assertThat(listed(brought, 0)).isEqualTo(Town.institution(code));
    Organization moon = Town.institution(other);
    assertThat(listed(brought, 1)).isEqualTo(moon);
    assertThat(moon.telephone()).isEqualTo("000-000-0002");
    assertThat(lists(moon)).containsExactly("institutions", "organizations/在支診");
    assertThat(House.bean(OrganizationMergers.class).of(moon.id()))
        .singleElement()
        .extracting(OrganizationMerger::reasons)
        .isEqualTo(List.of("name", "address"));
    assertThat(town.doubts()).isEmpty();
  }

  @Test
  void an_official_list_and_what_a_person_entered_go_before_an_own_list() {
    town.desk.bring("institutions", town.institution(code, "花クリニック", "1-1-1"));
    Organization entered =
        town.enter(OrganizationKind.CARE_MANAGEMENT_OFFICE, "花ケアプラン", null, "3-3-3", false);
    ListDesk.Brought brought =
        bring(
            row("花クリニック(通称)", "病院", "1-1-1", code, ""),
            row("花ケアプラン", "居宅", "3-3-3", "97705" + code.substring(2), ""));
    Organization clinic = listed(brought, 0);
    assertThat(clinic.id()).isEqualTo(Town.institution(code).id());
    assertThat(clinic.name()).isEqualTo("花クリニック");
    assertThat(clinic.kind())
        .as("whoever writes it knows a hospital from a clinic")
        .isEqualTo(OrganizationKind.HOSPITAL);
    Organization managers = listed(brought, 1);
    assertThat(managers.id()).isEqualTo(entered.id());
    assertThat(managers.kana()).isEqualTo("シケン");
    assertThat(managers.code()).isEqualTo("97705" + code.substring(2));
  }

  @Test
  void a_place_closes_only_when_no_list_and_no_person_names_it_any_more() {
    Organization entered =
        town.enter(OrganizationKind.CARE_MANAGEMENT_OFFICE, "花ケアプラン", null, "3-3-3", false);
    town.desk.bring("institutions", town.institution(code, "花クリニック", "1-1-1"));
    String stays = row("星薬局", "薬局", "9-9-9", "", "災害時");
    ListDesk.Brought first =
        bring(
            row("花クリニック", "診療所", "1-1-1", code, "災害時"),
            row("花ケアプラン", "居宅", "3-3-3", "", "災害時"),
            row("月訪問看護", "訪問看護", "2-2-2", "", "災害時"),
            row("月訪問看護", "訪問看護", "2-2-2", "", "小児"),
            row("風訪問介護", "訪問介護", "4-4-4", "", "災害時"),
            stays);
    Organization moon = listed(first, 2);
    assertThat(listed(first, 3)).as("one place in two lists").isEqualTo(moon);
    assertThat(lists(moon)).containsExactlyInAnyOrder("organizations/災害時", "organizations/小児");
    Organization wind = listed(first, 4);
    bring(stays);
    assertThat(Town.institution(code).closedOn()).isNull();
    assertThat(Town.organization(entered.id().value()).closedOn()).isNull();
    assertThat(Town.organization(moon.id().value()).closedOn()).isNull();
    assertThat(lists(moon)).containsExactly("organizations/小児");
    assertThat(Town.organization(wind.id().value()).closedOn()).isNotNull();
    bring(row("雪訪問看護", "訪問看護", "5-5-5", "", "小児"));
    assertThat(Town.organization(moon.id().value()).closedOn()).isNotNull();
    assertThat(town.doubts()).isEmpty();
  }

  @Test
  void undoing_takes_back_what_the_list_brought_and_nothing_else() {
    town.desk.bring("institutions", town.institution(code, "花クリニック", "1-1-1"));
    ListDesk.Brought brought =
        bring(
            row("花クリニック", "診療所", "1-1-1", code, "000-000-0003", "在支診"),
            row("月訪問看護", "訪問看護", "2-2-2", "", "在支診"));
    Organization moon = listed(brought, 1);
    assertThat(Town.institution(code).telephone()).isEqualTo("000-000-0003");
    town.desk.undo(OwnLists.KIND, brought);
    assertThat(Town.institution(code).telephone()).isEmpty();
    assertThat(Town.institution(code).closedOn()).isNull();
    assertThat(Town.organization(moon.id().value()).closedOn()).isNotNull();
    ListDesk.Brought again = bring(row("月訪問看護", "訪問看護", "2-2-2", "", "在支診"));
    assertThat(listed(again, 0).id()).isEqualTo(moon.id());
    assertThat(listed(again, 0).closedOn()).isNull();
  }

  @Test
  void a_place_that_has_learnt_its_code_stays_the_same() {
    Organization nurses = listed(bring(row("花訪問看護", "訪問看護", "1-1-1", "", "")), 0);
    String number = "97605" + code.substring(2);
    ListDesk.Brought coded = bring(row("花訪問看護", "訪問看護", "1-1-1", number, ""));
    assertThat(listed(coded, 0).id()).isEqualTo(nurses.id());
    assertThat(listed(coded, 0).code()).isEqualTo(number);
    assertThat(town.doubts()).isEmpty();
    ListDesk.Brought without = bring(row("花訪問看護", "訪問看護", "1-1-1", "", ""));
    assertThat(listed(without, 0).id()).isEqualTo(nurses.id());
    assertThat(listed(without, 0).closedOn()).isNull();
  }

  @Test
  void another_name_at_the_address_of_one_that_is_gone_is_asked_about() {
    bring(row("花訪問看護ステーション", "訪問看護", "1-1-1", "", ""));
    bring(row("株式会社花 花訪問看護ステーション本店", "訪問看護", "1-1-1", "", ""));
    assertThat(town.doubts()).hasSize(1).first().asString().startsWith("SUCCESSION 花訪問看護ステーション/");
  }

  @Test
  void a_code_with_nothing_else_that_agrees_is_asked_about() {
    town.desk.bring("institutions", town.institution(code, "花クリニック", "1-1-1"));
    ListDesk.Brought brought = bring(row("まちがい医院", "診療所", "9-9-9", code, ""));
    Organization other = listed(brought, 0);
    assertThat(other.id()).isNotEqualTo(Town.institution(code).id());
    assertThat(other.code()).as("the code stays with whom it was").isNull();
    assertThat(town.doubts()).containsExactly("SAME 花クリニック/まちがい医院");
  }

  @Test
  void one_number_or_name_may_be_that_of_two_kinds() {
    String number = "97705" + code.substring(2);
    ListDesk.Brought brought =
        bring(
            row("花の里", "訪問介護", "1-1-1", number, ""),
            row("花の里", "居宅介護支援", "1-1-1", number, ""),
            row("月の里", "訪問介護", "2-1-1", "", ""),
            row("月の里", "居宅介護支援", "2-1-1", "", ""));
    assertThat(brought.taken()).extracting(ListDesk.Taken::key).doesNotHaveDuplicates().hasSize(4);
    assertThat(listed(brought, 0).id()).isNotEqualTo(listed(brought, 1).id());
    assertThat(listed(brought, 2).id()).isNotEqualTo(listed(brought, 3).id());
    assertThat(listed(brought, 0).code()).isEqualTo(number).isEqualTo(listed(brought, 1).code());
  }
}
