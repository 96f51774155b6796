package tasuki.transition.rate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Hides small counts of a table with totals, and as many others as it takes that no hidden one can
 * be computed from those shown (the rule of the NDB open data, for any number of totals).
 */
final class Hiding {

  /** A total and what it is the sum of, as numbers of cells. */
  record Sum(int whole, List<Integer> parts) {

    List<Integer> cells() {
      List<Integer> cells = new ArrayList<>(parts);
      cells.add(whole);
      return cells;
    }
  }

  private static final double NOTHING = 1e-9;

  private final long[] values;
  private final int[] weights;
  private final List<Sum> sums;

  /**
   * A table.
   *
   * @param weights which cells are the last to be hidden for the sake of others
   */
  Hiding(long[] values, int[] weights, List<Sum> sums) {
    this.values = values.clone();
    this.weights = weights.clone();
    this.sums = List.copyOf(sums);
  }

  /** The cells to hide, among them the small ones. */
  BitSet hide(BitSet small) {
    BitSet hidden = (BitSet) small.clone();
    for (OptionalInt known = determined(hidden); known.isPresent(); known = determined(hidden)) {
      hidden.set(next(hidden, known.getAsInt()));
    }
    return hidden;
  }

  /**
   * The cell to hide next: from a sum of which only one cell is hidden so far, else from a sum with
   * the cell that is still known. The lightest goes first, then the one that mends most such sums,
   * then the smallest; nothing is won by hiding a zero.
   */
  private int next(BitSet hidden, int known) {
    List<Sum> lonely =
        sums.stream().filter(sum -> sum.cells().stream().filter(hidden::get).count() == 1).toList();
    return (lonely.isEmpty() ? sums : lonely)
        .stream()
            .filter(sum -> !lonely.isEmpty() || sum.cells().contains(known))
            .flatMap(sum -> sum.cells().stream())
            .filter(cell -> !hidden.get(cell))
            .min(
                Comparator.<Integer, Boolean>comparing(cell -> values[cell] == 0)
                    .thenComparingInt(cell -> weights[cell])
                    .thenComparingInt(cell -> -lonely(hidden, cell))
                    .thenComparingLong(cell -> values[cell])
                    .thenComparingInt(cell -> cell))
            .orElseGet(() -> hidden.nextClearBit(0));
  }

  /** How many sums have this cell and a single hidden one. */
  private int lonely(BitSet hidden, int cell) {
    return (int)
        sums.stream()
            .map(Sum::cells)
            .filter(cells -> cells.contains(cell))
            .filter(cells -> cells.stream().filter(hidden::get).count() == 1)
            .count();
  }

  /**
   * A hidden cell that follows from the shown ones: the sums, solved for the hidden cells, leave it
   * no freedom.
   */
  private OptionalInt determined(BitSet hidden) {
    int[] cells = hidden.stream().toArray();
    double[][] matrix = matrix(hidden, cells);
    int row = 0;
    boolean[] free = new boolean[cells.length];
    int[] pivots = new int[matrix.length];
    for (int column = 0; column < cells.length; column++) {
      int best = row;
      for (int i = row; i < matrix.length; i++) {
        if (Math.abs(matrix[i][column]) > Math.abs(matrix[best][column])) {
          best = i;
        }
      }
      if (row == matrix.length || Math.abs(matrix[best][column]) < NOTHING) {
        free[column] = true;
        continue;
      }
      swap(matrix, row, best);
      eliminate(matrix, row, column);
      pivots[row++] = column;
    }
    for (int i = 0; i < row; i++) {
      boolean depends = false;
      for (int column = 0; column < cells.length; column++) {
        depends = depends || free[column] && Math.abs(matrix[i][column]) > NOTHING;
      }
      if (!depends) {
        return OptionalInt.of(cells[pivots[i]]);
      }
    }
    return OptionalInt.empty();
  }

  private double[][] matrix(BitSet hidden, int[] cells) {
    int[] places = new int[values.length];
    for (int i = 0; i < cells.length; i++) {
      places[cells[i]] = i;
    }
    return sums.stream()
        .filter(sum -> sum.cells().stream().anyMatch(hidden::get))
        .map(
            sum -> {
              double[] row = new double[cells.length];
              sum.parts().stream().filter(hidden::get).forEach(cell -> row[places[cell]] = 1);
              if (hidden.get(sum.whole())) {
                row[places[sum.whole()]] = -1;
              }
              return row;
            })
        .toArray(double[][]::new);
  }

  private static void swap(double[][] matrix, int one, int other) {
    double[] row = matrix[one];
    matrix[one] = matrix[other];
    matrix[other] = row;
  }

  private static void eliminate(double[][] matrix, int pivot, int column) {
    double by = matrix[pivot][column];
    for (int i = 0; i < matrix[pivot].length; i++) {
      matrix[pivot][i] /= by;
    }
    for (int other = 0; other < matrix.length; other++) {
      double times = matrix[other][column];
      if (other != pivot && Math.abs(times) > NOTHING) {
        for (int i = 0; i < matrix[other].length; i++) {
          matrix[other][i] -= times * matrix[pivot][i];
        }
      }
    }
  }
}
