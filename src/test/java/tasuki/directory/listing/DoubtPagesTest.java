package tasuki.directory.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestBrowser;
import tasuki.Visitor;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationKind;
import tasuki.transition.SceneStaff;

/** The pages on which an officer decides what is one place. */
class DoubtPagesTest {

  private static final String PASSWORD = "tasuki-no-sash-2026";

  private final Town town = new Town();
  private final String former = town.code();
  private final String later = town.code();

  private UUID succession() {
    town.desk.bring("institutions", town.institution(former, "花クリニック", "1-1-1"));
    town.desk.bring("institutions", town.institution(later, "医療法人花会 花クリニック", "１丁目１番１号"));
    return town.doubt();
  }

  @Test
  void an_officer_compares_both_sides_answers_and_takes_it_back() {
    UUID doubt = succession();
    Visitor officer =
        Visitor.signedIn(SceneStaff.officer(OrganizationKind.PREFECTURE).login(), PASSWORD);
    String list = officer.get("/imports/doubts?all=true&kind=SUCCESSION").body();
    assertThat(list).contains("同じ組織かの確認", "引き継いだか", "/imports/doubts/");
    String at = "/imports/doubts/" + doubt;
    String page = officer.get(at).body();
    assertThat(page).contains("971" + former, "971" + later, "前の番号が一覧から消えた", "住所が同じ", "保険医療機関一覧");
    HttpResponse<String> nothing = officer.post(at, Map.of("answer", "", "words", "電話"));
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.body()).contains("f-answer-error", "電話");
    HttpResponse<String> bad = officer.post(at, Map.of("answer", "WITHDRAWN"));
    assertThat(bad.statusCode()).isEqualTo(422);
    HttpResponse<String> done =
        officer.post(at, Map.of("answer", "SUCCESSION", "words", "電話で確かめた"));
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.body()).contains("引き継いだ組織として記録しました");
    assertThat(officer.get(at).body()).contains("答え: 引き継いだ", "電話で確かめた");
    assertThat(officer.get("/imports/doubts?which=DECIDED&all=true").statusCode()).isEqualTo(200);
    Organization kept = Town.institution(later);
    assertThat(officer.get("/organizations/" + kept.id()).body())
        .contains("位置と公的な一覧", "保険医療機関一覧", "この組織にまとめたもの", "分ける");
    assertThat(officer.post(at + "/take-back", Map.of()).body()).contains("答えを取り消しました");
    assertThat(Town.institution(later).id()).isNotEqualTo(kept.id());
    assertThat(officer.get("/imports/doubts/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
  }

  @Test
  void what_was_joined_by_itself_is_taken_apart_on_the_organisation_s_page() {
    town.desk.bring("institutions", town.institution(former, "花クリニック", "1-1-1"));
    town.desk.bring(
        "care-offices",
        Town.OFFICES
            + town.office(
                Town.number(former), "花クリニック", "訪問看護", "1-1-1", "35.1,135.1", "03-0000-0001"));
    Organization clinic = Town.institution(former);
    Visitor officer =
        Visitor.signedIn(SceneStaff.officer(OrganizationKind.PREFECTURE).login(), PASSWORD);
    String at = "/organizations/" + clinic.id();
    String page = officer.get(at).body();
    assertThat(page).contains("北緯35.1000、東経135.1000(建物の位置。出典: 介護サービス情報公表)", "訪問看護");
    UUID merger =
        House.bean(tasuki.directory.OrganizationMergers.class).of(clinic.id()).getFirst().id();
    assertThat(officer.post(at + "/mergers/" + UUID.randomUUID() + "/undo", Map.of()).statusCode())
        .isEqualTo(404);
    assertThat(officer.post(at + "/mergers/" + merger + "/undo", Map.of()).body())
        .contains("まとめたものを分けました");
    assertThat(Town.office(Town.number(former), "訪問看護").id()).isNotEqualTo(clinic.id());
    Visitor nurse =
        Visitor.signedIn(SceneStaff.caring(OrganizationKind.HOSPITAL).login(), PASSWORD);
    assertThat(nurse.get(at).body()).contains("位置と公的な一覧").doesNotContain("分ける");
    assertThat(nurse.get("/imports/doubts").statusCode()).isEqualTo(404);
  }

  @Test
  void the_page_of_a_doubt_is_read_by_everybody_in_both_languages() {
    UUID doubt = succession();
    Visitor officer =
        Visitor.signedIn(SceneStaff.officer(OrganizationKind.PREFECTURE).login(), PASSWORD);
    try (BrowserContext context = TestBrowser.get().newContext()) {
      context.addCookies(
          officer.cookies().entrySet().stream()
              .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(House.url()))
              .toList());
      Page page = context.newPage();
      for (String language : List.of("ja", "en")) {
        for (String path :
            List.of("/imports/doubts/" + doubt, "/imports/doubts?all=true", organization())) {
          page.navigate(House.url() + "/language?to=" + language + "&back=" + path);
          page.navigate(House.url() + path);
          assertThat(new AxeBuilder(page).analyze().getViolations())
              .as(path)
              .extracting(Rule::getId)
              .isEmpty();
        }
      }
      page.navigate(House.url() + "/imports/doubts/" + doubt);
      page.locator("input[name=answer]").first().focus();
      page.keyboard().press("ArrowDown");
      assertThat(page.locator("input[name=answer]:checked").getAttribute("value"))
          .isEqualTo("DIFFERENT");
    }
  }

  private String organization() {
    return "/organizations/" + Town.institution(later).id();
  }
}
