package tasuki.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.offer.Practice.Staff;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.table.TableWriter;

/** An officer brings in a survey with headings of its own. */
class SurveyPagesTest {

  private final Staff doctor = Practice.staff(OrganizationKind.CLINIC);
  private final Visitor officer = Practice.officer(OrganizationKind.PREFECTURE).visitor();

  private static byte[] excel(OrganizationId id) {
    return TableWriter.xlsx(
        List.of(
            new Sheet(
                "回答",
                "架空の在宅医療調査",
                List.of(),
                Stream.of("だれ", "どこ", "PEGの管理をしていますか", "在宅酸素", "自由記述")
                    .map(heading -> SheetColumn.text(heading, 20))
                    .toList(),
                List.of(
                    List.<@Nullable Object>of(
                        House.bean(Organizations.class).get(id).name(), "みほん市中央区", "○", "×", "なし"),
                    List.<@Nullable Object>of("どこにもない医院", "みほん市中央区", "○", "△", "なし")))));
  }

  private HttpResponse<String> bring(byte[] table) {
    officer.get("/imports/offers");
    return officer.upload(
        "/imports/offers", Map.of(), new Visitor.Upload("file", "調査.xlsx", table));
  }

  private Set<String> can() {
    return doctor.does(
        () ->
            House.bean(Offers.class)
                .of(doctor.organization())
                .map(offer -> offer.content().capabilities())
                .orElse(Set.of()));
  }

  @Test
  void the_columns_are_said_once_and_the_answers_are_applied_and_undone() {
    byte[] table = excel(doctor.organization());
    HttpResponse<String> asked = bring(table);
    assertThat(asked.body())
        .as("the catalogue under its headings, and what is known chosen")
        .contains("label=\"医療処置\"", "label=\"看護師の特定行為\"")
        .containsPattern("value=\"oxygen\" selected");
    officer.post(
        asked.uri().getPath(),
        Map.of(
            "meaning-0",
            "name",
            "meaning-1",
            "address",
            "meaning-2",
            "gastrostomy",
            "meaning-3",
            "oxygen"));
    HttpResponse<String> read = bring(table);
    assertThat(read.body()).contains("反映を待っています", "取り込まない列: 自由記述", "胃ろう", "この名称と住所の組織が見つかりません");
    String one = read.uri().getPath();
    assertThat(officer.post(one + "/apply", Map.of()).body()).contains("反映しました");
    assertThat(can()).containsExactly("gastrostomy");
    Visitor clinic = doctor.visitor();
    HttpResponse<String> own = clinic.get("/organizations/" + doctor.organization() + "/offer");
    assertThat(own.body()).contains("調査「名前のない調査」の回答");
    String version = "/organizations/" + doctor.organization() + "/offer/versions/" + version();
    assertThat(clinic.get(version).body()).contains("調査「名前のない調査」の回答", "いまの登録");
    assertThat(officer.post(one + "/undo", Map.of()).body()).contains("元に戻しました");
    assertThat(can()).isEmpty();
    assertThat(clinic.get(version).statusCode()).as("in force no more, but kept").isEqualTo(200);
    assertThat(clinic.post(version, Map.of("version", "0")).statusCode()).isEqualTo(200);
    assertThat(can()).as("put back by hand").containsExactly("gastrostomy");
  }

  private UUID version() {
    return doctor
        .does(() -> House.bean(Offers.class).history(doctor.organization(), 1))
        .getFirst()
        .offer()
        .id();
  }
}
