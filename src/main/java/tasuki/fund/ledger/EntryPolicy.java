package tasuki.fund.ledger;

import tasuki.kernel.Ruling;

/** What can be entered at all. */
final class EntryPolicy {

  private EntryPolicy() {}

  static Ruling check(NewEntry entry) {
    if (entry.yen() <= 0) {
      return Ruling.refused("fund.ledger.refused.nothing");
    }
    if (entry.national() < 0 || entry.national() > entry.yen()) {
      return Ruling.refused("fund.ledger.refused.national");
    }
    if (entry.kind() != EntryKind.STORED && entry.national() != 0) {
      return Ruling.refused("fund.ledger.refused.national-of-stored");
    }
    if (entry.vintage().compareTo(entry.category().firstVintage()) < 0) {
      return Ruling.refused("fund.ledger.refused.no-category-yet");
    }
    if (entry.fiscalYear().compareTo(entry.vintage()) < 0) {
      return Ruling.refused("fund.ledger.refused.before-vintage");
    }
    return Ruling.ALLOWED;
  }
}
