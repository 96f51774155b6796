package tasuki.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.calendar.DayHours;
import tasuki.directory.BusinessCalendars;
import tasuki.directory.NewOrganization;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.AccountId;
import tasuki.identity.Accounts;
import tasuki.identity.Credentials;
import tasuki.identity.Duty;
import tasuki.identity.Profession;
import tasuki.kernel.Actor;

class OrganizationPagesTest {

  private static final String PASSWORD = "tasuki-no-sash-2026";

  private record Office(OrganizationId id, Visitor administrator) {
    String hours() {
      return "/organizations/" + id + "/hours";
    }
  }

  private static OrganizationId organization(String name) {
    return House.as(
        Actor.NOBODY,
        () ->
            House.bean(Organizations.class)
                .add(
                    new NewOrganization(
                        OrganizationKind.HOME_SERVICE,
                        name,
                        "カクウノジギョウショ",
                        null,
                        "000-000-0000",
                        null,
                        null,
                        "架空県",
                        null,
                        true,
                        true,
                        LocalDate.of(2020, 4, 1))));
  }

  private static Office office() {
    String login = "hours-" + UUID.randomUUID();
    OrganizationId id = organization("架空の時間割事業所");
    AccountId account =
        House.as(
            Actor.NOBODY,
            () -> {
              Accounts accounts = House.bean(Accounts.class);
              AccountId opened =
                  accounts.open(login, "架空 花", "カクウ ハナ", Profession.OFFICE_STAFF, null);
              accounts.join(opened, id, Set.of(Duty.ADMINISTRATOR));
              return opened;
            });
    House.bean(Credentials.class).give(account, PASSWORD);
    return new Office(id, Visitor.signedIn(login, PASSWORD));
  }

  private static Map<String, String> week() {
    Map<String, String> fields = new HashMap<>();
    fields.put("day1-opens", "９：００");
    fields.put("day1-closes", "1230");
    fields.put("day1-opens2", "14時");
    fields.put("day1-closes2", "24:00");
    fields.put("day6-opens", "9");
    fields.put("day6-closes", "12");
    fields.put("holidays", "true");
    fields.put("closing1-first", "12/29");
    fields.put("closing1-last", "1月3日");
    fields.put("closing1-reason", "年末年始");
    fields.put("valid-from", "2030-01-07");
    return fields;
  }

  @Test
  void an_administrator_sets_the_week_in_the_ways_in_which_hours_are_written() {
    Office office = office();
    office.administrator().get(office.hours());
    HttpResponse<String> saved = office.administrator().post(office.hours(), week());
    assertThat(saved.statusCode()).isEqualTo(200);
    assertThat(saved.body()).contains("1/7(月)からの営業日を保存しました", "これから始まる営業日");
    var calendar = House.bean(BusinessCalendars.class).calendarOf(office.id());
    DayHours monday = calendar.hoursOn(LocalDate.of(2030, 1, 21));
    assertThat(monday.intervals()).hasSize(2);
    assertThat(monday.closesOn(LocalDate.of(2030, 1, 21)))
        .contains(LocalDate.of(2030, 1, 22).atStartOfDay());
    assertThat(calendar.isBusinessDay(LocalDate.of(2030, 1, 22))).isFalse();
  }

  @Test
  void bad_hours_are_said_at_their_fields_and_everything_typed_stays() {
    Office office = office();
    office.administrator().get(office.hours());
    Map<String, String> fields = week();
    fields.put("day1-closes", "<25:00>");
    fields.put("day2-opens", "9:00");
    fields.put("day3-opens", "18:00");
    fields.put("day3-closes", "9:00");
    fields.put("day6-opens2", "11:00");
    fields.put("day6-closes2", "13:00");
    fields.put("closing1-last", "2/31");
    fields.put("closing2-reason", "創立記念");
    fields.put("valid-from", "きのう");
    HttpResponse<String> again = office.administrator().post(office.hours(), fields);
    assertThat(again.statusCode()).isEqualTo(422);
    for (String field :
        List.of(
            "day1-closes",
            "day2-closes",
            "day3-closes",
            "day6-opens2",
            "closing1-last",
            "closing2-first",
            "valid-from")) {
      assertThat(again.body()).describedAs(field).contains("id=\"f-" + field + "-error\"");
    }
    assertThat(again.body()).contains("&lt;25:00&gt;", "創立記念", "きのう");
    assertThat(House.bean(BusinessCalendars.class).rulesOf(office.id())).isEmpty();
  }

