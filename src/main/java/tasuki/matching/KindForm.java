package tasuki.matching;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationKind;
import tasuki.form.FormOption;
import tasuki.form.OptionLines;
import tasuki.form.QuestionRow;
import tasuki.form.Words;
import tasuki.person.TeamRole;
import tasuki.web.Form;

/** Reads the settings of a kind of request as they are typed, and fills in those that stand. */
final class KindForm {

  private static final int LINE = 100;
  private static final int TEXT = 500;
  private static final int MOST_REASONS = 12;
  private static final int TEXT_OF_REASONS = 2_000;

  private final Form form;

  KindForm(Form form) {
    this.form = form;
  }

  static Set<OrganizationKind> kinds() {
    return EnumSet.complementOf(EnumSet.of(OrganizationKind.PERSON_AND_FAMILY));
  }

  /** Begins with what stands, or with a pattern. */
  void start(KindDefinition says, boolean ended) {
    form.start("nameJa", says.name().ja());
    form.start("nameEn", says.name().en());
    form.start("purposeJa", says.purpose().ja());
    form.start("purposeEn", says.purpose().en());
    form.start("aboutPerson", says.aboutPerson() ? "true" : "");
    form.startAll("askers", says.askers());
    form.startAll("whoIsAsked", says.asked());
    form.start("coordinated", says.coordinated() ? "true" : "");
    form.start("way", says.way());
    form.start("shortlist", says.shortlist());
    form.start("answerMinutes", says.answerMinutes());
    form.start("escalateHours", says.escalateHours());
    form.start("toPrefecture", says.toPrefecture() ? "true" : "");
    form.start("second", says.second());
    form.start("mainRole", says.mainRole());
    form.start("secondRole", says.secondRole());
    form.start("asksNeeds", says.asksNeeds() ? "true" : "");
    form.start("help", says.help());
    form.start("mostKm", says.mostKm());
    form.start("ended", ended ? "true" : "");
    form.start("reasons", OptionLines.of(says.reasons()));
    QuestionRow.startAll(form, says.questions());
  }

  /**
   * The settings as typed; empty where a field has an error.
   *
   * @param helps codes of the kinds of help for which room is said
   * @param before the reasons that stand: one that keeps its words keeps its code, by which it is
   *     counted
   */
  Optional<KindDefinition> read(Set<String> helps, List<FormOption> before) {
    KindDefinition says =
        new KindDefinition(
            words("name", LINE),
            words("purpose", TEXT),
            form.flag("aboutPerson"),
            chosen("askers"),
            chosen("whoIsAsked"),
            form.flag("coordinated"),
            form.choice("way", Way.class).orElse(Way.ALL),
            number("shortlist", 1, 100),
            number("answerMinutes", 1, 20_160),
            number("escalateHours", 1, 8_784),
            form.flag("toPrefecture"),
            form.choice("second", Second.class).orElse(Second.NONE),
            form.optionalChoice("mainRole", TeamRole.class).orElse(null),
            form.optionalChoice("secondRole", TeamRole.class).orElse(null),
            form.flag("asksNeeds"),
            help(helps),
            number("mostKm", 0, 300),
            QuestionRow.read(form),
            reasons(before));
    return form.hasErrors() ? Optional.empty() : Optional.of(says);
  }

  private Words words(String name, int longest) {
    return new Words(form.text(name + "Ja", longest), form.text(name + "En", longest));
  }

  private Set<OrganizationKind> chosen(String name) {
    Set<OrganizationKind> kinds = form.choices(name, OrganizationKind.class);
    if (kinds.isEmpty() || kinds.contains(OrganizationKind.PERSON_AND_FAMILY)) {
      form.reject(name, "web.form.choose");
    }
    return kinds;
  }

  private @Nullable String help(Set<String> helps) {
    Optional<String> help = form.optional("help", 40);
    if (help.isPresent() && !helps.contains(help.get())) {
      form.reject("help", "web.form.choose");
    }
    return help.orElse(null);
  }

  private int number(String name, int least, int most) {
    String typed = Normalizer.normalize(form.value(name).strip(), Normalizer.Form.NFKC);
    int number = typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : -1;
    if (number < least || number > most) {
      form.reject(name, "matching.refused.number", least, most);
    }
    return number;
  }

  /** A reason that keeps its words keeps its code; a new one's word is its code. */
  private List<FormOption> reasons(List<FormOption> before) {
    form.text("reasons", TEXT_OF_REASONS);
    List<FormOption> reasons = OptionLines.read(form, "reasons");
    OptionLines.count(form, "reasons", reasons, 1, MOST_REASONS);
    return reasons.stream().map(one -> known(one, before)).toList();
  }

  private static FormOption known(FormOption typed, List<FormOption> before) {
    return before.stream()
        .filter(one -> one.label().ja().equals(typed.label().ja()))
        .findFirst()
        .map(one -> new FormOption(one.code(), typed.label()))
        .orElse(typed);
  }
}
