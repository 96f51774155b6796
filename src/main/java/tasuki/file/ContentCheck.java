package tasuki.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a file is while its bytes pass by. Names and headers sent with it are not asked.
 * What a compressed part of a PDF hides is not found here: hence no PDF is ever opened on a page.
 */
final class ContentCheck {

  private static final int LONGEST_START = 32;
  private static final int OVERLAP = 64;
  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

  /** Programs, starting other programs, and files within the file. */
  private static final Pattern DANGEROUS =
      Pattern.compile("/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia)(?![A-Za-z0-9])");

  /** A name may spell any letter as a number sign with two digits (ISO 32000-1, 7.3.5). */
  private static final Pattern SPELLED = Pattern.compile("#([0-9A-Fa-f]{2})");

  private final byte[] start = new byte[LONGEST_START];
  private int started;
  private String tail = "";
  private boolean dangerous;
  private @Nullable FileType type;

  void pass(byte[] bytes, int length) {
    if (started < LONGEST_START) {
      int taken = Math.min(length, LONGEST_START - started);
      System.arraycopy(bytes, 0, start, started, taken);
      started += taken;
      type = recognise(Arrays.copyOf(start, started));
    }
    if (type == FileType.PDF && !dangerous) {
      search(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    }
  }

  Optional<FileType> type() {
    return Optional.ofNullable(type);
  }

  boolean isDangerous() {
    return dangerous;
  }

  private void search(String next) {
    String window = tail + next;
    String plain =
        SPELLED
            .matcher(window)
            .replaceAll(
                found ->
                    java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    dangerous = DANGEROUS.matcher(plain).find();
    tail = window.substring(Math.max(0, window.length() - OVERLAP));
  }

  private static @Nullable FileType recognise(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00FF\u00D8\u00FF")) {
      return FileType.JPEG;
    }
    if (text.startsWith("\u0089PNG\r\n\u001A\n") && text.startsWith("IHDR", 12)) {
      return FileType.PNG;
    }
    if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
      return FileType.WEBP;
    }
    if (text.startsWith("ftyp", 4)
        && text.length() >= 12
        && HEIC_BRANDS.contains(text.substring(8, 12))) {
      return FileType.HEIC;
    }
    return text.startsWith("%PDF-") ? FileType.PDF : null;
  }
}
