package tasuki.identity;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** An authenticator app that was given the letters shown on the page. */
final class TestAuthenticator {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private TestAuthenticator() {}

  static String codeOf(String letters) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int bits = 0;
    int held = 0;
    for (char letter : letters.replace(" ", "").toCharArray()) {
      bits = (bits << 5 | ALPHABET.indexOf(letter)) & 0xfff;
      held += 5;
      if (held >= 8) {
        held -= 8;
        bytes.write(bits >> held);
      }
    }
    return OneTimeCode.of(bytes.toByteArray(), OneTimeCode.stepAt(Instant.now()));
  }
}
