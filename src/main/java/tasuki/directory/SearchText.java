package tasuki.directory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Brings names to one spelling for searching, so that 髙橋, 高橋 and ﾀｶﾊｼ find what たかはし finds, and
 * cuts them into pieces of one and two letters that an index can hold.
 */
final class SearchText {

  /** Letters that are written in an old and a new form, as pairs. */
  private static final String OLD_AND_NEW =
      "髙高﨑崎碕崎嵜崎邊辺邉辺齋斎齊斉澤沢濱浜濵浜廣広國国嶋島嶌島眞真德徳惠恵髮髪桒桑槗橋曻昇會会學学壽寿龍竜瀧滝醫医藥薬榮栄總総縣県區区靜静淺浅黑黒櫻桜";

  private SearchText() {}

  /** The text in one spelling, its words parted by one space. */
  static String normalised(String text) {
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
  static List<String> words(String query) {
    String plain = normalised(query);
    return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
  }

  /** Every piece of one and two letters of a text in one spelling. */
  static Set<String> pieces(String normalised) {
    Set<String> pieces = new LinkedHashSet<>();
    for (String word : normalised.split(" ")) {
      int[] letters = word.codePoints().toArray();
      for (int at = 0; at < letters.length; at++) {
        pieces.add(new String(letters, at, 1));
        if (at + 1 < letters.length) {
          pieces.add(new String(letters, at, 2));
        }
      }
    }
    return pieces;
  }

  /** The pieces that a text holds which holds the word: the longest ones suffice. */
  static List<String> piecesOf(String word) {
    int[] letters = word.codePoints().toArray();
    if (letters.length == 1) {
      return List.of(word);
    }
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at + 1 < letters.length; at++) {
      pieces.add(new String(letters, at, 2));
    }
    return pieces;
  }
}
