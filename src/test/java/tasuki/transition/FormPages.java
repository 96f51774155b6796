package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasuki.Visitor;
import tasuki.directory.OrganizationKind;
import tasuki.form.FormDefinitions;
import tasuki.identity.Duty;
import tasuki.person.PersonId;

/** People at the pages of forms, which they use as browsers without JavaScript do. */
final class FormPages {

  static final Scene.Staff manager = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);

  static final Scene.Staff colleague = Scene.colleague(manager.organization(), Duty.CARE);

  static final Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);

  static final Scene.Staff stranger = Scene.staff(OrganizationKind.HOSPITAL, null);

  private static final Map<String, Visitor> VISITORS = new HashMap<>();

  static {
    List.of(manager, colleague, nurse, stranger).forEach(Scene::givePassword);
  }

  private FormPages() {}

  static Visitor visit(Scene.Staff staff) {
    return VISITORS.computeIfAbsent(
        staff.login(), login -> Visitor.signedIn(login, Scene.PASSWORD));
  }

  static StayId admitted(PersonId person) {
    return Scene.admitted(manager, person, nurse.organization(), Scene.today());
  }

  /** Begins a form on the stay's page and answers with its address. */
  static String begun(Scene.Staff by, StayId stay, String definition) {
    Visitor visitor = visit(by);
    assertThat(visitor.get("/stays/" + stay).body()).contains("/stays/" + stay + "/documents");
    HttpResponse<String> page =
        visitor.post(
            "/stays/" + stay + "/documents",
            Map.of("definition", definition, "key", UUID.randomUUID().toString()));
    assertThat(page.statusCode()).isEqualTo(200);
    return page.uri().getPath().replace("/edit", "");
  }

  private static final Pattern INPUT =
      Pattern.compile("<input[^>]*? name=\"(i-[^\"]+|edition)\"[^>]*>");

  private static final Pattern AREA =
      Pattern.compile("<textarea[^>]*? name=\"(i-[^\"]+)\"[^>]*>([^<]*)</textarea>");

  private static final Pattern SELECTED =
      Pattern.compile("<select[^>]*? name=\"(i-[^\"]+)\".*?</select>", Pattern.DOTALL);

  /** What the form of a page would send. */
  static Map<String, String> fields(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher input = INPUT.matcher(page);
    while (input.find()) {
      String tag = input.group();
      boolean button = tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"");
      if (!button || tag.contains("checked")) {
        Matcher value = Pattern.compile(" value=\"([^\"]*)\"").matcher(tag);
        fields.put(input.group(1), value.find() ? value.group(1) : "");
      }
    }
    Matcher area = AREA.matcher(page);
    while (area.find()) {
      fields.put(area.group(1), area.group(2));
    }
    Matcher select = SELECTED.matcher(page);
    while (select.find()) {
      Matcher chosen =
          Pattern.compile("<option value=\"([^\"]*)\" selected").matcher(select.group());
      fields.put(select.group(1), chosen.find() ? chosen.group(1) : "");
    }
    return fields;
  }

  static String sent(StayId stay, Map<String, String> answers) {
    String document = begun(manager, stay, FormDefinitions.ADMISSION_INFORMATION);
    Visitor visitor = visit(manager);
    Map<String, String> fields = fields(visitor.get(document + "/edit").body());
    fields.putAll(answers);
    fields.put("go", "check");
    HttpResponse<String> check = visitor.post(document + "/edit", fields);
    assertThat(check.uri().getPath()).isEqualTo(document);
    assertThat(check.body()).contains("へ送る");
    HttpResponse<String> page =
        visitor.post(document + "/send", Map.of("key", UUID.randomUUID().toString()));
    assertThat(page.body()).contains("へ送りました");
    return document;
  }
}
