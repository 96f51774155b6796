package tasuki.directory.search;

import java.util.List;

/**
 * What was found, the best first.
 *
 * @param total how many there are; at least as many where {@code exact} is false
 * @param understood how words were read that do not only stand in a text
 */
public record Finding(List<Hit> hits, long total, boolean exact, List<Understood> understood) {

  /**
   * A word and what it means.
   *
   * @param word as it was typed, in one spelling
   * @param meaning facets, kinds or places
   */
  public record Understood(String word, Meaning meaning) {}
}
