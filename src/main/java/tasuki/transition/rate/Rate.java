package tasuki.transition.rate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The rates of the handover, each a numerator over a denominator that the page names. */
enum Rate {
  /** 退院調整率: the home side heard of the discharge before it. */
  DISCHARGE("contact", "true"),
  /** 入院時情報提供率: the plan owner gave information during the stay. */
  INFORMATION("information", "true"),
  /** Of it on the day of admission or before. */
  SAME_DAY("information", "f.information_day <= 1"),
  /** Of it by the third day, the day of admission being the first. */
  DAY_3("information", "f.information_day <= 3"),
  /** Of it within the time that the plan owner's own area agreed on. */
  IN_RULE("information", "f.information_in_rule"),
  /** ルール活用率: of the cases under a rule, those in which it was kept at least once. */
  RULE_USE("information", "f.rule_used");

  /** What may be left out of the count, where the prefecture says so. */
  enum Exclusion {
    DEATH,
    TRANSFER,
    FACILITY,
    TEST,
    RESPITE,
    EMERGENCY;

    static final Set<Exclusion> USUAL = EnumSet.of(DEATH, TRANSFER);
  }

  private final String word;
  private final String condition;

  Rate(String word, String condition) {
    this.word = word;
    this.condition = condition;
  }

  /** Whether it is counted in the month of discharge; the others in the month of admission. */
  boolean atDischarge() {
    return this == DISCHARGE;
  }

  /** The column that says what both sides say. */
  String wordColumn() {
    return "f." + word;
  }

  String day() {
    return atDischarge() ? "f.discharged_on" : "f.admitted_on";
  }

  String group() {
    return atDischarge() ? "f.group_discharge" : "f.group_admission";
  }

  /** Which stays can count at all. */
  String base() {
    return switch (this) {
      case DISCHARGE -> "f.discharged_on is not null";
      case INFORMATION, SAME_DAY, DAY_3 -> "true";
      case IN_RULE -> "f.information_in_rule is not null";
      case RULE_USE -> "f.rule_used is not null";
    };
  }

  /**
   * Which of them count as done.
   *
   * @param words the words that are taken for a yes
   */
  String hit(List<String> words) {
    if (this == RULE_USE) {
      return condition;
    }
    return "%s in ('%s') and %s".formatted(wordColumn(), String.join("', '", words), condition);
  }

  String exclusion(Exclusion exclusion) {
    return switch (exclusion) {
      case DEATH -> atDischarge() ? "f.ended <> 'DIED'" : "true";
      case TRANSFER -> atDischarge() ? "f.ended <> 'TRANSFERRED'" : "not f.by_transfer";
      case FACILITY -> atDischarge() ? "f.ended <> 'FACILITY'" : "true";
      case TEST -> "f.reason is distinct from 'TEST'";
      case RESPITE -> "not f.repeated_respite";
      case EMERGENCY -> "f.reason is distinct from 'EMERGENCY_ONLY'";
    };
  }

  /** The survey's question that asks for the same; null where none does. */
  boolean askedInSurveys() {
    return this == DISCHARGE || this == INFORMATION || this == RULE_USE;
  }
}
