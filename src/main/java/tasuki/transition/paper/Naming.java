package tasuki.transition.paper;

import java.util.Optional;
import tasuki.form.FormValues;

/** How the person is named on a sheet that may lie about in the wrong office. */
public enum Naming {
  /** As it is. */
  FULL,
  /** イニシャル: M.H. of ミホン ハナコ, from the reading. */
  INITIALS,
  /** Family name alone, the given name blacked out: 見本 ●●. */
  MASKED;

  private static final String NAME = "name";
  private static final String KANA = "kana";
  private static final String VOWELS = "アイウエオ";

  /** The answers with the person named in this way. */
  FormValues apply(FormValues values) {
    Optional<String> name = values.first(NAME);
    Optional<String> kana = values.first(KANA);
    return switch (this) {
      case FULL -> values;
      case MASKED -> {
        FormValues masked = values;
        if (name.isPresent()) {
          masked = masked.with(NAME, masked(name.get()));
        }
        yield kana.isPresent() ? masked.with(KANA, masked(kana.get())) : masked;
      }
      case INITIALS ->
          values
              .with(NAME, kana.map(Naming::initials).orElse("●●"))
              .with(KANA, java.util.List.of());
    };
  }

  static String masked(String name) {
    String[] parts = name.strip().split("[\\s　]+", 2);
    return parts.length == 2 ? parts[0] + " ●●" : "●●";
  }

  /** The first letters of family and given name in the Hepburn spelling. */
  static String initials(String kana) {
    StringBuilder initials = new StringBuilder();
    for (String part : kana.strip().split("[\\s　]+")) {
      if (!part.isEmpty()) {
        initials.append(letter(part)).append('.');
      }
    }
    return initials.isEmpty() ? "●●" : initials.toString();
  }

  private static char letter(String part) {
    char first = part.charAt(0);
    char small = part.length() > 1 ? part.charAt(1) : ' ';
    int vowel = VOWELS.indexOf(first);
    if (vowel >= 0) {
      return "AIUEO".charAt(vowel);
    }
    if (first == 'チ' || first == 'ジ' || first == 'ヂ') {
      return first == 'チ' ? 'C' : 'J';
    }
    if (first == 'フ') {
      return 'F';
    }
    if (first == 'ヴ' || small == 'ゥ') {
      return 'V';
    }
    String rows = "カクケコキKガギグゲゴGサシスセソSザズゼゾZタツテトTダヅデドDナニヌネノNハヒヘホHバビブベボB";
    String more = "パピプペポPマミムメモMヤユヨYラリルレロRワヲWンN";
    return row(rows + more, first);
  }

  private static char row(String table, char kana) {
    int at = table.indexOf(kana);
    while (at >= 0 && at < table.length()) {
      char letter = table.charAt(at);
      if (letter < 0x80) {
        return letter;
      }
      at++;
    }
    return '●';
  }
}
