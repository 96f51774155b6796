package tasuki.fund;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import tasuki.calendar.FiscalYear;
import tasuki.web.Phrases;

/**
 * What the fund pays for (事業区分).
 *
 * @param code by which it is known: I-1, I-2, II …
 * @param mark as lists print it: ①-1
 * @param national numerator of the part that the state pays
 * @param ofWhole its denominator
 * @param firstVintage the first fiscal year for which money was stored in it
 */
public record Category(
    String code,
    Branch branch,
    String mark,
    String name,
    String nameEnglish,
    int national,
    int ofWhole,
    FiscalYear firstVintage) {

  private static final long THOUSAND = 1_000;

  /**
   * The state's part of an amount of the fund, rounded down; the prefecture pays the rest. An
   * amount of full thousand yen, as lists are printed in, is parted in full thousands, so that the
   * printed parts make the printed sum; any other to the full yen.
   */
  public long nationalOf(long yen) {
    long unit = yen % THOUSAND == 0 ? THOUSAND : 1;
    return BigDecimal.valueOf(yen / unit)
        .multiply(BigDecimal.valueOf(national))
        .divide(BigDecimal.valueOf(ofWhole), 0, RoundingMode.DOWN)
        .multiply(BigDecimal.valueOf(unit))
        .longValueExact();
  }

  /** To be chosen by its code. */
  public Phrases.Choice choice(Locale locale) {
    return new Phrases.Choice(code, words(locale));
  }

  /** Its mark and its name in the reader's language. */
  public String words(Locale locale) {
    return mark + " " + (locale.getLanguage().equals("en") ? nameEnglish : name);
  }
}
