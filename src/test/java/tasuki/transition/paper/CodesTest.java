package tasuki.transition.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {

  @Test
  void a_code_is_read_however_it_is_typed() {
    for (int number = 0; number < 200; number++) {
      String code = ReceiptCodes.next();
      String blocks = ReceiptCodes.blocks(code);
      assertThat(blocks).matches("\\w{4}-\\w{4}-\\w{4}-\\w");
      assertThat(ReceiptCodes.read(blocks)).contains(code);
      assertThat(ReceiptCodes.read(" " + blocks.toLowerCase(java.util.Locale.ROOT) + " "))
          .contains(code);
      assertThat(ReceiptCodes.read(wide(blocks.replace('-', 'ー')))).contains(code);
    }
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars()
        .forEach(one -> wide.append((char) (one > 0x20 && one < 0x7f ? one + 0xFEE0 : one)));
    return wide.toString();
  }

  @Test
  void one_wrong_letter_or_two_swapped_ones_are_noticed() {
    for (int number = 0; number < 50; number++) {
      String code = ReceiptCodes.next();
      for (int place = 0; place < code.length(); place++) {
        for (char letter : "34679ACEFGHJKLMNPRTUWXY".toCharArray()) {
          if (letter != code.charAt(place)) {
            String wrong = code.substring(0, place) + letter + code.substring(place + 1);
            assertThat(ReceiptCodes.read(wrong)).isEmpty();
          }
        }
        if (place + 1 < 12 && code.charAt(place) != code.charAt(place + 1)) {
          String swapped =
              code.substring(0, place)
                  + code.charAt(place + 1)
                  + code.charAt(place)
                  + code.substring(place + 2);
          assertThat(ReceiptCodes.read(swapped)).isEmpty();
        }
      }
    }
  }

  @Test
  void codes_do_not_repeat() {
    Set<String> codes = new HashSet<>();
    for (int number = 0; number < 5_000; number++) {
      codes.add(ReceiptCodes.next());
    }
    assertThat(codes).hasSize(5_000);
  }

  @ParameterizedTest
  @CsvSource({
    "ミホン ハナコ, M.H.",
    "チバ ジロウ, C.J.",
    "フジイ ヴァン, F.V.",
    "オオタ　ユウコ, O.Y.",
    "ワタナベ リン, W.R.",
    "パク ジウ, P.J.",
    "ン゛, N."
  })
  void initials_come_from_the_reading(String kana, String initials) {
    assertThat(Naming.initials(kana)).isEqualTo(initials);
  }

  @Test
  void a_masked_name_keeps_the_family_name_where_it_can_be_told() {
    assertThat(Naming.masked("見本 花子")).isEqualTo("見本 ●●");
    assertThat(Naming.masked("見本　花子")).isEqualTo("見本 ●●");
    assertThat(Naming.masked("見本花子")).isEqualTo("●●");
  }
}
