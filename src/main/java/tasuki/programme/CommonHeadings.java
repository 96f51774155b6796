package tasuki.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The headings of two years as one row: those of the later year in their order, and behind what
 * stands under the same parent those that only the former one has. Two are the same when mark and
 * name are, all the way up.
 *
 * @param places where each heading of the former year is among them
 */
record CommonHeadings(List<Heading> headings, Map<HeadingId, HeadingId> places) {

  /** A heading by what is printed, with those over it. */
  private record Path(List<String> words) {
    Path under(Heading heading) {
      List<String> longer = new ArrayList<>(words);
      longer.add(heading.words());
      return new Path(List.copyOf(longer));
    }
  }

  static CommonHeadings of(List<Heading> former, List<Heading> latest) {
    Map<Path, HeadingId> known = new HashMap<>();
    paths(latest).forEach((id, path) -> known.putIfAbsent(path, id));
    Map<HeadingId, Path> paths = paths(former);
    List<Heading> all = new ArrayList<>(latest);
    Map<HeadingId, HeadingId> places = new HashMap<>();
    for (Heading heading : former) {
      HeadingId there = known.remove(Objects.requireNonNull(paths.get(heading.id())));
      if (there == null) {
        HeadingId parent = heading.parent();
        HeadingId over = parent == null ? null : places.get(parent);
        Heading kept =
            new Heading(heading.id(), over, heading.depth(), heading.mark(), heading.name());
        all.add(end(all, over), kept);
        there = kept.id();
      }
      places.put(heading.id(), there);
    }
    return new CommonHeadings(List.copyOf(all), Map.copyOf(places));
  }

  /** Where a heading of the former year stands. */
  HeadingId of(HeadingId former) {
    return Objects.requireNonNull(places.get(former));
  }

  private static Map<HeadingId, Path> paths(List<Heading> headings) {
    Map<HeadingId, Path> paths = new LinkedHashMap<>();
    for (Heading heading : headings) {
      HeadingId parent = heading.parent();
      Path over =
          parent == null ? new Path(List.of()) : paths.getOrDefault(parent, new Path(List.of()));
      paths.put(heading.id(), over.under(heading));
    }
    return paths;
  }

  /** Behind the last heading that stands under this one; behind all where it is none. */
  private static int end(List<Heading> headings, @Nullable HeadingId over) {
    if (over == null) {
      return headings.size();
    }
    Set<HeadingId> under = new HashSet<>(Set.of(over));
    int end = 0;
    for (int at = 0; at < headings.size(); at++) {
      Heading heading = headings.get(at);
      HeadingId parent = heading.parent();
      if (heading.id().equals(over) || (parent != null && under.contains(parent))) {
        under.add(heading.id());
        end = at + 1;
      }
    }
    return end;
  }
}
