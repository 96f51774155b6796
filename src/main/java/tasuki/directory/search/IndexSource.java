package tasuki.directory.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tasuki.area.BaseUnit;
import tasuki.directory.Organization;

/** What the index reads. */
interface IndexSource {

  /**
   * How far the log of changes is settled.
   *
   * @param database tells this database from any other
   * @param until the oldest transaction that still runs; everything below is over
   * @param settledNumber the last number of a change below it
   * @param forgottenUntil changes up to this number are gone from the log
   */
  record Horizon(String database, String until, long settledNumber, long forgottenUntil) {

    /** Whether so many transactions were begun since that it is worth remembering. */
    boolean moved(String before, int atLeast) {
      return Long.parseUnsignedLong(until) - Long.parseUnsignedLong(before) >= atLeast;
    }
  }

  /** A line of the log. */
  record Note(long number, UUID organization) {}

  Horizon horizon();

  /** The changes that are visible now and were not settled at that time. */
  List<Note> since(String until);

  /** Forgets the oldest lines of the log but for so many: whoever lacks them reads everything. */
  void forget(int kept);

  /** The base units of the own ground by their codes. */
  Map<String, BaseUnit> ground();

  Collection<Organization> organizations(Collection<UUID> ids);

  /** The next organisations in the order of their ids. */
  List<Organization> after(UUID id, int most);
}
