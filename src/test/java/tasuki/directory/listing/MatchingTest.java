package tasuki.directory.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.directory.Listing;
import tasuki.directory.Listings;
import tasuki.directory.NewOrganization;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationKind;
import tasuki.directory.OrganizationMerger;
import tasuki.directory.OrganizationMergers;
import tasuki.directory.Organizations;
import tasuki.directory.Position;
import tasuki.directory.Position.Precision;

/** What becomes of organisations when lists are brought in. */
class MatchingTest {

  private final Town town = new Town();
  private final String code = town.code();

  private static List<Listing> listings(Organization organization) {
    return House.bean(Listings.class).of(organization.id());
  }

  private static long changes() {
    return TestDatabase.asOwner()
        .sql("select count(*) from directory.search_change")
        .query(Long.class)
        .single();
  }

  @Test
  void a_list_makes_organisations_and_the_same_list_again_changes_nothing() {
    String list =
        town.institution(code, "医療法人 花会 花病院", "一丁目１番１号")
            + town.institution(town.code(), "月医院", "２丁目２番２号");
    long before = changes();
    town.desk.bring("institutions", list);
    assertThat(changes() - before).isEqualTo(2);
    Organization hospital = Town.institution(code);
    assertThat(hospital.kind()).isEqualTo(OrganizationKind.HOSPITAL);
    assertThat(hospital.code()).isEqualTo("971" + code);
    assertThat(hospital.baseUnit()).isEqualTo(town.unit);
    assertThat(hospital.outsidePrefecture()).isTrue();
    assertThat(hospital.member()).isFalse();
    town.desk.bring("institutions", list);
    assertThat(changes() - before).isEqualTo(2);
  }

  @Test
  void home_nursing_of_a_clinic_belongs_to_the_clinic_and_a_station_at_its_address_does_not() {
    town.desk.bring("institutions", town.institution(code, "医療法人花会 花クリニック", "1丁目1番1号"));
    String station = "97605" + code.substring(2);
    town.desk.bring(
        "care-offices",
        Town.OFFICES
            + town.office(
                Town.number(code), "花クリニック", "訪問看護", "一丁目1-1", "35.1,135.1", "000-000-0001")
            + town.office(station, "花訪問看護ステーション", "訪問看護", "一丁目1-1", "35.1,135.1", "000-000-0001"));
    Organization clinic = Town.institution(code);
    assertThat(Town.office(Town.number(code), "訪問看護")).isEqualTo(clinic);
    assertThat(clinic.name()).isEqualTo("医療法人花会 花クリニック");
    assertThat(clinic.telephone()).isEqualTo("000-000-0001");
    assertThat(clinic.position())
        .isEqualTo(new Position(35.1, 135.1, Precision.POINT, "care-offices"));
    Organization nurses = Town.office(station, "訪問看護");
    assertThat(nurses.id()).isNotEqualTo(clinic.id());
    assertThat(nurses.kind()).isEqualTo(OrganizationKind.VISITING_NURSE_STATION);
    assertThat(town.doubts()).isEmpty();
  }

  @Test
  void services_of_one_number_and_kind_are_one_organisation_and_all_are_kept() {
    String number = "97705" + code.substring(2);
    String offices =
        Town.OFFICES
            + town.office(number, "花の里", "訪問介護", "1-1-1", "35.1,135.1", "000-000-0001")
            + town.office(number, "花の里", "通所介護", "1-1-1", "35.1,135.1", "000-000-0001")
            + town.office(number, "花の里", "居宅介護支援", "1-1-1", "35.1,135.1", "000-000-0002");
    town.desk.bring("care-offices", offices);
    Organization home = Town.office(number, "訪問介護");
    assertThat(Town.office(number, "通所介護")).isEqualTo(home);
    Organization managers = Town.office(number, "居宅介護支援");
    assertThat(managers.id()).isNotEqualTo(home.id());
    assertThat(managers.kind()).isEqualTo(OrganizationKind.CARE_MANAGEMENT_OFFICE);
    assertThat(listings(home)).extracting(Listing::service).containsExactly("訪問介護", "通所介護");
    town.desk.bring(
        "care-offices",
        offices + town.office(number, "花の里", "訪問入浴介護", "1-1-1", "35.1,135.1", "000-000-0001"));
    assertThat(listings(home)).hasSize(3);
  }

