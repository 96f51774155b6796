package tasuki.file;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as they came from a stranger's computer, made harmless and truthful. */
final class FileNames {

  private static final int LONGEST = 100;

  /** Nothing that cannot be seen, and nothing that turns the reading direction of what follows. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

  /** Letters after the last dot promise a kind of file; digits, as in a date, promise nothing. */
  private static final Pattern ENDING = Pattern.compile("^(.*)\\.([A-Za-z]{2,5})$");

  private FileNames() {}

  /** The last step of the path, without what cannot be seen, at most a hundred characters long. */
  static String clean(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String seen = UNSEEN.matcher(Normalizer.normalize(last, Normalizer.Form.NFC)).replaceAll("");
    return seen.replaceAll("\\s+", " ").replaceAll("^[. ]+|[. ]+$", "");
  }

  /** Whether the name promises another kind of file than it is. Among pictures it may. */
  static boolean lies(String cleaned, FileType type) {
    Matcher ending = ENDING.matcher(cleaned);
    if (!ending.matches()) {
      return false;
    }
    Optional<FileType> promised = FileType.promisedBy(ending.group(2).toLowerCase(Locale.ROOT));
    return promised.isEmpty() || promised.get().isPicture() != type.isPicture();
  }

  /** The name with the ending of what the file is. */
  static String truthful(String cleaned, FileType type) {
    Matcher ending = ENDING.matcher(cleaned);
    String stem = ending.matches() ? ending.group(1) : cleaned;
    String shorter =
        stem.codePointCount(0, stem.length()) > LONGEST
            ? stem.substring(0, stem.offsetByCodePoints(0, LONGEST))
            : stem;
    return (shorter.isBlank() ? "file" : shorter) + "." + type.ending();
  }
}
