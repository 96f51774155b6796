package tasuki.practice;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.directory.SearchText;
import tasuki.web.Form;

/** Reads what is looked for from the address, and writes addresses that look for the same. */
final class Question {

  private static final List<String> NAMES =
      List.of("q", "problem", "instrument", "areaType", "prefecture", "least", "most", "measured");

  private static final int LONGEST = 200;
  private static final int MOST_WORDS = 12;
  private static final int MOST_PAGES = 10_000;
  private static final long THOUSAND = 1_000;

  private final Form form;

  Question(Form form) {
    this.form = form;
  }

  Wanted wanted() {
    List<String> words = SearchText.words(form.optional("q", LONGEST).orElse(""));
    return new Wanted(
        words.subList(0, Math.min(words.size(), MOST_WORDS)),
        problem(),
        form.optionalChoice("instrument", Instrument.class).orElse(null),
        form.optionalChoice("areaType", AreaType.class).orElse(null),
        prefecture(),
        yen("least"),
        yen("most"),
        form.flag("measured"));
  }

  private @Nullable String problem() {
    Optional<String> code = form.optional("problem", 40);
    if (code.isPresent() && Problem.ALL.stream().noneMatch(one -> one.code().equals(code.get()))) {
      form.reject("problem", "web.form.choose");
      return null;
    }
    return code.orElse(null);
  }

  private @Nullable String prefecture() {
    Optional<String> name = form.optional("prefecture", 10);
    if (name.isPresent() && !Prefectures.NAMES.contains(name.get())) {
      form.reject("prefecture", "web.form.choose");
      return null;
    }
    return name.orElse(null);
  }

  /** Typed in thousands, as lists print them. */
  private @Nullable Long yen(String name) {
    return number(form, name).map(thousands -> thousands * THOUSAND).orElse(null);
  }

  /**
   * A whole number that may be left out, with commas or in full width; anything else is an error.
   */
  static Optional<Long> number(Form form, String name) {
    Optional<String> typed =
        form.optional(name, 20)
            .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC).replace(",", ""));
    if (typed.isPresent() && !typed.get().matches("\\d{1,12}")) {
      form.reject(name, "practice.number.unreadable");
      return Optional.empty();
    }
    return typed.map(Long::valueOf);
  }

  /** The page asked for; the first where that is none. */
  int page() {
    String typed = form.value("page");
    int page = typed.matches("\\d{1,5}") ? Integer.parseInt(typed) : 1;
    return Math.clamp(page, 1, MOST_PAGES);
  }

  /** The same question, with one parameter more. */
  String address(String path, String more, Object value) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
    for (String name : NAMES) {
      if (!form.value(name).isBlank()) {
        values.add(name, form.value(name));
        address.queryParam(name, "{" + name + "}");
      }
    }
    address.queryParam(more, "{" + more + "}");
    values.add(more, value.toString());
    return address.encode().buildAndExpand(values.toSingleValueMap()).toUriString();
  }
}
