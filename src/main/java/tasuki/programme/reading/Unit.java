package tasuki.programme.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** In what the money of a column is printed. */
public enum Unit {
  YEN("円", 1),
  THOUSAND_YEN("千円", 1_000),
  MILLION_YEN("百万円", 1_000_000);

  /** The units as a pattern, the longest first. */
  static final String WORDS = "百万円|千円|円";

  private static final Pattern IN_HEADING =
      Pattern.compile("[(\\[【〔](?:単位[:;]?)?(" + WORDS + ")[)\\]】〕]|(百万円|千円)$");
  private static final Pattern IN_NOTE =
      Pattern.compile("単位[:;]?(" + WORDS + ")|^\\((" + WORDS + ")\\)$");

  private final String word;
  private final long yen;

  Unit(String word, long yen) {
    this.word = word;
    this.yen = yen;
  }

  /** The word as printed: 千円. */
  public String word() {
    return word;
  }

  /** How many yen one of it is. */
  public long yen() {
    return yen;
  }

  static @Nullable Unit of(@Nullable String word) {
    for (Unit unit : values()) {
      if (unit.word.equals(word)) {
        return unit;
      }
    }
    return null;
  }

  /** The unit a heading names: 「事業費(千円)」. */
  static @Nullable Unit inHeading(String heading) {
    return found(IN_HEADING.matcher(Plain.key(heading)));
  }

  /** The unit a note above the table names: 「(単位:千円)」. */
  static @Nullable Unit inNote(String note) {
    return found(IN_NOTE.matcher(Plain.key(note)));
  }

  private static @Nullable Unit found(Matcher matcher) {
    if (!matcher.find()) {
      return null;
    }
    return of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
  }
}
