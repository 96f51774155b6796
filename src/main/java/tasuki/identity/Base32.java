package tasuki.identity;

import java.math.BigInteger;

/** The notation in which authenticator apps take a secret typed by hand (RFC 4648). */
final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  /** Encodes a number of bytes that is a multiple of five, so that no padding is needed. */
  static String encode(byte[] bytes) {
    if (bytes.length % 5 != 0) {
      throw new IllegalArgumentException("Only multiples of five bytes");
    }
    BigInteger number = new BigInteger(1, bytes);
    StringBuilder text = new StringBuilder();
    for (int at = bytes.length * 8 - 5; at >= 0; at -= 5) {
      text.append(ALPHABET.charAt(number.shiftRight(at).intValue() & 0x1f));
    }
    return text.toString();
  }
}
