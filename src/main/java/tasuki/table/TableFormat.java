package tasuki.table;

import java.util.Optional;

/** The forms in which every table can be taken along; the page's address names one. */
public enum TableFormat {
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  CSV("csv", "text/csv;charset=UTF-8"),
  /** For programs that know no UTF-8. */
  MS932("ms932", "text/csv;charset=Shift_JIS");

  private final String word;
  private final String contentType;

  TableFormat(String word, String contentType) {
    this.word = word;
    this.contentType = contentType;
  }

  /** The form that an address asks for by {@code ?as=xlsx}; empty for the page itself. */
  public static Optional<TableFormat> of(String word) {
    for (TableFormat format : values()) {
      if (format.word.equals(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  String contentType() {
    return contentType;
  }

  String ending() {
    return this == XLSX ? ".xlsx" : ".csv";
  }
}
