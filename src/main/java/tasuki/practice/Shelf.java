package tasuki.practice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything published, as of one edition: searched and compared without the database. */
final class Shelf {

  /**
   * A case that was found.
   *
   * @param parts where the words were found
   * @param roughly whether it only has something like the words
   */
  record Hit(Indexed one, double fit, Set<Part> parts, boolean roughly) {}

  /** A case like another. */
  record Like(Practice practice, Set<Instrument> shared) {}

  /** So much of a misspelt word's pairs of letters must be there. */
  private static final double ROUGH = 0.6;

  private static final double LEAST_LIKE = 0.12;
  private static final double WEIGHT_OF_WORDS = 0.6;

  /** The order of what fits alike: first what tells of results and of costs. */
  private static final Comparator<Indexed> TELLING =
      Comparator.comparing((Indexed one) -> !one.measured())
          .thenComparing(one -> one.practice().content().budget().isEmpty())
          .thenComparing(one -> one.practice().code());

  private final long edition;
  private final List<Indexed> all;
  private final Map<String, Indexed> byCode = new HashMap<>();
  private final Map<Integer, Double> rarity = new HashMap<>();
  private final Map<String, Double> length = new HashMap<>();
  private final Map<String, Integer> problems = new HashMap<>();
  private final Set<String> prefectures = new HashSet<>();

  Shelf(long edition, Collection<Indexed> all) {
    this.edition = edition;
    this.all = all.stream().sorted(TELLING).toList();
    Map<Integer, Integer> counts = new HashMap<>();
    for (Indexed one : all) {
      byCode.put(one.practice().code(), one);
      prefectures.add(one.practice().content().prefecture());
      one.problems().forEach(problem -> problems.merge(problem, 1, Integer::sum));
      for (int pair : one.pairs()) {
        counts.merge(pair, 1, Integer::sum);
      }
    }
    counts.forEach((pair, count) -> rarity.put(pair, Math.log1p((double) all.size() / count)));
    for (Indexed one : all) {
      length.put(one.practice().code(), Math.sqrt(Arrays.stream(weights(one.pairs())).sum()));
    }
  }

  long edition() {
    return edition;
  }

  List<Indexed> all() {
    return all;
  }

  Optional<Practice> find(String code) {
    return Optional.ofNullable(byCode.get(code)).map(Indexed::practice);
  }

  /** The published parts of the case, by name. */
  List<Practice> partsOf(String code) {
    return all.stream()
        .map(Indexed::practice)
        .filter(one -> code.equals(one.content().parent()))
        .sorted(Comparator.comparing(one -> one.content().name()))
        .toList();
  }

  /** How many cases speak of each problem, by its code. */
  Map<String, Integer> problems() {
    return problems;
  }

  /** The prefectures of which a case tells. */
  Set<String> prefectures() {
    return prefectures;
  }

  /** What fits, the best first; what is only like the words where nothing has them. */
  List<Hit> find(Wanted wanted) {
    List<Indexed> admitted = all.stream().filter(wanted::admits).toList();
    List<Hit> hits = new ArrayList<>();
    admitted.forEach(one -> exactly(one, wanted.words()).ifPresent(hits::add));
    if (hits.isEmpty() && !wanted.words().isEmpty()) {
      admitted.forEach(one -> roughly(one, wanted.words()).ifPresent(hits::add));
    }
    // The order of the shelf stays among those that fit alike.
    hits.sort(Comparator.comparingDouble(Hit::fit).reversed());
    return hits;
  }

  private static Optional<Hit> exactly(Indexed one, List<String> words) {
    for (String word : words) {
      if (!one.all().contains(word)) {
        return Optional.empty();
      }
    }
    double fit = 0;
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (String word : words) {
      for (Part part : Part.values()) {
        if (one.texts().getOrDefault(part, "").contains(word)) {
          fit += part.weight();
          parts.add(part);
        }
      }
    }
    return Optional.of(new Hit(one, fit, parts, false));
  }

  private static Optional<Hit> roughly(Indexed one, List<String> words) {
    double fit = 0;
    for (String word : words) {
      int there = 0;
      int pairs = Math.max(word.length() - 1, 1);
      for (int at = 0; at < pairs; at++) {
        if (one.all().contains(word.substring(at, Math.min(at + 2, word.length())))) {
          there++;
        }
      }
      double share = (double) there / pairs;
      if (share < ROUGH) {
        return Optional.empty();
      }
      fit += share;
    }
    return Optional.of(new Hit(one, fit, Set.of(), true));
  }

  /** Cases that work with the same instruments and speak of the same things, the likest first. */
  List<Like> like(Practice practice, int most) {
    Indexed self = byCode.get(practice.code());
    if (self == null) {
      return List.of();
    }
    double[] weights = weights(self.pairs());
    record Scored(Practice practice, double likeness) {}
    return all.stream()
        .filter(other -> !isFamily(practice, other.practice()))
        .map(other -> new Scored(other.practice(), likeness(self, weights, other)))
        .filter(scored -> scored.likeness() >= LEAST_LIKE)
        .sorted(
            Comparator.comparingDouble(Scored::likeness)
                .reversed()
                .thenComparing(scored -> scored.practice().code()))
        .limit(most)
        .map(scored -> new Like(scored.practice(), shared(practice, scored.practice())))
        .toList();
  }

  /** Parent and parts are shown beside a case anyway. */
  private static boolean isFamily(Practice one, Practice other) {
    return one.code().equals(other.code())
        || one.code().equals(other.content().parent())
        || other.code().equals(one.content().parent());
  }

  private double likeness(Indexed one, double[] weights, Indexed other) {
    int union = Integer.bitCount(one.means() | other.means());
    double instruments =
        union == 0 ? 0 : (double) Integer.bitCount(one.means() & other.means()) / union;
    double lengths =
        length.getOrDefault(one.practice().code(), 0.0)
            * length.getOrDefault(other.practice().code(), 0.0);
    double words = lengths == 0 ? 0 : common(one.pairs(), weights, other.pairs()) / lengths;
    return WEIGHT_OF_WORDS * words + (1 - WEIGHT_OF_WORDS) * instruments;
  }

  /** How much each pair says, squared: what is in many cases says little. */
  private double[] weights(int[] pairs) {
    return Arrays.stream(pairs)
        .mapToDouble(pair -> rarity.getOrDefault(pair, 0.0))
        .map(weight -> weight * weight)
        .toArray();
  }

  /** The weight of the pairs that both have; both lists are in order. */
  private static double common(int[] ours, double[] weights, int[] theirs) {
    double sum = 0;
    int at = 0;
    for (int our = 0; our < ours.length; our++) {
      while (at < theirs.length && theirs[at] < ours[our]) {
        at++;
      }
      if (at < theirs.length && theirs[at] == ours[our]) {
        sum += weights[our];
      }
    }
    return sum;
  }

  private static Set<Instrument> shared(Practice one, Practice other) {
    Set<Instrument> shared = EnumSet.noneOf(Instrument.class);
    shared.addAll(one.content().instruments());
    shared.retainAll(other.content().instruments());
    return shared;
  }
}
