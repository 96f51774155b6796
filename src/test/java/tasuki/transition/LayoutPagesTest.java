package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.area.AreaId;
import tasuki.directory.OrganizationKind;
import tasuki.form.FormDefinition;
import tasuki.form.FormDefinitions;
import tasuki.form.FormLayout;
import tasuki.form.FormLayouts;
import tasuki.identity.Duty;
import tasuki.transition.paper.PreviewSheets;

/** An area's own form: written, checked, looked at, used from a day, and taken back. */
class LayoutPagesTest {

  private static final String FORM = FormDefinitions.ADMISSION_INFORMATION;

  private static Map<String, String> fields(String text, LocalDate from, String press) {
    Map<String, String> fields = new HashMap<>();
    fields.put("validFrom", from.toString());
    fields.put("layoutText", text);
    fields.put("press", press);
    return fields;
  }

  private static FormLayout inForce(AreaId area, LocalDate day) {
    return House.as(
        Scene.officer(), () -> House.bean(FormLayouts.class).of(area.value(), FORM, day));
  }

  @Test
  void a_health_centre_lays_the_form_out_and_goes_back() {
    String unit = Scene.unit();
    AreaId area = Scene.area(unit);
    Scene.Staff officer = Scene.staff(OrganizationKind.PUBLIC_HEALTH_CENTRE, unit, Duty.OFFICER);
    Scene.givePassword(officer);
    Visitor visitor = Visitor.signedIn(officer.login(), Scene.PASSWORD);
    String at = "/rules/" + area.value() + "/forms";
    LocalDate from = Scene.today().plusDays(10);
    String own = "{\n\"omit\": [\"smoking\"],\n\"fax\": {\"leaveOut\": [\"doctor-name\"]}\n}";

    assertThat(visitor.get(at).body()).contains("国の様式").contains("まだ登録されていません");
    String edit = at + "/" + FORM + "/new";
    assertThat(visitor.get(edit).body()).contains("doctor-name").contains("項目の一覧");
    String start = visitor.get(at + "/" + FORM + "/start").body();
    assertThat(visitor.post(edit, fields(start, from, "check")).body()).contains("違いはありません");

    HttpResponse<String> wrong =
        visitor.post(edit, fields("{\n\"omit\": [\n\"smokin\"]}", from, "keep"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("3行目").contains("smokin").contains("このような項目はありません");
    HttpResponse<String> early = visitor.post(edit, fields(own, Scene.today(), "keep"));
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.body()).contains("明日以後の日").contains("smoking");

    assertThat(visitor.post(edit, fields(own, from, "check")).body())
        .contains("を省きます")
        .contains("はFAXに載せません");
    HttpResponse<String> pdf = visitor.post(edit, fields(own, from, "preview"));
    assertThat(pdf.headers().firstValue("content-type")).contains("application/pdf");
    assertThat(pdf.body()).startsWith("%PDF");
    String large = "{\"paper\": \"A3\", \"columns\": 1}";
    assertThat(visitor.post(edit, fields(large, from, "check")).body())
        .contains("A3の横長の用紙")
        .contains("1行に1項目ずつ");
    assertThat(visitor.post(edit, fields(own, from, "keep")).body()).contains("様式を登録しました");
    assertThat(inForce(area, from).omitted()).containsExactly("smoking");
    assertThat(inForce(area, from.minusDays(1))).isEqualTo(FormLayout.NATIONAL);

    HttpResponse<String> sent =
        visitor.upload(
            edit,
            fields("", from.plusDays(1), "keep"),
            new Visitor.Upload(
                "file", "様式.json", "{\"columns\": 1}".getBytes(StandardCharsets.UTF_8)));
    assertThat(sent.body()).contains("様式を登録しました");
    assertThat(inForce(area, from.plusDays(1)).paper().columns()).isEqualTo(1);
    assertThat(visitor.post(edit, fields("", from.plusDays(2), "national")).body())
        .contains("国の様式に戻します");
    assertThat(inForce(area, from.plusDays(2))).isEqualTo(FormLayout.NATIONAL);
    assertThat(visitor.get(at).body()).contains("地域の様式").contains("/preview?version=");
  }

  /** Width and height of the first sheet, in points. */
  private static List<Integer> size(String layout) {
    FormDefinition form =
        FormLayout.fromJson(layout)
            .apply(House.bean(FormDefinitions.class).inForce(FORM, Scene.today()));
    try (PDDocument sheets = Loader.loadPDF(House.bean(PreviewSheets.class).pdf(form))) {
      PDRectangle sheet = sheets.getPage(0).getMediaBox();
      return List.of(Math.round(sheet.getWidth()), Math.round(sheet.getHeight()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void the_sheet_has_the_size_that_the_area_chose() {
    assertThat(size("{}")).as("210 mm by 297 mm").containsExactly(595, 842);
    assertThat(size("{\"paper\": \"A3\"}")).as("420 mm by 297 mm").containsExactly(1191, 842);
  }

  @Test
  void nobody_else_lays_out_an_areas_form() {
    String unit = Scene.unit();
    AreaId area = Scene.area(unit);
    Scene.Staff other = Scene.staff(OrganizationKind.MUNICIPALITY, unit, Duty.OFFICER);
    Scene.givePassword(other);
    Visitor visitor = Visitor.signedIn(other.login(), Scene.PASSWORD);
    String at = "/rules/" + area.value() + "/forms";
    for (String path :
        new String[] {"", "/" + FORM + "/new", "/" + FORM + "/start", "/" + FORM + "/preview"}) {
      assertThat(visitor.get(at + path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(
            visitor
                .post(at + "/" + FORM + "/new", fields("{}", Scene.today().plusDays(3), "keep"))
                .statusCode())
        .isEqualTo(404);
  }
}
