package tasuki.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What is wrong in a file and where, so that whoever made the file finds the cell.
 *
 * @param sheet name of the sheet; null in a file without sheets
 * @param row number of the row as the program that made the file counts it; null for all of it
 * @param column heading of the column; null for the whole row
 * @param reason key of a message that says why
 */
public record Fault(
    @Nullable String sheet,
    @Nullable Integer row,
    @Nullable String column,
    String reason,
    List<Object> arguments) {

  /** A fault of the whole file. */
  public static Fault ofFile(String reason, Object... arguments) {
    return new Fault(null, null, null, reason, Arrays.asList(arguments));
  }

  /** A fault of a row, or of one cell of it. */
  public static Fault at(
      TableRow row, @Nullable String column, String reason, Object... arguments) {
    return new Fault(row.sheet(), row.number(), column, reason, Arrays.asList(arguments));
  }

  /** Where it is: 「6月シート 12行目 分母」. Empty for the whole file. */
  public String place(MessageSource messages, Locale locale) {
    StringBuilder place = new StringBuilder();
    if (sheet != null && !sheet.isEmpty()) {
      place.append(messages.getMessage("table.sheet", new Object[] {sheet}, locale)).append(' ');
    }
    if (row != null) {
      place.append(messages.getMessage("table.row", new Object[] {"" + row}, locale)).append(' ');
    }
    if (column != null) {
      place.append(messages.getMessage("table.column", new Object[] {column}, locale));
    }
    return place.toString().strip();
  }

  /** Why. */
  public String because(MessageSource messages, Locale locale) {
    return messages.getMessage(reason, arguments.toArray(), locale);
  }

  /** Where and why, in one sentence. */
  public String said(MessageSource messages, Locale locale) {
    String place = place(messages, locale);
    String why = because(messages, locale);
    return place.isEmpty()
        ? why
        : messages.getMessage("table.said", new Object[] {place, why}, locale);
  }
}
