package tasuki.programme.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells headings by their marks. */
final class Headings {

  private static final int LONGEST = 80;
  private static final String DIGITS = "[0-9０-９]{1,2}";
  private static final String GAP = "[\\s\\u3000.．、:：]";

  private static final Pattern MARK =
      Pattern.compile(
          "(?:(?<circled>"
              + Plain.CIRCLED
              + "(?:\\s*[-－−‐–]\\s*"
              + DIGITS
              + ")?)"
              + "|(?<bracketed>[(（]"
              + DIGITS
              + "[)）]|[⑴-⒇])"
              + "|[(（](?<inner>[ア-ンｱ-ﾝ])[)）]|(?<kana>[ア-ンｱ-ﾝ㋐-㋾])(?="
              + GAP
              + ")"
              + "|(?<part>第\\s*"
              + DIGITS
              + "|[Ⅰ-Ⅻ])|(?<number>"
              + DIGITS
              + "(?:[-－−‐–]"
              + DIGITS
              + ")?)(?="
              + GAP
              + "))"
              + GAP
              + "*");

  private static final Pattern INNER = Pattern.compile("[(（][ア-ンｱ-ﾝ][)）]");

  private Headings() {}

  /**
   * The headings a text consists of, the upper first: 「(1)退院支援(ア)多職種連携」 is two. Empty when it
   * begins with no mark or is a sentence.
   */
  static List<Heading> read(String printed) {
    String text = Plain.shown(printed);
    Matcher mark = MARK.matcher(text);
    if (text.endsWith("。") || text.length() > LONGEST || !mark.lookingAt()) {
      return List.of();
    }
    String name = text.substring(mark.end());
    if (Plain.of(name).isEmpty()) {
      return List.of();
    }
    Heading.Level level = level(mark);
    Matcher inner = INNER.matcher(name);
    if (level == Heading.Level.BRACKETED && inner.find() && inner.start() > 0) {
      List<Heading> both = new ArrayList<>();
      both.add(new Heading(level, markOf(mark), name.substring(0, inner.start()).strip()));
      both.addAll(read(name.substring(inner.start())));
      return both;
    }
    return List.of(new Heading(level, markOf(mark), name.strip()));
  }

  /** The mark a text begins with, in one spelling; empty where it has none. */
  static String markOf(String printed) {
    Matcher mark = MARK.matcher(Plain.shown(printed) + " ");
    return mark.lookingAt() ? markOf(mark) : "";
  }

  private static String markOf(Matcher mark) {
    String written = mark.group("inner") == null ? mark.group() : mark.group("inner");
    return Plain.key(written).replaceAll("[.、:]+$", "").replaceAll("[−‐–]", "-");
  }

  private static Heading.Level level(Matcher mark) {
    if (mark.group("circled") != null) {
      return Heading.Level.CIRCLED;
    }
    if (mark.group("bracketed") != null) {
      return Heading.Level.BRACKETED;
    }
    if (mark.group("part") != null) {
      return Heading.Level.PART;
    }
    return mark.group("number") != null ? Heading.Level.NUMBER : Heading.Level.KANA;
  }

  /** The path of headings below which the next programme stands. */
  static List<Heading> below(List<Heading> path, List<Heading> headings) {
    List<Heading> next = new ArrayList<>(path);
    for (Heading heading : headings) {
      int place = 0;
      while (place < next.size() && next.get(place).level() != heading.level()) {
        place++;
      }
      boolean repeated = place < next.size() && next.get(place).isSame(heading);
      Heading kept = repeated ? next.get(place) : heading;
      next.subList(place, next.size()).clear();
      next.add(kept);
    }
    return List.copyOf(next);
  }

  /** Whether every bracket of a text has its other half. */
  static boolean hasLooseBracket(String printed) {
    String plain = Plain.of(printed);
    int open = 0;
    for (int i = 0; i < plain.length(); i++) {
      open += plain.charAt(i) == '(' ? 1 : plain.charAt(i) == ')' ? -1 : 0;
      if (open < 0) {
        return true;
      }
    }
    return open != 0;
  }
}
