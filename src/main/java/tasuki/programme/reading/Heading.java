package tasuki.programme.reading;

/**
 * A heading programmes stand under.
 *
 * @param mark in one spelling: 「(1)」, 「ア」, 「①-1」; empty where it has none
 * @param name as printed
 */
public record Heading(Level level, String mark, String name) {

  /** Which kind of mark it bears; a heading ends where the next of its kind begins. */
  public enum Level {
    /** 第1, Ⅰ. */
    PART,
    /** 1, 1-1. */
    NUMBER,
    /** (1). */
    BRACKETED,
    /** ア, (ア). */
    KANA,
    /** ①, ①-1: the categories of the fund. */
    CIRCLED,
    /** Without a mark, in a column of categories. */
    UNMARKED
  }

  boolean isSame(Heading other) {
    return level == other.level
        && mark.equals(other.mark)
        && Plain.key(name).equals(Plain.key(other.name));
  }
}
