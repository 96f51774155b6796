package tasuki.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps what was printed; its last line tells the counts. */
final class LastLine extends ByteArrayOutputStream {

  String all() {
    return toString(StandardCharsets.UTF_8);
  }

  String last() {
    return all().lines().reduce("", (_, line) -> line);
  }
}
