package tasuki.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever writes a layout is told what is wrong, at which item, in which line. */
class LayoutCheckTest {

  private static List<LayoutProblem> problems(String json) {
    return LayoutCheck.of(json, TestForms.ADMISSION);
  }

  private static LayoutProblem only(String json) {
    List<LayoutProblem> problems = problems(json);
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }

  @Test
  void an_empty_layout_and_the_starting_point_are_right() {
    assertThat(problems("{}")).isEmpty();
    assertThat(FormLayout.fromJson("{}").apply(TestForms.ADMISSION)).isEqualTo(TestForms.ADMISSION);
  }

  @Test
  void text_that_is_no_json_is_said_with_its_line() {
    assertThat(only("{\n\"omit\": [\n\"smoking\",\n\"name\" x]}"))
        .isEqualTo(new LayoutProblem(4, "", "unreadable"));
    for (String broken : new String[] {"", "[]", "3", "{} {}", "{\"omit\":", "\u0000"}) {
      assertThat(problems(broken))
          .as(broken)
          .extracting(LayoutProblem::code)
          .contains("unreadable");
    }
  }

  @Test
  void every_mistake_names_its_item_and_line() {
    String json =
        """
        {"colour": "red",
         "paper": "A5",
         "columns": 3,
         "sections": [{"id": "doctor", "items": [
           "doctor-name",
           "doctor-name",
           "smoking",
           "nothing"]},
           {"id": "cellar"}],
         "omit": [
           "no-such-thing"],
         "labels": {
           "name": {"ja": "氏名"},
           "nobody": {"ja": "だれ", "en": "Who"}},
         "extra": [
           {"section": "basics", "id": "nickname", "kind": "TEXT", "ja": "呼び名", "en": "Called"},
           {"section": "basics", "id": "x-odd", "kind": "DANCE", "ja": "踊り", "en": "Dance"}],
         "fax": {"leaveOut": ["moon"],
           "send": ["abuse"]}}
        """;
    assertThat(problems(json))
        .containsExactly(
            new LayoutProblem(1, "colour", "unknown"),
            new LayoutProblem(2, "paper", "paper"),
            new LayoutProblem(3, "columns", "columns"),
            new LayoutProblem(6, "doctor-name", "twice"),
            new LayoutProblem(7, "smoking", "other-section"),
            new LayoutProblem(8, "nothing", "no-item"),
            new LayoutProblem(9, "cellar", "no-section"),
            new LayoutProblem(11, "no-such-thing", "no-item"),
            new LayoutProblem(13, "name", "words"),
            new LayoutProblem(14, "nobody", "no-item"),
            new LayoutProblem(16, "nickname", "own-id"),
            new LayoutProblem(17, "x-odd", "extra"),
            new LayoutProblem(18, "moon", "no-item"),
            new LayoutProblem(19, "abuse", "protected"));
  }

  @Test
  void what_an_area_leaves_out_of_faxes_is_left_out_and_hidden_items_stay_hidden() {
    FormDefinition laid =
        FormLayout.fromJson("{\"fax\": {\"leaveOut\": [\"doctor-name\"]}}")
            .apply(TestForms.ADMISSION);
    assertThat(laid.find("doctor-name").orElseThrow().classes()).contains(ItemClass.NOT_ON_FAX);
    assertThat(laid.find("abuse").orElseThrow().classes())
        .isEqualTo(TestForms.ADMISSION.find("abuse").orElseThrow().classes());
  }
}
