package tasuki.programme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts as lists print them: planned in thousand yen, settled in yen. */
public final class Figures {

  public static final long THOUSAND = 1_000;

  private static final Pattern NUMBER = Pattern.compile("[-▲△]?\\d{1,15}");

  private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,12}(\\.\\d{1,3})?");

  private Figures() {}

  /** Yen with separators. */
  public static String yen(long yen) {
    return NumberFormat.getIntegerInstance(Locale.JAPAN).format(yen);
  }

  /** Thousands of yen with separators, with what is left over as a fraction. */
  public static String thousands(long yen) {
    NumberFormat format = NumberFormat.getInstance(Locale.JAPAN);
    format.setMaximumFractionDigits(3);
    return format.format(BigDecimal.valueOf(yen).movePointLeft(3));
  }

  /** How much more it is in thousands of yen, ▲ where it is less. */
  public static String difference(long yen) {
    return yen < 0 ? "▲" + thousands(-yen) : yen == 0 ? "0" : "+" + thousands(yen);
  }

  /** Thousands of yen as a cell: a whole number where it is one. */
  public static Number inThousands(long yen) {
    return yen % THOUSAND == 0
        ? Long.valueOf(yen / THOUSAND)
        : BigDecimal.valueOf(yen).movePointLeft(3);
  }

  /** A share as percent with one digit. */
  public static String percent(BigDecimal share) {
    return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  /**
   * Thousands of yen as people type them, with up to three digits behind the point.
   *
   * @return yen; empty where it is no such number
   */
  public static OptionalLong readThousands(@Nullable String typed) {
    String plain = plain(typed).replaceAll("[▲△]", "-");
    if (!THOUSANDS.matcher(plain).matches()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(new BigDecimal(plain).movePointRight(3).longValueExact());
  }

  /**
   * A whole number as people type it: in any width, with separators, ▲ for less than nothing.
   *
   * @return empty where it is none, or longer than money gets
   */
  public static OptionalLong read(@Nullable String typed) {
    String plain = plain(typed);
    return NUMBER.matcher(plain).matches()
        ? OptionalLong.of(Long.parseLong(plain.replaceAll("[▲△]", "-")))
        : OptionalLong.empty();
  }

  private static String plain(@Nullable String typed) {
    return Normalizer.normalize(Optional.ofNullable(typed).orElse(""), Normalizer.Form.NFKC)
        .replaceAll("[,、\\s]", "")
        .replaceAll("[−‐－ー]", "-");
  }
}