  @Test
  void a_facility_without_a_code_is_joined_by_name_and_address_and_tells_the_kind() {
    town.desk.bring("institutions", town.institution(code, "医療法人社団 髙花会　髙花医療センター", "字堀之内一丁目２番地の３"));
    assertThat(Town.institution(code).kind()).isEqualTo(OrganizationKind.HOSPITAL);
    String facility = town.facility("高花医療センター", "2", "堀ノ内1-2-3 花ビル2F", "35.2,135.2");
    town.desk.bring("facilities", Town.FACILITIES + facility);
    Organization clinic = Town.institution(code);
    assertThat(Town.listed("facilities", facility.split(",")[0])).isEqualTo(clinic);
    assertThat(clinic.kind()).isEqualTo(OrganizationKind.CLINIC);
    assertThat(clinic.position()).isNotNull();
    assertThat(House.bean(OrganizationMergers.class).of(clinic.id()))
        .singleElement()
        .extracting(OrganizationMerger::reasons)
        .isEqualTo(List.of("name", "address"));
  }

  @Test
  void where_two_fit_nobody_is_joined_and_an_officer_is_asked() {
    String other = town.code();
    town.desk.bring(
        "institutions",
        town.institution(code, "花クリニック", "1-1-1") + town.institution(other, "花クリニック", "1-1-1"));
    assertThat(Town.institution(code).id()).isNotEqualTo(Town.institution(other).id());
    assertThat(town.doubts()).containsExactly("SAME 花クリニック/花クリニック");
    String facility = town.facility("花クリニック", "2", "1-1-1", "35.2,135.2");
    town.desk.bring("facilities", Town.FACILITIES + facility);
    UUID third = ListDesk.organization("facilities", facility.split(",")[0]);
    assertThat(third)
        .isNotEqualTo(Town.institution(code).id().value())
        .isNotEqualTo(Town.institution(other).id().value());
    assertThat(town.doubts()).hasSize(3);
  }

  @Test
  void another_corporation_kind_or_code_at_the_same_place_is_somebody_else() {
    town.desk.bring("institutions", town.institution(code, "医療法人 花会 みどり診療所", "1-1-1"));
    String other = town.facility("医療法人 月会 みどり診療所", "2", "1-1-1", "35.2,135.2");
    String dental = town.facility("みどり診療所", "3", "1-1-1", "35.2,135.2");
    town.desk.bring("facilities", Town.FACILITIES + other + dental);
    Organization clinic = Town.institution(code);
    assertThat(ListDesk.organization("facilities", other.split(",")[0]))
        .isNotEqualTo(clinic.id().value());
    assertThat(Town.listed("facilities", dental.split(",")[0]).kind())
        .isEqualTo(OrganizationKind.DENTAL_CLINIC);
    assertThat(town.doubts()).hasSize(1);
  }

  @Test
  void the_same_code_alone_proves_nothing() {
    Organization entered =
        town.enter(OrganizationKind.CLINIC, "まちがい医院", "971" + code, "9-9-9", false);
    town.desk.bring("institutions", town.institution(code, "花クリニック", "1-1-1"));
    Organization listed = Town.institution(code);
    assertThat(listed.id()).isNotEqualTo(entered.id());
    assertThat(listed.code()).isNull();
    assertThat(town.doubts()).containsExactly("SAME まちがい医院/花クリニック");
  }

