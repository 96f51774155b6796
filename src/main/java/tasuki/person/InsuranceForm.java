package tasuki.person;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tasuki.web.Form;

/** Reads the numbers of an insurance card. */
final class InsuranceForm {

  private InsuranceForm() {}

  /** Digits and capital letters, as printed on the card; signs between them are dropped. */
  static String number(Form form, String field) {
    String typed = form.text(field, 30);
    String number =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\-‐−ー・]", "");
    if (!typed.isEmpty() && !number.matches("[0-9A-Z]{4,16}")) {
      form.reject(field, "person.error.number");
    }
    return number;
  }

  /** Tenths that the person pays, if known. */
  static @Nullable Integer share(Form form) {
    String typed = Normalizer.normalize(form.optional("share", 4).orElse(""), Normalizer.Form.NFKC);
    if (typed.isEmpty()) {
      return null;
    }
    if (!typed.matches("[0-3]")) {
      form.reject("share", "person.error.share");
      return null;
    }
    return Integer.valueOf(typed);
  }
}
