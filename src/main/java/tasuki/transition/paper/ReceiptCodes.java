package tasuki.transition.paper;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The code on a sheet: twelve letters that nobody guesses and one that tells a slip of the pen.
 * Letters that a fax makes alike (0 O Q D, 1 I, 2 Z, 5 S, 8 B, U V) stand for one another nowhere.
 */
final class ReceiptCodes {

  private static final String LETTERS = "34679ACEFGHJKLMNPRTUWXY";
  private static final int RANDOM = 12;
  private static final int BLOCK = 4;

  /** As many as there are letters, and a prime: one wrong or two swapped letters are found. */
  private static final int PRIME = 23;

  private static final SecureRandom SECURE = new SecureRandom();

  private ReceiptCodes() {}

  static String next() {
    StringBuilder code = new StringBuilder();
    for (int place = 0; place < RANDOM; place++) {
      code.append(LETTERS.charAt(SECURE.nextInt(LETTERS.length())));
    }
    return code.append(check(code)).toString();
  }

  private static char check(CharSequence letters) {
    int sum = 0;
    for (int place = 0; place < RANDOM; place++) {
      sum += (place + 1) * LETTERS.indexOf(letters.charAt(place));
    }
    return LETTERS.charAt(Math.floorMod(sum, PRIME));
  }

  /** As it is printed, in blocks of four. */
  static String blocks(String code) {
    StringBuilder text = new StringBuilder();
    for (int place = 0; place < code.length(); place++) {
      if (place > 0 && place % BLOCK == 0) {
        text.append('-');
      }
      text.append(code.charAt(place));
    }
    return text.toString();
  }

  /** What was typed, in any width, case and spacing; empty where it cannot be a code. */
  static Optional<String> read(String typed) {
    String plain =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\-‐‑‒–—―ー−]", "");
    boolean known =
        plain.length() == RANDOM + 1 && plain.chars().allMatch(one -> LETTERS.indexOf(one) >= 0);
    return known && plain.charAt(RANDOM) == check(plain) ? Optional.of(plain) : Optional.empty();
  }
}
