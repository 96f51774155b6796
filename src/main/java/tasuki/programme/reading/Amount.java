package tasuki.programme.reading;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a cell of money says. */
sealed interface Amount {

  /** An amount in yen. */
  record Yen(long yen) implements Amount {}

  /** Nothing is written, or a dash that says so. */
  record Nothing() implements Amount {}

  /** Something is written that is no certain amount. */
  record Unreadable(Reason reason) implements Amount {}

  /** More than any prefecture's budget; sums of many such amounts still fit. */
  BigInteger MOST = BigInteger.valueOf(10_000_000_000_000L);

  /** Longer than any amount with its unit. */
  int LONGEST = 60;

  Pattern NOTHING = Pattern.compile("[-‐‑–—―─ー−]{1,3}");

  Pattern NUMBER =
      Pattern.compile(
          "(?<minus>[▲△−‐–-]\\s*)?(?<bracket>\\(\\s*)?(?<yen>¥\\s*)?"
              + "(?<digits>\\d{1,3}(?:,\\d{3})+|\\d+)"
              + "\\s*(?<unit>"
              + Unit.WORDS
              + ")?(?<close>\\s*\\))?\\s*(?<after>"
              + Unit.WORDS
              + ")?");

  /** Whether a text in plain spelling is a number, of whatever unit. */
  static boolean isNumber(String plain) {
    return plain.length() < LONGEST && mayBegin(plain) && NUMBER.matcher(plain).matches();
  }

  private static boolean mayBegin(String plain) {
    return !plain.isEmpty() && "0123456789▲△−‐–-(¥".indexOf(plain.charAt(0)) >= 0;
  }

  /** Whether a text in plain spelling says that there is nothing. */
  static boolean isNothing(String plain) {
    return plain.isEmpty() || (plain.length() <= 3 && NOTHING.matcher(plain).matches());
  }

  /**
   * Reads an amount.
   *
   * @param plain the cell in plain spelling
   * @param unit of the column; null where it is not known
   */
  static Amount read(String plain, @Nullable Unit unit) {
    if (isNothing(plain)) {
      return new Nothing();
    }
    Matcher number = NUMBER.matcher(plain);
    if (plain.length() >= LONGEST || !number.matches() || hasLooseBracket(number)) {
      return new Unreadable(Reason.NOT_A_NUMBER);
    }
    Unit own = ownUnit(number);
    if (own != null && unit != null && own != unit) {
      return new Unreadable(Reason.UNIT_DIFFERS);
    }
    Unit meant = own == null ? unit : own;
    BigInteger digits = new BigInteger(number.group("digits").replace(",", ""));
    if (meant == null) {
      return new Unreadable(Reason.UNIT_UNKNOWN);
    }
    BigInteger yen = digits.multiply(BigInteger.valueOf(meant.yen()));
    if (yen.compareTo(MOST) > 0) {
      return new Unreadable(Reason.NOT_A_NUMBER);
    }
    boolean minus = number.group("minus") != null || number.group("bracket") != null;
    return new Yen(minus ? -yen.longValue() : yen.longValue());
  }

  /** An open bracket alone, or a minus before brackets that are a minus themselves. */
  private static boolean hasLooseBracket(Matcher number) {
    boolean open = number.group("bracket") != null;
    boolean closed = number.group("close") != null;
    return open != closed || (open && number.group("minus") != null);
  }

  private static @Nullable Unit ownUnit(Matcher number) {
    Unit before = number.group("yen") == null ? null : Unit.YEN;
    Unit behind = Unit.of(number.group("unit"));
    Unit after = Unit.of(number.group("after"));
    return before != null ? before : behind != null ? behind : after;
  }
}
