package tasuki.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tasuki.web.Form;

/** Options as people type them: one a line, in Japanese and behind a bar in English. */
public final class OptionLines {

  private static final int LONGEST = 100;
  private static final int MOST_LETTERS = 2_000;

  private OptionLines() {}

  /** The lines of these options. */
  public static String of(List<FormOption> options) {
    return options.stream()
        .map(option -> option.label().ja() + " | " + option.label().en())
        .collect(Collectors.joining("\n"));
  }

  /** The options that were typed; each has its Japanese word as its code. */
  public static List<FormOption> read(Form form, String field) {
    List<FormOption> options = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (String line : form.optional(field, MOST_LETTERS).orElse("").split("\n")) {
      String[] parts = line.split("[||]", 2);
      String ja = parts[0].strip();
      if (ja.isEmpty()) {
        continue;
      }
      if (ja.length() > LONGEST || !seen.add(ja)) {
        form.reject(field, "form.question.options.twice", LONGEST);
      }
      String en = parts.length == 1 || parts[1].isBlank() ? ja : parts[1].strip();
      options.add(new FormOption(ja, new Words(ja, en)));
    }
    return options;
  }

  /** Notes an error where there are too few or too many. */
  public static void count(Form form, String field, List<FormOption> options, int least, int most) {
    if (options.size() < least || options.size() > most) {
      form.reject(field, "form.question.options.count", least, most);
    }
  }
}
