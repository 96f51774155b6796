package tasuki.identity;

import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time codes (RFC 6238): HMAC-SHA-1, 30 seconds, six digits, as every app reads. */
final class OneTimeCode {

  static final int STEP_SECONDS = 30;
  private static final int MODULUS = 1_000_000;

  private OneTimeCode() {}

  /** The number of the time step in which the instant lies. */
  static long stepAt(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), STEP_SECONDS);
  }

  /** The six digits of the step. */
  static String of(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(java.nio.ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = java.nio.ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
      return "%06d".formatted(number % MODULUS);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK knows HmacSHA1", impossible);
    }
  }
}
