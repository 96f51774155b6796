package tasuki.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.ConcurrentModel;
import org.springframework.ui.Model;
import tasuki.House;
import tasuki.Visitor;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.offer.Practice.Staff;

/** The pages on which an offer is said, corrected and read, as browsers meet them. */
class OfferPagesTest {

  private final Staff nurse = Practice.staff(OrganizationKind.VISITING_NURSE_STATION);

  private static String base(OrganizationId organization) {
    return "/organizations/" + organization + "/offer";
  }

  private static Offers offers() {
    return House.bean(Offers.class);
  }

  private static Map<String, String> entry(int version) {
    Map<String, String> fields = new HashMap<>();
    fields.put("version", String.valueOf(version));
    fields.put("accepts", "yes");
    fields.put("night", "ON_CALL");
    fields.put("holiday", "NONE");
    fields.put("can-treatment", "gastrostomy");
    fields.put("can-nurse-act-08", "nurse-act-08-1");
    fields.put("days", "6a");
    fields.put("units", "99101");
    fields.put("languages", "en");
    fields.put("note", "内輪の条件");
    return fields;
  }

  @Test
  void a_station_says_what_it_can_do_and_a_number_for_the_room_left() {
    Visitor visitor = nurse.visitor();
    assertThat(visitor.get("/").body()).contains("href=\"/offers/own\"");
    assertThat(visitor.get("/offers/own").body())
        .contains("まだ登録がありません", "訪問看護:これから1か月に", "まだ言われていません");
    HttpResponse<String> saved = visitor.post(base(nurse.organization()), entry(0));
    assertThat(saved.uri().getPath()).isEqualTo("/offers/own");
    assertThat(saved.body()).contains("できることを保存しました", "はじめの登録", "第1版");
    HttpResponse<String> said =
        visitor.post(base(nurse.organization()) + "/room/nursing", Map.of("places", "2"));
    assertThat(said.uri().getPath()).isEqualTo("/offers/own");
    assertThat(said.body()).contains("訪問看護の余力を「あと2名」と記録しました", "架空 " + nurse.login());
    visitor.post(base(nurse.organization()) + "/room/nursing", Map.of("room-nursing", "１２"));
    List<RoomLeft> room = nurse.does(() -> offers().room(nurse.organization()));
    assertThat(room).extracting(RoomLeft::places).containsExactly(12);
  }

  @Test
  void what_is_typed_wrong_is_told_at_its_field_and_stays() {
    Visitor visitor = nurse.visitor();
    visitor.get("/offers/own");
    Map<String, String> fields = entry(0);
    fields.put("night", "");
    fields.put("accepts", "maybe");
    fields.put("can-treatment", "no-such-thing");
    fields.put("days", "8x");
    fields.put("areas", "elsewhere");
    fields.put("note", "<b>".repeat(101));
    HttpResponse<String> page = visitor.post(base(nurse.organization()), fields);
    assertThat(page.statusCode()).isEqualTo(422);
    for (String field : List.of("night", "accepts", "can-treatment", "days", "areas", "note")) {
      assertThat(page.body()).as(field).contains("id=\"f-" + field + "-error\"");
    }
    assertThat(page.body()).contains("&lt;b&gt;&lt;b&gt;");
    assertThat(nurse.does(() -> offers().of(nurse.organization()))).isEmpty();
    HttpResponse<String> room =
        visitor.post(base(nurse.organization()) + "/room/nursing", Map.of("room-nursing", "3人"));
    assertThat(room.statusCode()).isEqualTo(422);
    assertThat(room.body()).contains("id=\"f-room-nursing-error\"", "value=\"3人\"", "0から99まで");
    assertThat(nurse.does(() -> offers().room(nurse.organization()))).isEmpty();
  }

  @Test
  void an_old_page_overwrites_nothing_and_says_so() {
    Visitor visitor = nurse.visitor();
    visitor.get("/offers/own");
    visitor.post(base(nurse.organization()), entry(0));
    Map<String, String> late = entry(0);
    late.put("can-treatment", "oxygen");
    HttpResponse<String> page = visitor.post(base(nurse.organization()), late);
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("ほかの人がいま直しました");
    assertThat(nurse.does(() -> offers().of(nurse.organization())).orElseThrow().number())
        .isEqualTo(1);
  }

