package tasuki.insight.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tasuki.Visitor;

class CoveragePagesTest {

  private static final String PASSWORD = "tasuki-no-sash-2026";

  @Test
  void an_officer_sees_where_a_service_is_missing_and_takes_the_table_along() {
    Visitor officer = Visitor.signedIn("officer", PASSWORD);
    HttpResponse<String> page = officer.get("/coverage?service=kind:VISITING_NURSE_STATION");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("しまかげ町", "最寄り", "中央値", "<svg role=\"img\"");
    assertThat(
            officer
                .get("/coverage?service=kind:HOSPITAL&as=xlsx")
                .headers()
                .firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).contains("spreadsheetml"));
    assertThat(officer.get("/coverage?service=nonsense&at=midnight").statusCode()).isEqualTo(200);
  }

  @Test
  void rings_around_a_hospital_say_distance_precision_and_the_assumed_times() {
    Visitor officer = Visitor.signedIn("officer", PASSWORD);
    HttpResponse<String> page = officer.get("/coverage/rings?way=helicopter");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("16km以内", "15分で50km", "位置の精度", "70 km", "約").contains("病院");
    assertThat(officer.get("/coverage/rings?place=unit:99301&service=kind:CLINIC").body())
        .contains("はなみ町の中心");
    assertThat(officer.get("/coverage/rings?place=organization:x&way=boat").statusCode())
        .isEqualTo(200);
    assertThat(officer.get("/coverage/rings?place=unit:99301&as=xlsx").statusCode()).isEqualTo(200);
  }

  @Test
  void a_nurse_has_no_such_page() {
    Visitor nurse = Visitor.signedIn("nurse", PASSWORD);
    assertThat(nurse.get("/coverage").statusCode()).isEqualTo(404);
    assertThat(nurse.get("/coverage/rings").statusCode()).isEqualTo(404);
  }
}
