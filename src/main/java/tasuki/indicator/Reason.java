package tasuki.indicator;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Why something was judged as it was.
 *
 * @param key the sentence in this room's words, without {@code indicator.reason.}
 * @param arguments times, numbers and names that stand in it
 */
public record Reason(String key, List<Object> arguments) {

  static Reason of(String key, Object... arguments) {
    return new Reason(key, Arrays.asList(arguments));
  }

  /** The sentence. */
  public String said(Locale locale) {
    return Wording.of(
        "reason." + key,
        locale,
        arguments.stream().map(one -> said(one, locale)).toArray(String[]::new));
  }

  private static String said(Object argument, Locale locale) {
    return switch (argument) {
      case AsOf asOf -> asOf.label(locale);
      case BigDecimal number -> Numbers.said(number);
      case Reason inner -> inner.said(locale);
      case Enum<?> constant ->
          Wording.of(
              constant.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + constant,
              locale);
      default -> argument.toString();
    };
  }
}
