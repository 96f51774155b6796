package tasuki.person;

import tasuki.kernel.Ruling;

/** Which two persons may be merged. */
final class MergerRules {

  private MergerRules() {}

  /**
   * Never a person with itself, never a chain of aliases; where birth date or sex differ somebody
   * must have checked.
   *
   * @param hasAliases whether others were merged into the one that is to become an alias
   */
  static Ruling mayMerge(Person alias, Person target, boolean hasAliases, boolean confirmed) {
    if (alias.id().equals(target.id())) {
      return Ruling.refused("person.refused.merge-itself");
    }
    if (alias.mergedInto() != null || target.mergedInto() != null) {
      return Ruling.refused("person.refused.merged-before");
    }
    if (hasAliases) {
      return Ruling.refused("person.refused.merge-chain");
    }
    boolean differs = !alias.birthDate().equals(target.birthDate()) || alias.sex() != target.sex();
    return differs && !confirmed ? Ruling.refused("person.refused.merge-differs") : Ruling.ALLOWED;
  }
}
