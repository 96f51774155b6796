package tasuki.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.util.LinkedMultiValueMap;

/** How an error tells in which field it stands. */
class FormNamesTest {
  private final StaticMessageSource words = new StaticMessageSource();
  private final Form form = new Form(new LinkedMultiValueMap<>(), words, "planning", "fund");

  @BeforeEach
  void speaks() {
    LocaleContextHolder.setLocale(Locale.JAPANESE);
    words.addMessage("web.form.named", Locale.JAPANESE, "{0}:{1}");
    words.addMessage("web.form.missing", Locale.JAPANESE, "入力してください");
    words.addMessage("fund.name", Locale.JAPANESE, "基金の名");
    words.addMessage("fund.purpose", Locale.JAPANESE, "目的");
    words.addMessage("planning.purpose", Locale.JAPANESE, "計画の目的");
    words.addMessage("fund.cost.item", Locale.JAPANESE, "費目");
  }

  @Test
  void the_room_names_a_field_that_the_part_of_it_does_not_name() {
    assertThat(said("name")).isEqualTo("基金の名:入力してください");
    assertThat(said("purpose")).isEqualTo("計画の目的:入力してください");
  }

  @Test
  void a_row_is_told_by_its_number_as_people_count() {
    assertThat(said("cost-item-0")).isEqualTo("費目 1:入力してください");
    assertThat(said("cost-item-11")).isEqualTo("費目 12:入力してください");
  }

  @Test
  void a_field_that_nobody_names_still_tells_its_error() {
    assertThat(said("unknown")).isEqualTo("入力してください");
    assertThat(said("unknown-3")).isEqualTo("入力してください");
  }

  private String said(String field) {
    form.reject(field, "web.form.missing");
    List<Form.Problem> problems = form.errors();
    return problems.getLast().message();
  }
}
