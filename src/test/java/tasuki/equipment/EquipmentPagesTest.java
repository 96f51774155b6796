package tasuki.equipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.equipment.Lending.Staff;
import tasuki.identity.Duty;
import tasuki.kernel.Actor;

class EquipmentPagesTest {

  @Test
  void an_association_registers_a_thing_and_a_clinic_books_fetches_and_returns_it() {
    Staff association = Lending.association();
    Visitor keeper = association.visitor();
    keeper.get("/equipment/new");
    HttpResponse<String> registered = keeper.post("/equipment/new", thing());
    assertThat(registered.body()).contains("を登録しました", "エコーの試験機");
    String address = registered.uri().getPath();

    Staff clinic = Lending.clinic();
    Visitor nurse = clinic.visitor();
    assertThat(nurse.get("/equipment?owner=" + association.organization()).body())
        .contains("エコーの試験機", "から空き");
    nurse.get(address + "/book?from=" + Lending.today());
    HttpResponse<String> booked = nurse.post(address + "/book", booking(0, 2, UUID.randomUUID()));
    assertThat(booked.body()).contains("で予約しました", "訪問診療");
    String loan = booked.uri().getPath();
    assertThat(nurse.get("/equipment/loans").body()).contains("エコーの試験機", "予約");

    keeper.get(loan);
    HttpResponse<String> silent =
        keeper.post(loan + "/hand-out", Map.of("condition", "DAMAGED", "note", ""));
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(silent.body()).contains("f-note-error");
    assertThat(keeper.post(loan + "/hand-out", Map.of("condition", "GOOD")).body())
        .contains("引き渡しを記録しました");
    assertThat(nurse.post(loan + "/damage", Map.of("damage", "画面に傷")).body())
        .contains("知らせました", "画面に傷");
    assertThat(Lending.told(association, EquipmentNoticeKinds.DAMAGED, id(loan))).isEqualTo(1);
    assertThat(keeper.post(loan + "/return", Map.of("condition", "DAMAGED", "note", "傷")).body())
        .contains("返却を記録しました", "返却済み");
    assertThat(keeper.get("/equipment/own?as=xlsx").headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).contains("spreadsheetml"));
  }

  @Test
  void what_is_wrong_is_said_at_the_field_and_what_was_typed_stays() {
    Staff association = Lending.association();
    Visitor keeper = association.visitor();
    keeper.get("/equipment/new");
    Map<String, String> bad = new HashMap<>(thing());
    bad.put("kind", "SPACESHIP");
    bad.put("name", "");
    bad.put("inspection", "<2月30日>");
    bad.put("longest", "千");
    HttpResponse<String> again = keeper.post("/equipment/new", bad);
    assertThat(again.statusCode()).isEqualTo(422);
    for (String field : List.of("kind", "name", "inspection", "longest")) {
      assertThat(again.body()).describedAs(field).contains("id=\"f-" + field + "-error\"");
    }
    assertThat(again.body()).contains("&lt;2月30日&gt;", "千", "T-100");

    ThingId thing = Lending.lent(association, Lending.thing());
    Lending.booked(Lending.clinic(), thing, Lending.days(3, 2));
    Visitor nurse = Lending.clinic().visitor();
    String address = "/equipment/" + thing + "/book";
    nurse.get(address);
    HttpResponse<String> taken = nurse.post(address, booking(2, 3, UUID.randomUUID()));
    assertThat(taken.statusCode()).isEqualTo(422);
    assertThat(taken.body()).contains("f-from-error", "その期間は借りられません", "訪問診療");
    HttpResponse<String> backwards = nurse.post(address, booking(5, -3, UUID.randomUUID()));
    assertThat(backwards.body()).contains("f-until-error");
  }

  @Test
  void a_stranger_does_not_find_the_loan_and_a_clinic_keeps_nothing() {
    Staff association = Lending.association();
    ThingId thing = Lending.lent(association, Lending.thing());
    Staff borrower = Lending.clinic();
    LoanId loan = Lending.booked(borrower, thing, Lending.days(3, 2));
    String name =
        House.as(
            Actor.NOBODY,
            () -> House.bean(Organizations.class).get(borrower.organization()).name());
    Visitor stranger = Lending.clinic().visitor();
    assertThat(stranger.get("/equipment/loans/" + loan).statusCode()).isEqualTo(404);
    assertThat(stranger.get("/equipment/" + thing).body())
        .contains("借りられない")
        .doesNotContain(name, "/edit");
    assertThat(stranger.get("/equipment/own").statusCode()).isEqualTo(404);
    assertThat(stranger.get("/equipment/" + thing + "/edit").statusCode()).isEqualTo(404);
    Visitor other =
        Lending.staff(OrganizationKind.HOME_CARE_HUB, "99101", Duty.COORDINATOR).visitor();
    assertThat(other.get("/equipment/own").statusCode()).isEqualTo(200);
    assertThat(other.get("/equipment/" + thing + "/edit").statusCode()).isEqualTo(404);
    assertThat(other.post("/equipment/" + thing + "/retire", Map.of()).statusCode()).isEqualTo(404);
    assertThat(
            other
                .post("/equipment/loans/" + loan + "/hand-out", Map.of("condition", "GOOD"))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void what_has_been_away_for_weeks_too_long_is_not_shown_as_free_today() {
    Staff association = Lending.association();
    ThingId thing = Lending.lent(association, Lending.thing());
    LoanId loan = Lending.booked(Lending.clinic(), thing, Lending.days(0, 2));
    association.does(() -> House.bean(Loans.class).handOut(loan, Condition.GOOD, null));
    TestDatabase.asOwner()
        .sql(
            """
            update equipment.taken set days = daterange(current_date - 60, current_date - 50)
            where id = ?
            """)
        .param(loan.value())
        .update();
    Visitor nurse = Lending.clinic().visitor();
    String list = nurse.get("/equipment?owner=" + association.organization()).body();
    assertThat(list).contains("から空き").doesNotContain("chip success");
    assertThat(nurse.get("/equipment/" + thing).body()).contains("返却が遅れています");
    String book = "/equipment/" + thing + "/book";
    assertThat(nurse.post(book, booking(0, 2, UUID.randomUUID())).body()).contains("まだ返却されていません");
    assertThat(nurse.post(book, booking(1, 2, UUID.randomUUID())).body()).contains("で予約しました");
  }

  @Test
  void everybody_who_may_borrow_sees_the_picture() {
    Staff association = Lending.association();
    Visitor keeper = association.visitor();
    keeper.get("/equipment/new");
    byte[] png =
        java.util.Base64.getDecoder()
            .decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    HttpResponse<String> registered =
        keeper.upload("/equipment/new", thing(), new Visitor.Upload("picture", "echo.png", png));
    assertThat(registered.statusCode()).as(registered.body()).isEqualTo(200);
    String address = registered.uri().getPath();
    assertThat(registered.body()).contains(address + "/picture");
    assertThat(
            Lending.clinic()
                .visitor()
                .get(address + "/picture")
                .headers()
                .firstValue("content-type"))
        .contains("image/png");
    HttpResponse<String> bad =
        keeper.upload(
            "/equipment/new",
            thing(),
            new Visitor.Upload(
                "picture",
                "echo.png",
                "<script>".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(bad.body()).contains("f-picture-error");
  }

  private static Map<String, String> thing() {
    Map<String, String> fields = new HashMap<>();
    fields.put("kind", "ULTRASOUND");
    fields.put("name", "エコーの試験機");
    fields.put("number", "T-100-" + UUID.randomUUID().toString().substring(0, 6));
    fields.put("kept-at", "事務局");
    fields.put("inspection", "");
    fields.put("longest", "１４");
    return fields;
  }

  private static Map<String, String> booking(int ahead, int count, UUID key) {
    return Map.of(
        "from", Lending.today().plusDays(ahead).toString(),
        "until", Lending.today().plusDays(ahead + count - 1L).toString(),
        "purpose", "訪問診療",
        "key", key.toString());
  }

  private static UUID id(String address) {
    return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
  }
}