  @Test
  void a_coordinator_says_why_and_puts_back_what_was() {
    nurse.says(Practice.offer("gastrostomy"), 0);
    Staff coordinator = Practice.coordinator();
    Visitor visitor = coordinator.visitor();
    OrganizationId station = nurse.organization();
    assertThat(visitor.get("/organizations/" + station).body()).contains(base(station));
    visitor.get(base(station));
    Map<String, String> fields = entry(1);
    HttpResponse<String> refused = visitor.post(base(station), fields);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"f-reason-error\"");
    fields.put("reason", "連絡会で聞きました");
    HttpResponse<String> done = visitor.post(base(station), fields);
    assertThat(done.uri().getPath()).isEqualTo(base(station));
    assertThat(done.body()).contains("理由: 連絡会で聞きました", "追加: ", coordinator.login());
    UUID first = nurse.does(() -> offers().history(station, 10)).getLast().offer().id();
    String version = base(station) + "/versions/" + first;
    assertThat(visitor.get(version).body()).contains("第1版", "この版に戻す", "削除: ");
    assertThat(visitor.post(version, Map.of("version", "2")).statusCode()).isEqualTo(422);
    HttpResponse<String> back = visitor.post(version, Map.of("version", "2", "reason", "聞きちがいでした"));
    assertThat(back.body()).contains("第1版に戻しました", "理由: 聞きちがいでした");
    assertThat(nurse.told()).hasSize(2);
    assertThat(nurse.visitor().get("/notices").body()).contains("理由: 連絡会で聞きました", "理由: 聞きちがいでした");
  }

  @Test
  void room_that_is_too_old_says_so_everywhere_and_waits_on_the_first_page() {
    nurse.saysRoom("nursing", 3);
    Visitor visitor = nurse.visitor();
    Visitor reader = Practice.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE).visitor();
    String page = "/organizations/" + nurse.organization();
    assertThat(visitor.get("/").body()).doesNotContain("古くなった受け入れの余力");
    assertThat(reader.get(page).body()).contains("あと3名").doesNotContain("14日より前の情報");
    Practice.age(nurse.organization(), 15);
    assertThat(visitor.get("/").body()).contains("古くなった受け入れの余力");
    assertThat(visitor.get("/offers/own").body()).contains("14日より前の情報");
    assertThat(reader.get(page).body()).contains("あと3名", "14日より前の情報");
  }

  @Test
  void staff_read_room_and_conditions_on_the_page_and_families_what_is_public() {
    nurse.says(Practice.inner(Practice.offer("gastrostomy", "nurse-act-08-1"), "内輪の条件"), 0);
    nurse.saysRoom("nursing", 3);
    String page = "/organizations/" + nurse.organization();
    Staff manager = Practice.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE);
    assertThat(manager.visitor().get(page).body())
        .contains("胃ろう", "月(午前)", "内輪の条件", "かかりつけの方だけ", "あと3名", "胃ろうボタンの交換")
        .doesNotContain(base(nurse.organization()));
    assertThat(Practice.family().visitor().get(page).body())
        .contains("胃ろう", "月(午前)")
        .doesNotContain("内輪の条件", "かかりつけの方だけ", "あと3名", "胃ろうボタンの交換");
  }

  @Test
  void the_public_part_holds_nothing_internal_and_an_authority_has_none() {
    nurse.says(Practice.inner(Practice.offer("gastrostomy", "nurse-act-08-1"), "内輪の条件"), 0);
    nurse.saysRoom("nursing", 3);
    LocaleContextHolder.setLocale(Locale.JAPANESE);
    OfferPart.Shown shown = shown(nurse.organization()).orElseThrow();
    assertThat(shown.inner()).isEmpty();
    assertThat(shown.room()).isEmpty();
    assertThat(shown.change()).isEmpty();
    assertThat(shown.facts()).extracting(OfferWords.Fact::value).contains("胃ろう");
    assertThat(shown.facts().toString()).doesNotContain("交換", "内輪");
    OrganizationId silent = Practice.organization(OrganizationKind.CLINIC, true);
    assertThat(shown(silent)).isEmpty();
    assertThat(shown(Practice.organization(OrganizationKind.MUNICIPALITY, true))).isEmpty();
    LocaleContextHolder.resetLocaleContext();
  }

  /** What the public page gets, for which nobody has signed in. */
  private static Optional<OfferPart.Shown> shown(OrganizationId id) {
    return Acting.as(
        Actor.NOBODY,
        () -> {
          Organization organization = House.bean(Organizations.class).get(id);
          Model model = new ConcurrentModel();
          return House.bean(OfferPart.class)
              .template(organization, Optional.empty(), model)
              .map(_ -> (OfferPart.Shown) Objects.requireNonNull(model.getAttribute("offerPart")));
        });
  }

  @Test
  void the_offer_is_said_and_read_in_english_too() {
    Visitor visitor = nurse.visitor();
    visitor.get("/language?to=en&back=/");
    String page = visitor.get("/offers/own").body();
    assertThat(page)
        .contains("Room left", "Visiting nursing: how many more persons", "Gastrostomy", "Monday")
        .doesNotContain("胃ろう", "余力");
    HttpResponse<String> said =
        visitor.post(base(nurse.organization()) + "/room/nursing", Map.of("places", "0"));
    assertThat(said.body()).contains("recorded as 0", "No room left");
  }

  @Test
  void whoever_gives_no_care_has_no_own_offer() {
    assertThat(Practice.coordinator().visitor().get("/offers/own").statusCode()).isEqualTo(404);
    Staff support = Practice.staff(OrganizationKind.COMMUNITY_SUPPORT_CENTRE);
    Visitor visitor = support.visitor();
    assertThat(visitor.get("/offers/own").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/").body()).doesNotContain("/offers/own");
    assertThat(visitor.get(base(nurse.organization())).statusCode()).isEqualTo(404);
  }
}
