package tasuki.fund.planning;

/**
 * What pays for a programme, in yen: the state's and the prefecture's part of the fund (A, B), and
 * what others pay (C).
 */
public record Costs(long national, long prefecture, long others) {

  /** Nothing yet. */
  public static final Costs NONE = new Costs(0, 0, 0);

  /** What comes out of the fund (A + B). */
  public long fund() {
    return national + prefecture;
  }

  /** All of it (A + B + C). */
  public long total() {
    return fund() + others;
  }

  /** Both together. */
  public Costs plus(Costs other) {
    return new Costs(
        national + other.national, prefecture + other.prefecture, others + other.others);
  }
}
