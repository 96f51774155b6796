package tasuki.register;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapaneseDates;

/**
 * How a register numbers its entries: text with {@code {n}} or {@code {n:3}} for the running number
 * and, if it begins anew each fiscal year, {@code {fy}} (2026) or {@code {era}} (R8).
 */
public record Numbering(String pattern) {

  private static final Pattern PART = Pattern.compile("\\{(n(?::([1-9]))?|fy|era)}");
  private static final int LONGEST = 40;

  /** The numbering, unless the text is none: it needs exactly one running number. */
  static Optional<Numbering> parse(String text) {
    Matcher parts = PART.matcher(text);
    long running = parts.results().filter(part -> part.group(1).startsWith("n")).count();
    boolean foreign = PART.matcher(text).replaceAll("").matches(".*[{}].*");
    return running == 1 && !foreign && text.length() <= LONGEST
        ? Optional.of(new Numbering(text))
        : Optional.empty();
  }

  /** Within what the running number counts: a fiscal year, or all time. */
  String period(LocalDate day) {
    return pattern.contains("{fy}") || pattern.contains("{era}")
        ? Integer.toString(FiscalYear.of(day).year())
        : "";
  }

  /** The number given on the day. */
  String number(int running, LocalDate day) {
    return PART.matcher(pattern)
        .replaceAll(part -> Matcher.quoteReplacement(said(part, running, day)));
  }

  private static String said(MatchResult part, int running, LocalDate day) {
    LocalDate april = FiscalYear.of(day).firstDay();
    return switch (part.group(1)) {
      case "fy" -> Integer.toString(april.getYear());
      case "era" -> JapaneseDates.compact(april).replaceAll("\\..*", "");
      default -> {
        String digits = part.group(2);
        yield digits == null ? Integer.toString(running) : ("%0" + digits + "d").formatted(running);
      }
    };
  }
}
