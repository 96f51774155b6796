package tasuki.programme.reading;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of cells in one spelling. */
final class Plain {

  /** Marks of categories and of sources of money: NFKC would make mere digits of them. */
  static final String CIRCLED = "[①-⑳㉑-㉟㊱-㊿]";

  private static final Pattern KEPT = Pattern.compile(CIRCLED + "+");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern BREAK =
      Pattern.compile(
          "(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])[ \\t\\u3000]*\\R[ \\t\\u3000]*"
              + "(?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])");
  private static final Pattern PRINTED_SPACES = Pattern.compile("[\\s\\u3000]+");

  private Plain() {}

  /** A text in one width, without spaces around; circled numbers stay what they are. */
  static String of(String text) {
    if (isPlain(text)) {
      return text.strip();
    }
    StringBuilder plain = new StringBuilder();
    Matcher kept = KEPT.matcher(text);
    int from = 0;
    while (kept.find()) {
      plain.append(nfkc(text.substring(from, kept.start()))).append(kept.group());
      from = kept.end();
    }
    return plain.append(nfkc(text.substring(from))).toString().strip();
  }

  /** Whether a text is of letters alone that have one spelling only: most cells are. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean plain =
          letter < 0x7F
              || (letter >= '①' && letter <= '⑳')
              || (letter >= '、' && letter <= '。')
              || (letter >= 'ぁ' && letter <= 'ゖ')
              || (letter >= 'ァ' && letter <= 'ー')
              || (letter >= 0x4E00 && letter <= 0x9FFF);
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasSpace(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) == '\u3000') {
        return true;
      }
    }
    return false;
  }

  static boolean isCircled(char letter) {
    return (letter >= '①' && letter <= '⑳')
        || (letter >= '㉑' && letter <= '㉟')
        || (letter >= '㊱' && letter <= '㊿');
  }

  private static String nfkc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** By which two texts are the same although their lines break elsewhere. */
  static String key(String text) {
    String plain = of(text);
    return hasSpace(plain) ? SPACES.matcher(plain).replaceAll("") : plain;
  }

  /**
   * A text as printed, on one line: a line broken inside a Japanese word is joined, any other break
   * is a space.
   */
  static String shown(String text) {
    if (!hasSpace(text)) {
      return text;
    }
    String joined = text.indexOf('\n') < 0 ? text : BREAK.matcher(text).replaceAll("");
    return PRINTED_SPACES.matcher(joined).replaceAll(" ").strip();
  }
}
