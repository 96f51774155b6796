package tasuki.table;

/**
 * A column of a table to be handed out.
 *
 * @param width in letters
 */
public record SheetColumn(String label, int width, Kind kind) {

  /** How the values of a column are written. */
  public enum Kind {
    TEXT,
    /** Whole numbers with thousands separators. */
    COUNT,
    /** Numbers with the decimals they have. */
    NUMBER,
    /** Shares: 0.815 is shown as 81.5%. */
    SHARE,
    DAY
  }

  public static SheetColumn text(String label, int width) {
    return new SheetColumn(label, width, Kind.TEXT);
  }

  public static SheetColumn count(String label) {
    return new SheetColumn(label, 12, Kind.COUNT);
  }

  public static SheetColumn number(String label) {
    return new SheetColumn(label, 12, Kind.NUMBER);
  }

  public static SheetColumn share(String label) {
    return new SheetColumn(label, 12, Kind.SHARE);
  }

  public static SheetColumn day(String label) {
    return new SheetColumn(label, 14, Kind.DAY);
  }
}
