package tasuki.person;

import java.text.Normalizer;
import java.util.Optional;
import tasuki.web.Form;

/** Reads the exact look-up: a number with its insurer, or everything of a person. */
final class LookUpForm {

  private LookUpForm() {}

  /** The question, or nothing and errors at the fields. */
  static Optional<ExactQuery> read(Form form, Say say) {
    boolean byNumber =
        !form.value("insuredNumber").isBlank() || !form.value("insurerNumber").isBlank();
    boolean byPerson =
        !form.value("familyKana").isBlank()
            || !form.value("givenKana").isBlank()
            || !form.value("birth").isBlank();
    ExactQuery query = byNumber && !byPerson ? number(form) : person(form, say);
    return form.hasErrors() ? Optional.empty() : Optional.of(query);
  }

  private static ExactQuery number(Form form) {
    return new ExactQuery.ByNumber(form.text("insurerNumber", 20), form.text("insuredNumber", 20));
  }

  private static ExactQuery person(Form form, Say say) {
    String family = form.kana("familyKana", 60);
    String given = form.kana("givenKana", 60);
    var birth = say.pastDay(form, "birth");
    Sex sex = form.choice("sex", Sex.class).orElse(Sex.UNKNOWN);
    Optional<String> telephone = form.telephone("telephone");
    Optional<String> postcode = postcode(form);
    if (telephone.isEmpty() && postcode.isEmpty()) {
      form.reject("telephone", "person.error.one-of-two");
    }
    return new ExactQuery.ByPerson(
        family, given, birth, sex, telephone.orElse(null), postcode.orElse(null));
  }

  /** A postcode of seven digits, with or without its hyphen. */
  static Optional<String> postcode(Form form) {
    Optional<String> typed = form.optional("postcode", 20);
    Optional<String> digits =
        typed
            .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC))
            .map(text -> text.replaceAll("[〒\\s-]|[‐-―−ー]", ""))
            .filter(text -> text.matches("[0-9]{7}"))
            .map(text -> text.substring(0, 3) + "-" + text.substring(3));
    if (typed.isPresent() && digits.isEmpty()) {
      form.reject("postcode", "person.error.postcode");
    }
    return digits;
  }
}
