package tasuki.record;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.identity.Profession;

/**
 * Which entries are wanted.
 *
 * @param kinds empty for all
 * @param professions of the authors; empty for all
 * @param text words that all occur, in any width, kana and case; empty for any
 * @param from first day, in Japan; null for no limit
 * @param until last day; null for no limit
 */
public record TimelineFilter(
    Set<EntryKind> kinds,
    Set<Profession> professions,
    String text,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {

  public static final TimelineFilter ALL = new TimelineFilter(Set.of(), Set.of(), "", null, null);

  public TimelineFilter {
    kinds = Set.copyOf(kinds);
    professions = Set.copyOf(professions);
  }

  /** Entries in which these words occur. */
  public static TimelineFilter words(String text) {
    return new TimelineFilter(Set.of(), Set.of(), text, null, null);
  }

  /** Everything that happened on these days. */
  public static TimelineFilter days(LocalDate from, LocalDate until) {
    return new TimelineFilter(Set.of(), Set.of(), "", from, until);
  }

  boolean isAll() {
    return equals(ALL);
  }
}
