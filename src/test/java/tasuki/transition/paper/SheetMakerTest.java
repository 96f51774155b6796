package tasuki.transition.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tasuki.form.Audience;
import tasuki.form.FormDefinition;
import tasuki.form.FormDefinitions;
import tasuki.form.FormLayout;
import tasuki.form.FormValues;

class SheetMakerTest {

  private static final FormDefinition NATIONAL =
      new FormDefinitions()
          .inForce(FormDefinitions.ADMISSION_INFORMATION, LocalDate.of(2026, 11, 24));

  private static FormSheet sheet(FormDefinition form, Audience audience, boolean secret) {
    FormValues values = FormValues.EMPTY.with("address", "見本市").with("care-level", "22");
    return new SheetMaker().sheet(form, values, audience, secret, Locale.JAPANESE);
  }

  private static Stream<FormSheet.Row> rows(FormSheet sheet) {
    return sheet.parts().stream()
        .flatMap(part -> part.blocks().stream())
        .flatMap(block -> block.rows().stream());
  }

  private static List<String> labels(FormSheet sheet) {
    return rows(sheet).flatMap(row -> row.cells().stream()).map(FormSheet.Cell::label).toList();
  }

  private static FormSheet.Cell cell(FormSheet sheet, String label) {
    return rows(sheet)
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void every_item_of_both_forms_is_on_the_sheet_and_every_row_is_as_wide_as_the_paper() {
    for (FormDefinition form : new FormDefinitions().all()) {
      FormSheet sheet = sheet(form, Audience.PROFESSIONAL, false);
      assertThat(labels(sheet)).hasSize((int) form.items().count());
      rows(sheet)
          .forEach(
              row ->
                  assertThat(
                          row.cells().stream()
                                  .mapToInt(cell -> cell.labelSpan() + cell.span())
                                  .sum()
                              + (row.group() == null ? 0 : 4))
                      .isEqualTo(60));
    }
  }

  @Test
  void an_area_lays_the_form_out_by_its_definition_alone() {
    FormLayout layout =
        FormLayout.fromJson(
            """
            {"title": {"ja": "見本圏域 入院時情報連絡票", "en": "Mihon admission sheet"},
             "omit": ["services"],
             "sections": [{"id": "doctor", "ja": "主治医", "en": "Doctor"}],
             "labels": {"address": {"ja": "お住まい", "en": "Home"}},
             "extra": [{"section": "basics", "id": "x-key", "kind": "TEXT", "ja": "鍵の預け先",
               "en": "Who has the key", "limit": 40}]}
            """);
    FormSheet sheet = sheet(layout.apply(NATIONAL), Audience.PROFESSIONAL, false);
    assertThat(sheet.title()).isEqualTo("見本圏域 入院時情報連絡票");
    assertThat(sheet.parts().getFirst().heading()).contains("主治医");
    assertThat(sheet.parts()).noneMatch(part -> part.id().equals("services"));
    assertThat(labels(sheet)).contains("お住まい", "鍵の預け先").doesNotContain("住所");
  }

  @Test
  void an_area_chooses_paper_and_lines_and_a_fax_stays_on_a4() {
    FormDefinition laid =
        FormLayout.fromJson("{\"paper\": \"A3\", \"columns\": 1}").apply(NATIONAL);
    FormSheet sheet = sheet(laid, Audience.PROFESSIONAL, false);
    assertThat(sheet.large()).isTrue();
    assertThat(sheet.width()).isEqualTo(120);
    assertThat(rows(sheet)).allMatch(row -> row.cells().size() == 1);
    assertThat(labels(sheet)).isEqualTo(labels(sheet(NATIONAL, Audience.PROFESSIONAL, false)));
    assertThat(rows(sheet(NATIONAL, Audience.PROFESSIONAL, false)))
        .anyMatch(row -> row.cells().size() > 1);
    FormSheet fax = sheet(laid, Audience.FAX, false);
    assertThat(fax.large()).isFalse();
    assertThat(fax.width()).isEqualTo(60);
  }

  @Test
  void what_an_audience_does_not_get_is_said_to_be_left_out() {
    FormSheet fax = sheet(NATIONAL, Audience.FAX, false);
    assertThat(cell(fax, "介護力*").left()).isTrue();
    assertThat(cell(fax, "介護力*").boxes()).isEmpty();
    assertThat(cell(sheet(NATIONAL, Audience.PROFESSIONAL, false), "介護力*").left()).isFalse();
    FormSheet secret = sheet(NATIONAL, Audience.PROFESSIONAL, true);
    assertThat(cell(secret, "住所").left()).isTrue();
    assertThat(cell(secret, "住所").text()).isEmpty();
  }

  @Test
  void the_chosen_box_is_filled_and_the_others_stay_to_be_ticked_by_hand() {
    FormSheet.Cell level = cell(sheet(NATIONAL, Audience.PROFESSIONAL, false), "要介護度");
    assertThat(level.boxes())
        .filteredOn(FormSheet.Box::on)
        .extracting(FormSheet.Box::label)
        .containsExactly("要介護2");
    assertThat(level.boxes()).hasSize(9);
  }
}
