package tasuki.fund;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tasuki.programme.Figures;
import tasuki.web.Form;

/** Reads days, amounts and numbers from forms as officers type them; what is none is an error. */
public final class Typed {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,4})?");
  private static final int LONGEST = 24;

  private Typed() {}

  /** Yen, not less than none; empty where nothing or no amount was typed. */
  public static OptionalLong yen(Form form, String name) {
    String typed = form.optional(name, LONGEST).orElse("");
    if (typed.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong yen = Figures.read(typed);
    if (yen.isEmpty() || yen.getAsLong() < 0) {
      form.reject(name, "fund.yen.unreadable");
      return OptionalLong.empty();
    }
    return yen;
  }

  /** Yen, typed in thousands, not less than none; empty where nothing or no amount was typed. */
  public static OptionalLong thousands(Form form, String name) {
    String typed = form.optional(name, LONGEST).orElse("");
    if (typed.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong yen = Figures.readThousands(typed);
    if (yen.isEmpty() || yen.getAsLong() < 0) {
      form.reject(
          name, yen.isEmpty() ? "programme.thousands.unreadable" : "programme.refused.negative");
      return OptionalLong.empty();
    }
    return yen;
  }

  /** A number with up to four digits behind the point; empty where nothing or none was typed. */
  public static Optional<BigDecimal> number(Form form, String name) {
    String plain =
        Normalizer.normalize(form.optional(name, LONGEST).orElse(""), Normalizer.Form.NFKC)
            .replaceAll("[,、\\s]", "")
            .replaceAll("[−‐ー▲△]", "-");
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    if (!NUMBER.matcher(plain).matches()) {
      form.reject(name, "fund.number.unreadable");
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(plain));
  }
}
