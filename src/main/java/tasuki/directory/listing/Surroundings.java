package tasuki.directory.listing;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import tasuki.area.BaseUnit;

/**
 * What the rows of one file are judged against.
 *
 * @param points all points of the file
 * @param own the prefectures in which one of the own areas lies, by their codes of two digits
 */
record Surroundings(Municipalities municipalities, Points points, Set<String> own) {

  /** The prefectures of some ground, by the first two digits of its codes. */
  static Set<String> prefectures(Collection<BaseUnit> units) {
    return units.stream().map(unit -> unit.code().substring(0, 2)).collect(Collectors.toSet());
  }
}