  @Test
  void fourteen_days_can_be_seen_without_saving() {
    Office office = office();
    office.administrator().get(office.hours());
    Map<String, String> fields = week();
    fields.put("preview", "true");
    HttpResponse<String> page = office.administrator().post(office.hours(), fields);
    assertThat(page.body()).contains("まだ保存していません", "9:00–12:30、14:00–24:00", "1/20(日)");
    assertThat(House.bean(BusinessCalendars.class).rulesOf(office.id())).isEmpty();
  }

  @Test
  void a_day_that_differs_moves_the_business_day_and_a_bad_one_does_not() {
    Office office = office();
    office.administrator().get(office.hours());
    HttpResponse<String> bad =
        office
            .administrator()
            .post(office.hours() + "/exceptions", Map.of("day", "2026-02-30", "opens", "9"));
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(bad.body())
        .contains("id=\"f-day-error\"", "id=\"f-that-day-error\"", "id=\"f-reason-error\"")
        .contains("2026-02-30");
    LocalDate tuesday = LocalDate.of(2027, 1, 26);
    assertThat(House.bean(BusinessCalendars.class).calendarOf(office.id()).isBusinessDay(tuesday))
        .isTrue();
    HttpResponse<String> good =
        office
            .administrator()
            .post(
                office.hours() + "/exceptions",
                Map.of("day", "R9.1.26", "that-day", "closed", "reason", "研修"));
    assertThat(good.body()).contains("1/26(火)を登録しました");
    assertThat(House.bean(BusinessCalendars.class).calendarOf(office.id()).isBusinessDay(tuesday))
        .isFalse();
    office.administrator().post(office.hours() + "/exceptions/remove", Map.of("day", "2027-01-26"));
    assertThat(House.bean(BusinessCalendars.class).calendarOf(office.id()).isBusinessDay(tuesday))
        .isTrue();
  }

  @Test
  void only_the_own_administrator_reaches_the_hours() {
    Office office = office();
    Office other = office();
    assertThat(other.administrator().get(office.hours()).statusCode()).isEqualTo(404);
    assertThat(other.administrator().post(office.hours(), week()).statusCode()).isEqualTo(404);
    Visitor officer = Visitor.signedIn("officer", PASSWORD);
    assertThat(officer.get(office.hours()).statusCode()).isEqualTo(404);
    assertThat(House.bean(BusinessCalendars.class).rulesOf(office.id())).isEmpty();
  }

