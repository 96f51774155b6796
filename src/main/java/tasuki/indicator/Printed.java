package tasuki.indicator;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads targets and actuals as plans print them: 「130,000人」, 「男性:68.0 女性:41.0」, 「全国平均値以上」,
 * 「4,982人(推計値)」. What cannot be told for certain is not read at all.
 */
public final class Printed {

  /** What is said of one series: its label (empty for the only one) and the rest. */
  public record Part(String label, String body) {}

  /** A target's aim and the unit it is counted in; null where none is written. */
  public record Wanted(Aim aim, @Nullable String unit) {}

  /** A value, its unit and what is said of its certainty. */
  public record Measured(BigDecimal value, @Nullable String unit, Actual.@Nullable Status status) {}

  private static final String NUMBER = "([-▲△]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)";
  private static final String UNIT = "([^\\d\\s,.()~]*?)";
  private static final Pattern BOUND =
      Pattern.compile(NUMBER + "\\s*" + UNIT + "\\s*(以上|以下|未満|超)?");
  private static final Pattern RANGE =
      Pattern.compile(NUMBER + "\\s*" + UNIT + "\\s*(?:~|から)\\s*" + NUMBER + "\\s*" + UNIT);
  private static final Pattern COMPARED =
      Pattern.compile(
          "([^\\s\\d]*(?:平均|中央))値?"
              + "(以上|以下|未満|超|を(?:上回る|超える|下回る))(?:(?:数値|値|水準)?を?(?:維持|目指す|とする))?");
  private static final Pattern MEASURED =
      Pattern.compile(NUMBER + "\\s*" + UNIT + "\\s*(?:\\((推計|速報|確定)値?\\))?");
  private static final Pattern LABELLED = Pattern.compile("(?:([^:]+):|([^\\d:]+))([-▲△]?\\d.*)");
  private static final Pattern NOTHING = Pattern.compile("[-‐‑–—―ー−]*");

  private Printed() {}

  /** Whether nothing is said: an empty cell or a dash. */
  public static boolean isNothing(String printed) {
    return NOTHING.matcher(plain(printed)).matches();
  }

  /** The series a text speaks of, in their order; empty where it cannot be told. */
  public static Optional<List<Part>> parts(String printed) {
    String text = plain(printed);
    if (COMPARED.matcher(text).matches()
        || BOUND.matcher(text).matches()
        || RANGE.matcher(text).matches()
        || MEASURED.matcher(text).matches()) {
      return Optional.of(List.of(new Part("", text)));
    }
    List<Part> parts = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    String pending = "";
    for (String token : text.split("[\\s、]+")) {
      Matcher labelled = LABELLED.matcher(token);
      boolean body = token.matches("[-▲△]?\\d.*") || COMPARED.matcher(token).matches();
      if (body && !pending.isEmpty()) {
        parts.add(new Part(pending, token));
        pending = "";
      } else if (!body && pending.isEmpty() && labelled.matches() && isBody(labelled.group(3))) {
        String label = labelled.group(1) == null ? labelled.group(2) : labelled.group(1);
        parts.add(new Part(label, labelled.group(3)));
      } else if (!body && pending.isEmpty()) {
        pending = token.endsWith(":") ? token.substring(0, token.length() - 1) : token;
      } else {
        return Optional.empty();
      }
    }
    boolean once = parts.stream().allMatch(part -> labels.add(part.label()));
    return parts.isEmpty() || !once || !pending.isEmpty() ? Optional.empty() : Optional.of(parts);
  }

  private static boolean isBody(String text) {
    return BOUND.matcher(text).matches()
        || RANGE.matcher(text).matches()
        || MEASURED.matcher(text).matches();
  }

  /**
   * What a target asks for; empty where that cannot be told.
   *
   * @param direction of the indicator, by which a number alone is understood
   */
  public static Optional<Wanted> wanted(String body, Direction direction) {
    String text = plain(body);
    Matcher compared = COMPARED.matcher(text);
    if (compared.matches()) {
      return Optional.of(
          new Wanted(new Aim.Compared(relation(compared.group(2)), compared.group(1)), null));
    }
    Matcher bound = BOUND.matcher(text);
    if (bound.matches()) {
      Relation relation = bound.group(3) == null ? direction.plain() : relation(bound.group(3));
      return Optional.of(
          new Wanted(new Aim.Bound(relation, number(bound.group(1))), unit(bound.group(2))));
    }
    Matcher range = RANGE.matcher(text);
    if (!range.matches() || number(range.group(1)).compareTo(number(range.group(3))) > 0) {
      return Optional.empty();
    }
    String unit = unit(range.group(4));
    String first = unit(range.group(2));
    return first != null && !first.equals(unit)
        ? Optional.empty()
        : Optional.of(
            new Wanted(new Aim.Range(number(range.group(1)), number(range.group(3))), unit));
  }

  /** An actual's value; empty where that cannot be told. */
  public static Optional<Measured> measured(String body) {
    Matcher measured = MEASURED.matcher(plain(body));
    if (!measured.matches()) {
      return Optional.empty();
    }
    Actual.Status status =
        switch (measured.group(3)) {
          case null -> null;
          case "推計" -> Actual.Status.ESTIMATE;
          case "速報" -> Actual.Status.PROVISIONAL;
          default -> Actual.Status.FINAL;
        };
    return Optional.of(new Measured(number(measured.group(1)), unit(measured.group(2)), status));
  }

  private static Relation relation(String word) {
    return switch (word) {
      case "以上" -> Relation.AT_LEAST;
      case "以下" -> Relation.AT_MOST;
      case "未満", "を下回る" -> Relation.BELOW;
      default -> Relation.ABOVE;
    };
  }

  private static BigDecimal number(String written) {
    return new BigDecimal(written.replace(",", "").replaceFirst("^[▲△]", "-"));
  }

  private static @Nullable String unit(String written) {
    return written.isEmpty() ? null : written;
  }

  /** One spelling of width and of the wave between two numbers. */
  private static String plain(String printed) {
    return Normalizer.normalize(printed, Normalizer.Form.NFKC).replaceAll("[〜～∼]", "~").strip();
  }
}
