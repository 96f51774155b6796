package tasuki.directory;

import tasuki.directory.listing.Families;
import tasuki.kernel.Ruling;

/** Which two organisations may become one. */
final class MergingRules {

  private MergingRules() {}

  /**
   * Never an organisation with itself, never a chain of aliases, never two kinds of care. One that
   * works in Tasuki keeps its own id, since its people and records stand under it.
   *
   * @param merged whether one of them is an alias already
   * @param hasAliases whether others were merged into the one that is to become an alias
   */
  static Ruling mayMerge(
      Organization alias, Organization into, boolean merged, boolean hasAliases) {
    if (alias.id().equals(into.id())) {
      return Ruling.refused("directory.refused.merge-itself");
    }
    if (merged) {
      return Ruling.refused("directory.refused.merged-before");
    }
    if (hasAliases) {
      return Ruling.refused("directory.refused.merge-chain");
    }
    if (!Families.of(alias.kind()).equals(Families.of(into.kind()))) {
      return Ruling.refused("directory.refused.merge-kinds");
    }
    return alias.member()
        ? Ruling.refused("directory.refused.merge-member", alias.name())
        : Ruling.ALLOWED;
  }
}