  @Test
  void everybody_finds_an_organisation_and_whom_to_call() {
    Visitor nurse = Visitor.signedIn("nurse", PASSWORD);
    HttpResponse<String> list =
        nurse.get("/organizations?q=%E3%81%91%E3%81%82%E3%81%B7%E3%82%89%E3%82%93&member=yes");
    assertThat(list.body()).contains("ケアプランみほん").doesNotContain("はなみ見本居宅介護支援事業所");
    Organization office =
        House.bean(Organizations.class)
            .ofKinds(Set.of(OrganizationKind.CARE_MANAGEMENT_OFFICE), LocalDate.of(2026, 4, 1))
            .stream()
            .filter(one -> one.name().equals("ケアプランみほん"))
            .findFirst()
            .orElseThrow();
    HttpResponse<String> page = nurse.get("/organizations/" + office.id());
    assertThat(page.body()).contains(office.telephone(), "石田 健", "介護支援専門員", "みほん市医師会");
    assertThat(nurse.get("/organizations?kind=NONSENSE&area=x&after=y").statusCode())
        .isEqualTo(200);
    assertThat(nurse.get("/organizations/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(nurse.get("/organizations/new").statusCode()).isEqualTo(404);
  }

  @Test
  void an_officer_of_the_prefecture_enters_checks_and_closes_an_organisation() {
    Visitor officer = Visitor.signedIn("officer", PASSWORD);
    officer.get("/organizations/new");
    String name = "架空の新しい薬局" + System.nanoTime();
    Map<String, String> fields = new HashMap<>();
    fields.put("kind", "PHARMACY");
    fields.put("name", name);
    fields.put("kana", "かくう");
    fields.put("code", "12");
    fields.put("telephone", "no");
    fields.put("address", "見本県みほん市");
    fields.put("opened", "R8.4.1");
    HttpResponse<String> bad = officer.post("/organizations/new", fields);
    assertThat(bad.statusCode()).isEqualTo(422);
    for (String field : List.of("code", "telephone", "unit")) {
      assertThat(bad.body()).describedAs(field).contains("id=\"f-" + field + "-error\"");
    }
    fields.put("code", "");
    fields.put("telephone", "000-000-1234");
    fields.put("unit", "99101");
    HttpResponse<String> good = officer.post("/organizations/new", fields);
    assertThat(good.statusCode()).isEqualTo(200);
    String address = good.uri().getPath();
    assertThat(good.body()).contains(name, "登録しました");
    assertThat(officer.post("/organizations/new", fields).body()).contains("f-different-error");
    officer.get(address + "/edit");
    assertThat(officer.post(address + "/close", Map.of("closed-on", "R8.3.1")).body())
        .contains("f-closed-on-error");
    HttpResponse<String> closed =
        officer.post(address + "/close", Map.of("closed-on", "2026-05-01"));
    assertThat(closed.body()).contains("廃止されました", name);
    assertThat(
            House.bean(Organizations.class)
                .ofKinds(Set.of(OrganizationKind.PHARMACY), LocalDate.of(2026, 5, 1)))
        .extracting(Organization::name)
        .doesNotContain(name);
    Visitor nurse = Visitor.signedIn("nurse2", PASSWORD);
    assertThat(nurse.get(address).body()).contains(name, "記録は残っています");
  }

  @Test
  void an_officer_copies_a_position_from_a_map_and_a_wrong_one_is_told_at_the_field() {
    OrganizationId id = organization("架空の位置のある事業所");
    Visitor officer = Visitor.signedIn("officer", PASSWORD);
    String address = "/organizations/" + id;
    officer.get(address + "/edit");
    for (String wrong : List.of("みほん駅の前", "35.68", "139.76, 35.68", "0, 0")) {
      HttpResponse<String> again = officer.post(address + "/position", Map.of("position", wrong));
      assertThat(again.statusCode()).as(wrong).isEqualTo(422);
      assertThat(again.body()).contains("id=\"f-position-error\"", "value=\"" + wrong + "\"");
    }
    HttpResponse<String> saved =
        officer.post(address + "/position", Map.of("position", "（３５.６８１２、１３９.７６７１）"));
    assertThat(saved.body()).contains("位置を保存しました", "北緯35.6812、東経139.7671");
    assertThat(officer.get(address + "/edit").body()).contains("35.681200, 139.767100");
    assertThat(officer.post(address + "/position", Map.of("position", "")).body())
        .doesNotContain("35.6812");
  }

  @Test
  void the_areas_page_says_which_areas_overlap_in_part() {
    Visitor nurse = Visitor.signedIn("caremanager", PASSWORD);
    String page = nurse.get("/areas?kind=MEDICAL_ASSOCIATION_DISTRICT").body();
    assertThat(page).contains("みほん市医師会", "一部が重なる", "旧みどり村");
  }
}
