package tasuki.insight.usage;

import java.util.Collection;

/**
 * How Tasuki is used by some organisations in a month.
 *
 * @param facilities organisations that work in Tasuki
 * @param active those of them where somebody signed in
 * @param accounts accounts that belong to them
 * @param people accounts that signed in
 */
record Use(
    int facilities, int active, int accounts, int people, int signIns, int written, int answered) {

  static final Use NOTHING = new Use(0, 0, 0, 0, 0, 0, 0);

  /** What one organisation did. */
  static Use of(Usage.Fact fact) {
    return new Use(
        1,
        fact.active() > 0 ? 1 : 0,
        fact.accounts(),
        fact.active(),
        fact.signIns(),
        fact.written(),
        fact.answered());
  }

  static Use sum(Collection<Usage.Fact> facts) {
    return facts.stream().map(Use::of).reduce(NOTHING, Use::plus);
  }

  Use plus(Use other) {
    return new Use(
        facilities + other.facilities,
        active + other.active,
        accounts + other.accounts,
        people + other.people,
        signIns + other.signIns,
        written + other.written,
        answered + other.answered);
  }

  /** Organisations where nobody signed in. */
  int silent() {
    return facilities - active;
  }

  /** Active facilities among all, from 0 to 1; 0 where there is none. */
  double share() {
    return facilities == 0 ? 0 : (double) active / facilities;
  }
}
