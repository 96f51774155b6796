package tasuki.transition.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a reader can work out who keeps every figure that was ever shown. A figure is a sum of
 * unknowns; another one follows from those shown when it is a combination of them. Reckoned modulo
 * a prime, which is exact and lets no fraction grow.
 */
final class Deduction {

  private record Known(int first, long[] figure) {}

  private static final long PRIME = 2_147_483_647L;

  private final List<Known> known = new ArrayList<>();
  private List<long[]> secrets = new ArrayList<>();

  /** Takes in what everybody knows, whatever follows from it. */
  void knows(long[] figure) {
    reduced(figure)
        .ifPresent(
            left -> {
              known.add(left);
              secrets = without(left);
              secrets.removeIf(Deduction::isNothing);
            });
  }

  /** From now on nothing is shown from which the figure would follow. */
  void keepsSecret(long[] figure) {
    reduced(figure).ifPresent(left -> secrets.add(left.figure()));
  }

  /** Shows a figure, unless a secret would follow; answers whether it is shown. */
  boolean shows(long[] figure) {
    Optional<Known> left = reduced(figure);
    if (left.isEmpty()) {
      return true;
    }
    List<long[]> kept = without(left.get());
    if (kept.stream().anyMatch(Deduction::isNothing)) {
      return false;
    }
    known.add(left.get());
    secrets = kept;
    return true;
  }

  private List<long[]> without(Known figure) {
    List<long[]> left = new ArrayList<>();
    for (long[] secret : secrets) {
      long[] copy = secret.clone();
      subtract(copy, figure);
      left.add(copy);
    }
    return left;
  }

  /** What is new in a figure, made to begin with one; empty where it follows already. */
  private Optional<Known> reduced(long[] figure) {
    long[] left = figure.clone();
    for (int i = 0; i < left.length; i++) {
      left[i] = Math.floorMod(left[i], PRIME);
    }
    known.forEach(one -> subtract(left, one));
    for (int first = 0; first < left.length; first++) {
      if (left[first] != 0) {
        long inverse = power(left[first], PRIME - 2);
        for (int i = first; i < left.length; i++) {
          left[i] = left[i] * inverse % PRIME;
        }
        return Optional.of(new Known(first, left));
      }
    }
    return Optional.empty();
  }

  private static void subtract(long[] from, Known one) {
    long times = from[one.first()];
    if (times != 0) {
      for (int i = one.first(); i < from.length; i++) {
        from[i] = Math.floorMod(from[i] - times * one.figure()[i], PRIME);
      }
    }
  }

  private static boolean isNothing(long[] figure) {
    for (long one : figure) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }

  private static long power(long base, long exponent) {
    long result = 1;
    for (long square = base; exponent > 0; exponent >>= 1) {
      if ((exponent & 1) == 1) {
        result = result * square % PRIME;
      }
      square = square * square % PRIME;
    }
    return result;
  }
}
