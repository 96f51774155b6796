package tasuki.practice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the library.
 *
 * @param words in the one spelling of searches
 * @param problem code of a problem
 * @param leastYen of a year's plan
 * @param mostYen of a year's plan
 * @param measured only what says what was reached
 */
record Wanted(
    List<String> words,
    @Nullable String problem,
    @Nullable Instrument instrument,
    @Nullable AreaType areaType,
    @Nullable String prefecture,
    @Nullable Long leastYen,
    @Nullable Long mostYen,
    boolean measured) {

  /** Whether the case has everything that is asked for beside the words. */
  boolean admits(Indexed one) {
    Content content = one.practice().content();
    return (problem == null || one.problems().contains(problem))
        && (instrument == null || content.instruments().contains(instrument))
        && (areaType == null || areaType == content.areaType())
        && (prefecture == null || prefecture.equals(content.prefecture()))
        && (!measured || one.measured())
        && (leastYen == null && mostYen == null || one.costs(leastYen, mostYen));
  }

  boolean isNarrow() {
    return !words.isEmpty()
        || problem != null
        || instrument != null
        || areaType != null
        || prefecture != null
        || leastYen != null
        || mostYen != null
        || measured;
  }
}
