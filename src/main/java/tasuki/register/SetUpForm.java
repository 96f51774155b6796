package tasuki.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.form.DayField;
import tasuki.form.QuestionRow;
import tasuki.form.Words;
import tasuki.identity.Profession;
import tasuki.web.Form;

/** Reads the settings of a register as they are typed, and fills in those that stand. */
final class SetUpForm {

  private static final int LINE = 100;
  private static final int TEXT = 2000;
  private static final int MOST_REMINDERS = 6;
  private static final int MOST_DAYS = 730;
  private static final int MOST_WORDS = 20;

  private final Form form;

  SetUpForm(Form form) {
    this.form = form;
  }

  /** Begins with what is in force. */
  void start(Register register) {
    form.start("nameJa", register.name().ja());
    form.start("nameEn", register.name().en());
    form.start("purposeJa", register.purpose().ja());
    form.start("purposeEn", register.purpose().en());
    form.start("criteriaJa", register.criteria().ja());
    form.start("criteriaEn", register.criteria().en());
    form.start("source", register.source());
    form.start("verified", register.verified() ? "true" : "");
    form.start("decider", register.decider());
    form.start("concerns", register.concerns());
    form.startAll("kinds", register.kinds());
    form.startAll("professions", register.professions());
    form.start("unit", register.validity().unit());
    form.start("count", register.validity().count() == 0 ? "" : register.validity().count());
    form.start(
        "remind",
        register.remindDays().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    form.start("reportMonth", register.reportMonth());
    form.start("public", register.open() ? "true" : "");
    form.start("decidedBy", register.decidedBy());
    form.start("numbering", register.numbering() == null ? "" : register.numbering().pattern());
    form.start("terms", String.join("、", register.words()));
    form.start("callFrom", register.callFrom());
    form.start("callUntil", register.callUntil());
    form.start("within", register.within());
    QuestionRow.startAll(form, register.fields());
  }

  /**
   * The settings as typed; empty where a field has an error.
   *
   * @param known the codes of the registers there are
   * @param decidedBy who decides; null for the prefecture's officers
   */
  Optional<Register> read(String code, Set<String> known, @Nullable OrganizationId decidedBy) {
    LocalDate callFrom = DayField.optional(form, "callFrom").orElse(null);
    Register register =
        new Register(
            new UUID(0, 0),
            code,
            DayField.required(form, "validFrom").orElse(LocalDate.EPOCH),
            words("name", LINE),
            words("purpose", TEXT),
            words("criteria", TEXT),
            form.optional("source", 300).orElse(null),
            form.flag("verified"),
            form.choice("decider", Decider.class).orElse(Decider.PREFECTURE),
            form.choice("concerns", Concerns.class).orElse(Concerns.ORGANIZATION),
            chosenKinds(),
            form.choices("professions", Profession.class),
            QuestionRow.read(form),
            validity(),
            remind(),
            RegisterWords.number(form, "reportMonth", 1, 12).orElse(null),
            form.flag("public"),
            decidedBy,
            numbering().orElse(null),
            terms(),
            callFrom,
            callUntil(callFrom),
            within(known));
    return form.hasErrors() ? Optional.empty() : Optional.of(register);
  }

  private Set<OrganizationKind> chosenKinds() {
    Set<OrganizationKind> kinds = form.choices("kinds", OrganizationKind.class);
    if (kinds.isEmpty() || kinds.contains(OrganizationKind.PERSON_AND_FAMILY)) {
      form.reject("kinds", "web.form.choose");
    }
    return kinds;
  }

  private @Nullable LocalDate callUntil(@Nullable LocalDate callFrom) {
    LocalDate until = DayField.optional(form, "callUntil").orElse(null);
    if (callFrom != null && until != null && until.isBefore(callFrom)) {
      form.reject("callUntil", "register.refused.ends-before");
    }
    return until;
  }

  private @Nullable String within(Set<String> known) {
    Optional<String> within = form.optional("within", 40);
    if (within.isPresent() && !known.contains(within.get())) {
      form.reject("within", "web.form.choose");
    }
    return within.orElse(null);
  }

  private Words words(String name, int longest) {
    return new Words(form.text(name + "Ja", longest), form.text(name + "En", longest));
  }

  private Validity validity() {
    Optional<Validity.Unit> unit = form.choice("unit", Validity.Unit.class);
    Optional<Integer> count = RegisterWords.number(form, "count", 1, Validity.MOST);
    if (unit.isEmpty() || unit.get() == Validity.Unit.UNLIMITED) {
      return Validity.WITHOUT_END;
    }
    if (count.isEmpty()) {
      form.reject("count", "web.form.missing");
      return Validity.WITHOUT_END;
    }
    return new Validity(unit.get(), count.get());
  }

  /** Days with anything between them: 「90, 30」, 「90日・30日」. */
  private List<Integer> remind() {
    String typed =
        java.text.Normalizer.normalize(
            form.optional("remind", LINE).orElse(""), java.text.Normalizer.Form.NFKC);
    List<Integer> days = new ArrayList<>();
    for (String part : typed.split("[^0-9]+")) {
      if (!part.isEmpty()) {
        days.add(part.length() > 4 ? MOST_DAYS + 1 : Integer.parseInt(part));
      }
    }
    boolean none = days.isEmpty() && !typed.isBlank();
    if (none
        || days.size() > MOST_REMINDERS
        || days.stream().anyMatch(one -> one < 1 || one > MOST_DAYS)) {
      form.reject("remind", "register.remind.unreadable", MOST_REMINDERS, MOST_DAYS);
    }
    return days;
  }

  private Optional<Numbering> numbering() {
    Optional<String> typed = form.optional("numbering", 40);
    Optional<Numbering> numbering = typed.flatMap(Numbering::parse);
    if (typed.isPresent() && numbering.isEmpty()) {
      form.reject("numbering", "register.numbering.unreadable");
    }
    return numbering;
  }

  private List<String> terms() {
    Set<String> terms = new LinkedHashSet<>();
    Arrays.stream(form.optional("terms", 400).orElse("").split("[、,,\\n]"))
        .map(String::strip)
        .filter(term -> !term.isEmpty())
        .forEach(terms::add);
    if (terms.size() > MOST_WORDS) {
      form.reject("terms", "register.terms.many", MOST_WORDS);
    }
    return List.copyOf(terms);
  }

  /** Every kind that may stand in a register. */
  static Set<OrganizationKind> kinds() {
    return EnumSet.complementOf(EnumSet.of(OrganizationKind.PERSON_AND_FAMILY));
  }

  /** Every profession that may stand in a register. */
  static Set<Profession> professions() {
    return EnumSet.complementOf(EnumSet.of(Profession.NONE, Profession.OFFICE_STAFF));
  }
}
