package tasuki.table;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import tasuki.calendar.DateReading;
import tasuki.calendar.JapaneseDates;

/**
 * Reads the cells of one row as what they mean. What cannot be read is noted as a fault with row,
 * column and reason; the value is then only a stand-in.
 */
public final class Cells {

  private static final Pattern NUMBER = Pattern.compile("-?(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?");
  private static final Pattern NOTHING =
      Pattern.compile("[-‐‑–—―ー−]|なし|無し|n/a", Pattern.CASE_INSENSITIVE);

  private final TableRow row;
  private final Heading heading;
  private final List<Fault> faults = new ArrayList<>();

  public Cells(TableRow row, Heading heading) {
    this.row = row;
    this.heading = heading;
  }

  public TableRow row() {
    return row;
  }

  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** Whether the table has such a column. */
  public boolean has(String key) {
    return heading.has(key);
  }

  /** Notes a fault at a column. */
  public void reject(String key, String reason, Object... arguments) {
    faults.add(Fault.at(row, heading.title(key), reason, arguments));
  }

  /** The text of a cell as it stands there; empty where nothing is written. */
  public String written(String key) {
    return heading.cell(row, key);
  }

  /** The text of a cell after NFKC; empty where nothing is written. */
  public String plain(String key) {
    return Normalizer.normalize(heading.cell(row, key), Normalizer.Form.NFKC).strip();
  }

  /** A text that must be there. */
  public String text(String key, int longest) {
    String text = heading.cell(row, key);
    if (text.isEmpty()) {
      reject(key, "table.fault.cell-empty");
    } else if (text.codePointCount(0, text.length()) > longest) {
      reject(key, "table.fault.cell-long", longest);
      return "";
    }
    return text;
  }

  /** A whole number from 0 on that must be there. */
  public long count(String key) {
    Optional<BigDecimal> number = number(key);
    if (number.isEmpty()) {
      if (isNothing(key)) {
        reject(key, "table.fault.cell-empty");
      }
      return 0;
    }
    return whole(key, number.get());
  }

  /** A whole number from 0 on that may be left out. */
  public Optional<Long> optionalCount(String key) {
    return number(key).map(number -> whole(key, number));
  }

  private long whole(String key, BigDecimal number) {
    if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0) {
      reject(key, "table.fault.no-count", heading.cell(row, key));
      return 0;
    }
    if (number.compareTo(BigDecimal.valueOf(1_000_000_000_000L)) > 0) {
      reject(key, "table.fault.too-high", heading.cell(row, key));
      return 0;
    }
    return number.longValue();
  }

  private boolean isNothing(String key) {
    String typed = plain(key);
    return typed.isEmpty() || NOTHING.matcher(typed).matches();
  }

  /** A number with or without thousands separators and unit; empty where nothing is written. */
  public Optional<BigDecimal> number(String key) {
    if (isNothing(key)) {
      return Optional.empty();
    }
    String typed = plain(key).replaceAll("\\s", "").replaceAll("[件人%か所箇]+$", "");
    if (typed.length() > 30 || !NUMBER.matcher(typed).matches()) {
      reject(key, "table.fault.no-number", heading.cell(row, key));
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(typed.replace(",", "")));
  }

  /** A day that must be there, in any of the ways people write days. */
  public Optional<LocalDate> day(String key) {
    return switch (JapaneseDates.read(heading.cell(row, key))) {
      case DateReading.Parsed(LocalDate day) -> Optional.of(day);
      case DateReading.Unreadable unreadable -> {
        reject(key, "table.fault.said", said(unreadable));
        yield Optional.empty();
      }
    };
  }

  private static String said(DateReading.Unreadable unreadable) {
    return unreadable.message(LocaleContextHolder.getLocale());
  }

  /** A month that must be there: 2026-06, 2026年6月, R8.6, 令和8年6月, 202606, or a day of it. */
  public Optional<YearMonth> month(String key) {
    String typed = plain(key).replaceAll("\\s", "").replaceAll("(分|中)$", "");
    if (typed.isEmpty()) {
      reject(key, "table.fault.cell-empty");
      return Optional.empty();
    }
    String upper = typed.toUpperCase(Locale.ROOT);
    List<String> days = new ArrayList<>(List.of(typed));
    if (upper.endsWith("月")) {
      days.add(typed + "1日");
    } else if (upper.matches("\\d{6}|[MTSHR]\\d{4}")) {
      days.add(0, typed + "01");
    } else {
      days.add(typed + "-1");
      days.add(typed + "/1");
      days.add(typed + ".1");
    }
    DateReading.Unreadable why = null;
    for (String day : days) {
      switch (JapaneseDates.read(day)) {
        case DateReading.Parsed(LocalDate date) -> {
          return Optional.of(YearMonth.from(date));
        }
        case DateReading.Unreadable unreadable ->
            why =
                unreadable.reason() == DateReading.Reason.NOT_A_DATE && why != null
                    ? why
                    : unreadable;
      }
    }
    if (why == null || why.reason() == DateReading.Reason.NOT_A_DATE) {
      reject(key, "table.fault.no-month", heading.cell(row, key));
    } else {
      reject(key, "table.fault.said", said(why));
    }
    return Optional.empty();
  }
}
