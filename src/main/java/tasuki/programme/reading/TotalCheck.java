package tasuki.programme.reading;

import org.jspecify.annotations.Nullable;

/**
 * A printed sum beside the computed one.
 *
 * @param computed null where the list has no heading of the name the sum bears
 */
public record TotalCheck(TotalLine line, @Nullable Sum computed) {

  /**
   * A computed sum.
   *
   * @param planned in yen
   * @param settled in yen
   * @param count of programmes
   * @param unread how many of them have no certain planned amount and so are not in it
   */
  public record Sum(long planned, long settled, int count, int unread) {
    static final Sum NOTHING = new Sum(0, 0, 0, 0);

    Sum plus(Values values) {
      return new Sum(
          planned + (values.planned() == null ? 0 : values.planned()),
          settled + (values.settled() == null ? 0 : values.settled()),
          count + 1,
          unread + (values.planned() == null ? 1 : 0));
    }

    Sum minus(Sum other) {
      return new Sum(
          planned - other.planned,
          settled - other.settled,
          count - other.count,
          unread - other.unread);
    }
  }

  /** Whether everything that is printed is what was computed. */
  public boolean agrees() {
    return computed != null
        && line.isSound()
        && agrees(line.planned(), computed.planned)
        && agrees(line.settled(), computed.settled)
        && (line.count() == null || line.count() == computed.count);
  }

  private static boolean agrees(@Nullable Long printed, long computed) {
    return printed == null || printed == computed;
  }
}
