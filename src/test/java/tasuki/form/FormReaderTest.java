package tasuki.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class FormReaderTest {

  @BeforeAll
  @BeforeContainer
  static void inJapanese() {
    LocaleContextHolder.setDefaultLocale(Locale.JAPANESE);
  }

  private static FormReading admission(String... namesAndValues) {
    LinkedMultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      typed.add("i-" + namesAndValues[at], namesAndValues[at + 1]);
    }
    return TestForms.READER.draft(TestForms.ADMISSION, typed);
  }

  private static String read(String item, String typed) {
    FormReading reading = admission(item, typed);
    assertThat(reading.errors()).as(item + " " + typed).isEmpty();
    return reading.values().first(item).orElseThrow();
  }

  private static void refused(String item, String typed, String words) {
    FormReading reading = admission(item, typed);
    assertThat(reading.error("i-" + item).orElse("")).as(item + " " + typed).contains(words);
    assertThat(reading.values().first(item)).as("what was typed stays").contains(typed);
  }

  @Test
  void what_people_type_is_understood() {
    for (String day : new String[] {"R8.11.24", "令和8年11月24日", "20261124", "２０２６/１１/２４"}) {
      assertThat(read("admitted-on", day)).isEqualTo("2026-11-24");
    }
    assertThat(read("breakfast", "７時半".replace("半", "30分"))).isEqualTo("07:30");
    assertThat(read("breakfast", "730")).isEqualTo("07:30");
    assertThat(read("lunch", "12時")).isEqualTo("12:00");
    assertThat(read("age", "８８")).isEqualTo("88");
    assertThat(read("sake", "１.５")).isEqualTo("1.5");
    assertThat(read("kana", "ﾐﾎﾝ はなこ")).isEqualTo("ミホン ハナコ");
    assertThat(read("office-telephone", "０３ー１２３４ー５６７８")).isEqualTo("03-1234-5678");
    assertThat(read("name", "  架空\t花子 ")).isEqualTo("架空 花子");
    assertThat(read("life", "一行目\r\n二行目")).isEqualTo("一行目\n二行目");
  }

  @Test
  void what_cannot_be_read_is_said_at_the_field_with_its_name_and_stays_as_typed() {
    refused("admitted-on", "R8.13.45", "この日付はありません");
    assertThat(admission("admitted-on", "R8.13.45").errors().getFirst().message())
        .startsWith("入院日:");
    refused("breakfast", "朝いちばん", "時刻として読み取れません");
    refused("breakfast", "25:00", "時刻として読み取れません");
    refused("age", "八十", "数字を入力してください");
    refused("kana", "花子", "カタカナ");
    refused("office-telephone", "いつもの番号", "電話番号として読み取れません");
    refused("name", "長".repeat(61), "60文字以内");
    refused("life", "長".repeat(801), "800文字以内");
    assertThat(admission("sex", "X").error("i-sex").orElse("")).contains("選んでください");
    assertThat(admission("mental", "00", "mental", "03").error("i-mental").orElse(""))
        .contains("「なし」");
  }

  @Test
  void a_draft_may_be_empty_and_a_sent_form_may_not() {
    assertThat(admission().errors()).isEmpty();
    assertThat(TestForms.READER.complete(TestForms.ADMISSION, FormValues.EMPTY).errors())
        .extracting(problem -> problem.field())
        .containsExactly(
            "i-filled-on",
            "i-admitted-on",
            "i-given-on",
            "i-hospital",
            "i-office",
            "i-care-manager",
            "i-office-telephone",
            "i-name",
            "i-kana",
            "i-sex",
            "i-birth",
            "i-certification");
  }

  @Test
  void what_explains_an_option_that_is_not_chosen_is_not_sent() {
    FormValues draft =
        FormValues.EMPTY.with("abuse", "0").with("abuse-what", "前に書いた内容").with("smoking", "1");
    FormValues sent = TestForms.READER.complete(TestForms.ADMISSION, draft).values();
    assertThat(sent.items()).containsExactly("abuse", "smoking");
  }

  @Provide
  Arbitrary<MultiValueMap<String, String>> anything() {
    List<FormItem> items =
        Stream.of(TestForms.ADMISSION, TestForms.DISCHARGE).flatMap(FormDefinition::items).toList();
    Arbitrary<String> text =
        Arbitraries.oneOf(
            Arbitraries.strings().all().ofMaxLength(40),
            Arbitraries.strings().withChars("0123456789RHS.-/年月日:時分０１２").ofMaxLength(12),
            Arbitraries.strings().withChars("あアｱ漢﨑髙\uD800\u0000\n\t ").ofMaxLength(12),
            Arbitraries.strings().withChars('長').ofLength(25_000),
            Arbitraries.of("0", "1", "00", "01", "99", "21", "true", ""));
    Arbitrary<String> name = Arbitraries.of(items).map(FormReader::field);
    return Combinators.combine(name, text.list().ofMaxSize(3))
        .as(Map::entry)
        .list()
        .ofMaxSize(12)
        .map(
            entries -> {
              MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
              entries.forEach(
                  entry -> typed.put(entry.getKey(), new ArrayList<>(entry.getValue())));
              return typed;
            });
  }

  @Property(tries = 200)
  void whatever_is_typed_becomes_an_answer_or_an_error_and_can_be_stored(
      @ForAll("anything") MultiValueMap<String, String> typed) {
    for (FormDefinition form : List.of(TestForms.ADMISSION, TestForms.DISCHARGE)) {
      FormReading reading = TestForms.READER.draft(form, typed);
      assertThat(FormValues.fromJson(reading.values().json())).isEqualTo(reading.values());
      assertThat(reading.values().json()).doesNotContain("\\u0000");
      for (FormItem item : form.items().toList()) {
        boolean said =
            typed.getOrDefault(FormReader.field(item), List.of()).stream()
                .anyMatch(one -> one.codePoints().anyMatch(Character::isLetterOrDigit));
        if (said && reading.error(FormReader.field(item)).isEmpty()) {
          assertThat(reading.values().all(item.id())).as(item.id()).isNotEmpty();
        }
      }
    }
  }

  @Property(tries = 100)
  void an_answer_read_once_reads_the_same_again(
      @ForAll("anything") MultiValueMap<String, String> typed) {
    FormDefinition form = TestForms.ADMISSION;
    FormReading first = TestForms.READER.draft(form, typed);
    MultiValueMap<String, String> again = new LinkedMultiValueMap<>();
    first.values().items().forEach(item -> again.put("i-" + item, first.values().all(item)));
    FormReading second = TestForms.READER.draft(form, again);
    assertThat(second.values()).isEqualTo(first.values());
    assertThat(second.errors())
        .filteredOn(error -> !form.find(error.field().substring(2)).orElseThrow().kind().chosen())
        .isEqualTo(
            first.errors().stream()
                .filter(
                    error -> !form.find(error.field().substring(2)).orElseThrow().kind().chosen())
                .toList());
  }

  @Test
  void every_item_of_both_forms_can_be_answered_sent_stored_and_read() {
    for (FormDefinition form : List.of(TestForms.ADMISSION, TestForms.DISCHARGE)) {
      Map<String, List<String>> answers = new LinkedHashMap<>();
      form.items().forEach(item -> answers.put(item.id(), List.of(answer(form, item))));
      FormValues values = FormValues.of(answers);
      for (FormItem item : form.items().toList()) {
        FormValues alone = answered(form, item, values);
        FormReading reading = TestForms.READER.complete(form, alone);
        assertThat(reading.error(FormReader.field(item))).as(item.id()).isEmpty();
        assertThat(reading.values().all(item.id())).as(item.id()).isEqualTo(alone.all(item.id()));
        assertThat(FormValues.fromJson(reading.values().json())).isEqualTo(reading.values());
      }
      FormValues together = FormValues.EMPTY;
      for (FormValues part : values.byClass(form).values()) {
        together = together.and(FormValues.fromJson(part.json()));
      }
      assertThat(together).isEqualTo(values);
    }
  }

  /** The item answered, and whatever must be answered for it to be asked. */
  private static FormValues answered(FormDefinition form, FormItem item, FormValues values) {
    FormValues answers = FormValues.EMPTY.with(item.id(), values.all(item.id()));
    When when = item.when();
    while (when != null) {
      answers = answers.with(when.item(), when.codes().getFirst());
      when = form.find(when.item()).orElseThrow().when();
    }
    return answers;
  }

  private static String answer(FormDefinition form, FormItem item) {
    return switch (item.kind()) {
      case TEXT ->
          switch (item.format()) {
            case ANY -> "文".repeat(item.limit());
            case KANA -> "カナ";
            case TELEPHONE -> "000-0000-0000";
          };
      case LONG_TEXT -> "文".repeat(item.limit());
      case DATE -> "2026-11-24";
      case TIME -> "07:30";
      case NUMBER -> "12.5";
      case CHOICE, CHOICES -> item.options().getLast().code();
    };
  }
}
