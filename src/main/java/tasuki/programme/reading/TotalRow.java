package tasuki.programme.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rows that are sums. */
final class TotalRow {

  private static final Pattern WORD =
      Pattern.compile(
          "(?<of>.{0,60}?)(?<word>純合計|純計|再掲事業計|再掲計|再掲合計|総合計|合計|総計|小計|計)"
              + "(?<letter>\\(?\\(?[A-C]\\)?(?:[-−‐–]\\(?[A-C]\\)?)?\\)?)?");
  private static final Pattern LETTER = Pattern.compile("\\(?[A-C]\\)?(?:[-−‐–]\\(?[A-C]\\)?)?");
  private static final Pattern COUNT =
      Pattern.compile("\\((?<inside>\\d{1,6})(?:事業|件|本)?\\)|(?<said>\\d{1,6})(?:事業|件|本)");
  private static final Pattern ADDED = Pattern.compile("^(?:\\([A-C]\\)|(?:対象)?(?:事業)?区分)");

  private TotalRow() {}

  /** Whether a cell in plain spelling is a word of sums, alone or with the heading it sums. */
  static boolean isTotalWord(String plain) {
    return matched(plain) != null;
  }

  private static @Nullable Matcher matched(String plain) {
    if (plain.length() > 80 || plain.indexOf('計') < 0) {
      return null;
    }
    Matcher word = WORD.matcher(Plain.key(plain));
    if (!word.matches()) {
      return null;
    }
    // 設計 and 統計 are no sums: the bare word stands alone or behind a mark.
    String of = ADDED.matcher(word.group("of")).replaceFirst("");
    boolean bare = "計".equals(word.group("word")) && !of.isEmpty();
    return bare && !of.equals(Headings.markOf(of)) ? null : word;
  }

  /** The row as a sum; empty when something in it belongs to no sum. */
  static Optional<TotalLine> read(RowCells cells) {
    List<Integer> filled = cells.filled();
    Matcher word = null;
    int place = -1;
    for (int column : filled) {
      Matcher found = matched(cells.plain(column));
      if (found != null && word != null) {
        return Optional.empty();
      }
      if (found != null) {
        word = found;
        place = column;
      }
    }
    if (word == null) {
      return Optional.empty();
    }
    for (int column : filled) {
      if (column != place && !belongs(cells, column, place)) {
        return Optional.empty();
      }
    }
    return Optional.of(line(cells, word, place));
  }

  private static boolean belongs(RowCells cells, int column, int place) {
    String plain = cells.plain(column);
    return Amount.isNumber(plain)
        || Amount.isNothing(plain)
        || COUNT.matcher(plain).matches()
        || LETTER.matcher(plain).matches()
        || cells.at(column) == Field.REMARK
        || (column < place && isHeading(cells, column));
  }

  private static boolean isHeading(RowCells cells, int column) {
    Field field = cells.at(column);
    return field == Field.CATEGORY
        || field == Field.KIND
        || !Headings.read(cells.row().cell(column)).isEmpty();
  }

  private static TotalLine line(RowCells cells, Matcher word, int place) {
    List<Doubt> doubts = new ArrayList<>();
    Integer count = null;
    boolean moved = false;
    for (int column : cells.filled()) {
      Field field = cells.at(column);
      String plain = cells.plain(column);
      Matcher counted = COUNT.matcher(plain);
      if (field == Field.PLANNED || field == Field.SETTLED || column == place) {
        continue;
      }
      if (counted.matches()) {
        String inside = counted.group("inside");
        count = Integer.valueOf(inside == null ? counted.group("said") : inside);
      } else if (Amount.isNumber(plain)) {
        doubts.add(Doubt.of(Reason.NUMBER_OUT_OF_PLACE, plain));
        moved = true;
      }
    }
    Long planned = moved ? null : amount(cells, Field.PLANNED, cells.columns().planned(), doubts);
    Long settled = moved ? null : amount(cells, Field.SETTLED, cells.columns().settled(), doubts);
    if (planned == null && settled == null && doubts.isEmpty()) {
      doubts.add(Doubt.of(Reason.AMOUNT_MISSING));
    }
    String of = of(cells, word, place);
    return new TotalLine(cells.row(), kind(cells, word, of), of, planned, settled, count, doubts);
  }

  private static @Nullable Long amount(
      RowCells cells, Field field, @Nullable Unit unit, List<Doubt> doubts) {
    int place = cells.place(field);
    if (place >= 0 && isTotalWord(cells.plain(place))) {
      return null;
    }
    return switch (Amount.read(cells.plain(place), unit)) {
      case Amount.Yen(long yen) -> yen;
      case Amount.Nothing() -> null;
      case Amount.Unreadable(Reason reason) -> {
        doubts.add(Doubt.of(reason, cells.printed(field)));
        yield null;
      }
    };
  }

  private static TotalLine.Kind kind(RowCells cells, Matcher word, String of) {
    String named = word.group("word");
    boolean difference =
        cells.filled().stream()
            .map(column -> Plain.key(cells.plain(column)))
            .anyMatch(text -> text.matches(".*\\(?A\\)?[-−‐–]\\(?B\\)?.*"));
    if (difference || named.startsWith("純")) {
      return TotalLine.Kind.NET;
    }
    if (named.startsWith("再掲")) {
      return TotalLine.Kind.REPOSTED;
    }
    // 「区分② 合計」 sums its heading, not the list.
    if (named.equals("小計") || !of.isEmpty()) {
      return TotalLine.Kind.SUBTOTAL;
    }
    return named.equals("計") ? TotalLine.Kind.SUM : TotalLine.Kind.GROSS;
  }

  /** The heading a sum names: by its mark, or by its words where it has none. */
  private static String of(RowCells cells, Matcher word, int place) {
    String named = word.group("of");
    for (int column : cells.filled()) {
      if (named.isEmpty() && column < place && isHeading(cells, column)) {
        named = Plain.key(cells.plain(column));
      }
    }
    String text = ADDED.matcher(named).replaceFirst("");
    String mark = Headings.markOf(text);
    return mark.isEmpty() ? text : mark;
  }
}