  @Test
  void what_somebody_entered_stays_and_the_list_fills_in_the_rest() {
    Organization entered =
        town.enter(OrganizationKind.CLINIC, "花クリニック(内科)", "971" + code, "1-1-1 花ビル", true);
    town.desk.bring("institutions", town.institution(code, "医療法人花会 花クリニック", "一丁目１番１号"));
    Organization joined = Town.institution(code);
    assertThat(joined.id()).isEqualTo(entered.id());
    assertThat(joined.name()).isEqualTo("花クリニック(内科)");
    assertThat(joined.address()).isEqualTo(entered.address());
    assertThat(joined.postcode()).isEqualTo("900-0001");
    assertThat(joined.member()).isTrue();
    House.as(
        Town.officer(),
        () -> {
          Organizations organizations = House.bean(Organizations.class);
          organizations.change(
              joined.id(), with(joined, "000-111-2222"), organizations.version(joined.id()));
          return true;
        });
    town.desk.bring(
        "care-offices",
        Town.OFFICES
            + town.office(
                Town.number(code), "花クリニック", "訪問看護", "1-1-1", "35.1,135.1", "000-000-0001"));
    assertThat(Town.organization(joined.id().value()).telephone()).isEqualTo("000-111-2222");
    assertThat(listings(joined)).extracting(Listing::telephone).contains("000-000-0001");
  }

  @Test
  void a_position_that_somebody_entered_stays_until_it_is_given_back_to_the_lists() {
    Organization entered =
        town.enter(OrganizationKind.CLINIC, "花クリニック", "971" + code, "1-1-1", true);
    locate(entered, new Position(35.25, 135.25, Position.Precision.POINT, Position.ENTERED));
    String facility = town.facility("花クリニック", "2", "1-1-1", "35.2,135.2");
    town.desk.bring("facilities", Town.FACILITIES + facility);
    assertThat(latitude(entered)).isEqualTo(35.25);
    locate(entered, null);
    town.desk.bring("facilities", Town.FACILITIES + facility.replace("35.2,", "35.21,"));
    assertThat(latitude(entered)).isEqualTo(35.21);
  }

  private static void locate(Organization organization, @Nullable Position position) {
    House.as(
        Town.officer(),
        () -> {
          House.bean(Organizations.class).locate(organization.id(), position);
          return true;
        });
  }

  private static double latitude(Organization organization) {
    Position position = Town.organization(organization.id().value()).position();
    return Objects.requireNonNull(position).latitude();
  }

  private static NewOrganization with(Organization organization, String telephone) {
    return new NewOrganization(
        organization.kind(),
        organization.name(),
        organization.kana(),
        organization.code(),
        telephone,
        organization.fax(),
        organization.postcode(),
        organization.address(),
        organization.baseUnit(),
        organization.member(),
        organization.outsidePrefecture(),
        organization.openedOn());
  }

  @Test
  void what_a_list_no_longer_names_closes_unless_a_person_entered_it() {
    String other = town.code();
    String entered = town.code();
    Organization kept = town.enter(OrganizationKind.CLINIC, "星医院", "971" + entered, "3-3-3", true);
    String all =
        town.institution(code, "花クリニック", "1-1-1")
            + town.institution(other, "月医院", "2-2-2")
            + town.institution(entered, "星医院", "3-3-3");
    town.desk.bring("institutions", all);
    UUID gone = Town.institution(other).id().value();
    town.desk.bring("institutions", town.institution(code, "花クリニック", "1-1-1"));
    assertThat(Town.organization(gone).closedOn()).isNotNull();
    assertThat(Town.organization(kept.id().value()).closedOn()).isNull();
    assertThat(listings(kept).getFirst().until()).isNotNull();
    town.desk.bring("institutions", all);
    assertThat(Town.organization(gone).closedOn()).isNull();
    assertThat(Town.institution(other).id().value()).isEqualTo(gone);
  }

