package tasuki.directory;

/** Numbers written in kanji, as far as addresses count: 二十三, 一〇五, 百二. */
public final class KanjiNumber {

  private static final String DIGITS = "〇一二三四五六七八九";

  private KanjiNumber() {}

  /** The number; a row of digits (一〇五) is read digit by digit. */
  public static long of(String kanji) {
    long sum = 0;
    long digit = 0;
    boolean counted = false;
    for (int at = 0; at < kanji.length(); at++) {
      char letter = kanji.charAt(at);
      int value = DIGITS.indexOf(letter);
      if (value >= 0) {
        digit = Math.min(digit * 10 + value, 99_999_999);
        counted = true;
      } else {
        sum += (counted ? digit : 1) * (letter == '百' ? 100 : 10);
        digit = 0;
        counted = false;
      }
    }
    return sum + digit;
  }
}
