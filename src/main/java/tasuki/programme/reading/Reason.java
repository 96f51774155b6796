package tasuki.programme.reading;

import java.util.Locale;

/** Why a line or a list is in doubt. */
public enum Reason {
  // A line whose cells do not stand where they belong.
  MARK_IN_DIVISION(Weight.MOVED),
  NUMBER_IN_FUNDING(Weight.MOVED),
  MORE_NUMBERS(Weight.MOVED),
  FEWER_NUMBERS(Weight.MOVED),
  CELLS_BEYOND(Weight.MOVED),
  NUMBER_IN_TEXT(Weight.MOVED),
  NUMBER_OUT_OF_PLACE(Weight.MOVED),
  TOTAL_WORD_INSIDE(Weight.MOVED),
  // A cell that cannot be read.
  AMOUNT_MISSING(Weight.ASKS),
  NOT_A_NUMBER(Weight.ASKS),
  NEGATIVE_AMOUNT(Weight.ASKS),
  UNIT_UNKNOWN(Weight.ASKS),
  UNIT_DIFFERS(Weight.ASKS),
  FUNDING_UNREADABLE(Weight.ASKS),
  MARK_UNREADABLE(Weight.ASKS),
  PROGRAMME_NUMBER_UNREADABLE(Weight.ASKS),
  HEADING_MISSING(Weight.ASKS),
  UNKNOWN_LINE(Weight.ASKS),
  BRACKETS(Weight.INFORMS),
  // What the values of one line or of several say against each other.
  NAME_MISSING(Weight.ASKS),
  SETTLED_ABOVE_PLANNED(Weight.ASKS),
  REPOST_WITHOUT_ORIGINAL(Weight.ASKS),
  REPOST_DIFFERS(Weight.ASKS),
  NUMBER_TWICE(Weight.ASKS),
  NAME_TWICE(Weight.INFORMS),
  // The list as a whole.
  NO_COLUMNS(Weight.ASKS),
  COLUMN_TWICE(Weight.ASKS),
  COLUMN_UNKNOWN(Weight.INFORMS),
  MONEY_COLUMN_MISSING(Weight.ASKS),
  UNIT_MISSING(Weight.ASKS),
  UNITS_SEVERAL(Weight.ASKS),
  YEAR_MISSING(Weight.ASKS),
  YEARS_SEVERAL(Weight.ASKS),
  YEAR_DISAGREES(Weight.ASKS),
  YEAR_OUTSIDE_ERA(Weight.ASKS);

  /** How much a doubt weighs. */
  public enum Weight {
    /** Cells stand in wrong columns: no amount of the line is taken. */
    MOVED,
    /** A person has to decide. */
    ASKS,
    /** A person may want to know; the line is sound. */
    INFORMS
  }

  private final Weight weight;

  Reason(Weight weight) {
    this.weight = weight;
  }

  public Weight weight() {
    return weight;
  }

  /** The key of the message. */
  public String key() {
    return "programme.reading." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Whether it follows from values alone, so that it is judged again when a person changed them.
   */
  boolean isJudged() {
    return compareTo(NAME_MISSING) >= 0 && compareTo(NAME_TWICE) <= 0;
  }
}