  @Test
  void undoing_an_import_takes_back_what_it_made_and_what_it_changed() {
    town.desk.bring("institutions", town.institution(code, "花クリニック", "1-1-1"));
    Organization before = Town.institution(code);
    String other = town.code();
    ListDesk.Brought changed =
        town.desk.bring(
            "institutions",
            town.institution(code, "新しい花クリニック", "1-1-1") + town.institution(other, "月医院", "2-2-2"));
    UUID made = Town.institution(other).id().value();
    assertThat(Town.institution(code).name()).isEqualTo("新しい花クリニック");
    ListDesk.Brought offices =
        town.desk.bring(
            "care-offices",
            Town.OFFICES
                + town.office(
                    Town.number(code), "花クリニック", "訪問看護", "1-1-1", "35.1,135.1", "000-000-0001"));
    assertThat(Town.institution(code).telephone()).isEqualTo("000-000-0001");
    town.desk.undo("care-offices", offices);
    assertThat(Town.institution(code).telephone()).isEmpty();
    assertThat(Town.institution(code).position()).isNull();
    town.desk.undo("institutions", changed);
    assertThat(Town.institution(code).name()).isEqualTo(before.name());
    assertThat(Town.organization(made).closedOn()).isNotNull();
  }

  @Test
  void what_was_joined_by_itself_can_be_taken_apart_and_stays_apart() {
    town.desk.bring("institutions", town.institution(code, "花クリニック", "1-1-1"));
    String facility = town.facility("花クリニック", "2", "1-1-1", "35.2,135.2");
    town.desk.bring("facilities", Town.FACILITIES + facility);
    Organization clinic = Town.institution(code);
    String key = facility.split(",")[0];
    assertThat(Town.listed("facilities", key)).isEqualTo(clinic);
    OrganizationMergers mergers = House.bean(OrganizationMergers.class);
    UUID merger = mergers.of(clinic.id()).getFirst().id();
    House.as(
        Town.officer(),
        () -> {
          mergers.undo(merger);
          return true;
        });
    Organization apart = Town.listed("facilities", key);
    assertThat(apart.id()).isNotEqualTo(clinic.id());
    assertThat(apart.position()).isNotNull();
    assertThat(Town.institution(code).position()).isNull();
    town.desk.bring("facilities", Town.FACILITIES + facility.replace("35.2", "35.3"));
    assertThat(Town.listed("facilities", key).id()).isEqualTo(apart.id());
    assertThat(town.doubts()).isEmpty();
    assertThat(mergers.of(clinic.id())).isEmpty();
  }

  @Test
  void whoever_has_no_position_gets_the_middle_of_the_town_and_it_is_said_to_be_no_more() {
    StringBuilder offices = new StringBuilder(Town.OFFICES);
    for (int at = 1; at <= 5; at++) {
      offices.append(
          town.office(
              "97705%05d".formatted(Integer.parseInt(code.substring(0, 3)) * 10 + at),
              "花の里" + "一二三四五".charAt(at - 1) + "号館",
              "訪問介護",
              "花町1-" + at,
              "35." + at + ",135.1",
              ""));
    }
    town.desk.bring("care-offices", offices.toString());
    town.desk.bring(
        "institutions",
        town.institution(code, "花クリニック", "花町9-9") + town.institution(town.code(), "月医院", "月町1-1"));
    Position position = Objects.requireNonNull(Town.institution(code).position());
    assertThat(position.precision()).isEqualTo(Precision.TOWN);
    assertThat(position.latitude()).isEqualTo(35.3);
    assertThat(position.source()).isEqualTo(tasuki.directory.Middles.SOURCE);
  }

  @Test
  void nothing_is_left_behind_of_the_work() {
    town.desk.bring("institutions", town.institution(code, "花クリニック", "1-1-1"));
    for (String table : List.of("incoming", "placing", "touched")) {
      assertThat(
              TestDatabase.asOwner()
                  .sql("select count(*) from directory." + table)
                  .query(Long.class)
                  .single())
          .as(table)
          .isZero();
    }
  }
}
