package tasuki.directory.listing;

/** The last (or first) digit of official numbers, by which slips of the hand are noticed. */
final class CheckDigits {

  private CheckDigits() {}

  /**
   * Whether an institution code of seven digits is sound. Some prefectures compute the digit over
   * the code alone, others over prefecture, fee table (1) and code; both are in use.
   */
  static boolean isInstitution(String prefecture, String code) {
    return isLuhn(code) || isLuhn(prefecture + "1" + code);
  }

  /** Modulus 10 with weights 2 and 1 from the right, the digits of each product summed. */
  private static boolean isLuhn(String digits) {
    int sum = 0;
    for (int at = digits.length() - 2, weight = 2; at >= 0; at--, weight = 3 - weight) {
      int product = (digits.charAt(at) - '0') * weight;
      sum += product / 10 + product % 10;
    }
    return (10 - sum % 10) % 10 == digits.charAt(digits.length() - 1) - '0';
  }

  /** Whether a corporate number (法人番号) of 13 digits is sound: its first digit is the check. */
  static boolean isCorporateNumber(String digits) {
    int sum = 0;
    for (int place = 1; place <= 12; place++) {
      sum += (digits.charAt(13 - place) - '0') * (place % 2 == 1 ? 1 : 2);
    }
    return 9 - sum % 9 == digits.charAt(0) - '0';
  }
}
