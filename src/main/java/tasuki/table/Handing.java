package tasuki.table;

import java.io.Serial;
import java.util.function.Consumer;

/** Hands rows on and keeps apart what fails in the file from what fails in whoever takes them. */
final class Handing implements Consumer<TableRow> {

  /** The taker of a row failed; the file is not to blame. */
  static final class Failed extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final RuntimeException failure;

    Failed(RuntimeException failure) {
      super(failure);
      this.failure = failure;
    }

    RuntimeException failure() {
      return failure;
    }
  }

  private final Consumer<TableRow> taker;
  private boolean any;

  Handing(Consumer<TableRow> taker) {
    this.taker = taker;
  }

  @Override
  public void accept(TableRow row) {
    any = true;
    try {
      taker.accept(row);
    } catch (RuntimeException failure) {
      throw new Failed(failure);
    }
  }

  boolean any() {
    return any;
  }
}
