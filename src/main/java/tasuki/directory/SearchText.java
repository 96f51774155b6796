package tasuki.directory;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings names to one spelling for searching, so that 髙橋 finds 高橋 and ﾀｶﾊｼ what たかはし finds. */
public final class SearchText {

  /** Letters that are written in an old and a new form, as pairs. */
  private static final String OLD_AND_NEW =
      "髙高﨑崎碕崎嵜崎邊辺邉辺齋斎齊斉澤沢濱浜濵浜廣広國国嶋島嶌島眞真德徳惠恵髮髪桒桑槗橋曻昇會会學学壽寿龍竜瀧滝醫医藥薬榮栄總総縣県區区靜静淺浅黑黒櫻桜";

  private static final String KANJI_DIGITS = "〇一二三四五六七八九";

  /** A number in kanji is one only before a word that counts: 三丁目, but not 三鷹. */
  private static final Pattern COUNTED = Pattern.compile("([一二三四五六七八九十]+)(丁目|番|号|条|線)");

  private static final Pattern BETWEEN =
      Pattern.compile("(?<=[0-9])(?:丁目|番地の|番地|番の|番|号|の|ノ|[-‐‑–—―−ー－])(?=[0-9])");

  private static final Pattern LAST = Pattern.compile("(?<=[0-9])(?:番地|番|号)(?![0-9])");

  private SearchText() {}

  /** The text in one spelling, its words parted by one space. */
  public static String normalised(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .map(SearchText::oneForm)
        .forEach(letter -> append(plain, letter));
    return plain.toString().strip();
  }

  private static void append(StringBuilder plain, int letter) {
    if (Character.isWhitespace(letter)) {
      if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    } else if (Character.isLetterOrDigit(letter)) {
      plain.appendCodePoint(letter);
    }
    // Hyphens, dots and long dashes are typed or left out at will, so they do not count.
  }

  private static int oneForm(int letter) {
    if (letter >= 0x3041 && letter <= 0x3096) {
      return letter + 0x60;
    }
    if (letter == 'ー') {
      return '-';
    }
    int at = OLD_AND_NEW.indexOf(letter);
    return at >= 0 && at % 2 == 0 ? OLD_AND_NEW.charAt(at + 1) : letter;
  }

  /** The words of a query, each in one spelling. */
  public static List<String> words(String query) {
    String plain = normalised(query);
    return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
  }

  /** The whole text in one spelling, without the spaces in it: a name is one word. */
  public static String plain(String text) {
    return normalised(text).replace(" ", "");
  }

  /**
   * An address with its numbers written one way, so that 2-1-38, ２丁目１番３８号 and 二丁目１番地３８ are one.
   * What stands between two numbers of it becomes a hyphen.
   */
  public static String numbered(String address) {
    String text = Normalizer.normalize(address, Normalizer.Form.NFKC);
    Matcher counted = COUNTED.matcher(text);
    text = counted.replaceAll(found -> kanjiNumber(found.group(1)) + found.group(2));
    return LAST.matcher(BETWEEN.matcher(text).replaceAll("-")).replaceAll("");
  }

  private static int kanjiNumber(String kanji) {
    int sum = 0;
    int digit = 0;
    for (char letter : kanji.toCharArray()) {
      if (letter == '十') {
        sum += 10 * Math.max(1, digit);
        digit = 0;
      } else {
        digit = KANJI_DIGITS.indexOf(letter);
      }
    }
    return sum + digit;
  }
}
