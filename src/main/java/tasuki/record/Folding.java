package tasuki.record;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Brings words to one width, one kana and one case, so that what sounds alike is found alike. */
final class Folding {

  /** Letters of names that NFKC leaves apart. */
  private static final Map<Integer, Integer> OLD =
      Map.of(0x9AD9, 0x9AD8, 0xFA11, 0x5D0E, 0x6FF5, 0x6D5C, 0x5D8B, 0x5CF6, 0x6A9C, 0x6867);

  private Folding() {}

  /** The text as it is compared. */
  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(letter -> append(folded, letter));
    return folded.toString().replaceAll("\\s+", " ").strip();
  }

  private static void append(StringBuilder folded, int letter) {
    if (letter >= 0x30A1 && letter <= 0x30F6) {
      folded.appendCodePoint(letter - 0x60);
    } else if (letter >= 0xC0 && letter <= 0x24F) {
      // é becomes e; the marks of kana, which tell が from か, are not touched.
      Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
          .codePoints()
          .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
          .forEach(folded::appendCodePoint);
    } else if ("‐‑–—―−ｰ".indexOf(letter) >= 0) {
      folded.append('-');
    } else {
      folded.appendCodePoint(OLD.getOrDefault(letter, letter));
    }
  }

  /** Patterns of {@code like}, one for each word of what was asked for. */
  static List<String> patterns(String asked) {
    String folded = fold(asked);
    Stream<String> words = folded.isEmpty() ? Stream.empty() : Arrays.stream(folded.split(" "));
    return words
        .map(word -> word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
        .map(word -> "%" + word + "%")
        .distinct()
        .limit(8)
        .toList();
  }
}
