package tasuki.programme.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the row of one programme and says what in it is not certain. */
final class ProgrammeRow {

  /** A row as it was read. */
  record Read(Values values, List<Doubt> doubts) {}

  /** Columns among which a shifted amount comes to stand. */
  private static final Set<Field> NEAR_MONEY =
      EnumSet.of(
          Field.NEW,
          Field.REPOST,
          Field.DIVISION,
          Field.FUNDING,
          Field.PLANNED,
          Field.SETTLED,
          Field.REMARK);

  private static final Set<String> YES = Set.of("○", "◯", "〇", "●", "◎");
  private static final Set<String> NEW = Set.of("新規", "新", "新規事業");
  private static final Set<String> REPOST = Set.of("再掲", "(再掲)", "再", "再掲事業");
  private static final Pattern FUNDING_MARKS =
      Pattern.compile("(?:" + Plain.CIRCLED + "[、,・/\\s]*)+");
  private static final Pattern FUNDING_WORDS =
      Pattern.compile("(?:(?:基金|県単|国庫|国費|県費|国|県|一般財源|単県|その他)[、,・/\\s]*)+");
  private static final Pattern FUNDING_WORD =
      Pattern.compile(Plain.CIRCLED + "|[^、,・/\\s" + Plain.CIRCLED.substring(1) + "+");
  private static final int LONGEST_FUNDING = 60;
  private static final Pattern REPOST_AT_NAME = Pattern.compile("\\s*[(（\\[【〔<〈]再掲[)）\\]】〕>〉]\\s*");
  private static final Pattern PROGRAMME_NUMBER =
      Pattern.compile("(?:" + Plain.CIRCLED + "|[0-9A-Za-z])[0-9A-Za-z.\\-]{0,19}");

  private final RowCells cells;
  private final boolean settledPrinted;
  private final List<Doubt> doubts = new ArrayList<>();

  private ProgrammeRow(RowCells cells, boolean settledPrinted) {
    this.cells = cells;
    this.settledPrinted = settledPrinted;
  }

  /**
   * Reads a row.
   *
   * @param settledPrinted whether the list prints settled money at all
   */
  static Read read(RowCells cells, boolean settledPrinted) {
    return new ProgrammeRow(cells, settledPrinted).read();
  }

  /** Where the marks of sources of money begin at the end of a division; its length without any. */
  static int marksAtEnd(String division) {
    int from = division.length();
    while (from > 0 && Plain.isCircled(division.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private Read read() {
    places();
    boolean moved = !doubts.isEmpty();
    boolean isNew = marked(Field.NEW, NEW) || NEW.contains(cells.plain(Field.REMARK));
    boolean isRepost = marked(Field.REPOST, REPOST) || REPOST.contains(cells.plain(Field.REMARK));
    String printed = cells.printed(Field.NAME);
    String name = REPOST_AT_NAME.matcher(printed).replaceAll(" ").strip();
    List<String> funding = moved ? List.of() : funding();
    Long planned = moved ? null : amount(Field.PLANNED, cells.columns().planned());
    Long settled = moved ? null : amount(Field.SETTLED, cells.columns().settled());
    boolean certain = doubts.stream().noneMatch(doubt -> isOfMoney(doubt.reason()));
    if (certain && planned == null && cells.columns().has(Field.PLANNED) && !moved) {
      doubts.add(Doubt.of(Reason.AMOUNT_MISSING));
    }
    if (Headings.hasLooseBracket(name)) {
      doubts.add(Doubt.of(Reason.BRACKETS, name));
    }
    Values values =
        new Values(
            serviceType(),
            isNew,
            isRepost || !name.equals(printed),
            number(),
            name,
            cells.printed(Field.CONTENT),
            cells.printed(Field.DIVISION),
            funding,
            certain ? planned : null,
            certain ? settled : null,
            cells.printed(Field.REMARK));
    return new Read(values, List.copyOf(doubts));
  }

  private static boolean isOfMoney(Reason reason) {
    return reason == Reason.NOT_A_NUMBER
        || reason == Reason.UNIT_UNKNOWN
        || reason == Reason.UNIT_DIFFERS;
  }

  /** Whether every cell stands where it belongs. */
  private void places() {
    Columns columns = cells.columns();
    String division = cells.plain(Field.DIVISION);
    if (marksAtEnd(division) < division.length()) {
      doubts.add(Doubt.of(Reason.MARK_IN_DIVISION, cells.printed(Field.DIVISION)));
    }
    if (Amount.isNumber(cells.plain(Field.FUNDING))) {
      doubts.add(Doubt.of(Reason.NUMBER_IN_FUNDING, cells.printed(Field.FUNDING)));
    }
    int numbers = 0;
    int beyond = 0;
    for (int column : cells.filled()) {
      Field field = cells.at(column);
      String plain = cells.plain(column);
      boolean number = Amount.isNumber(plain);
      numbers += number && isNearMoney(field, column) ? 1 : 0;
      beyond += field == null && column >= columns.width() ? 1 : 0;
      if (number && isText(field)) {
        doubts.add(Doubt.of(Reason.NUMBER_IN_TEXT, plain));
      }
      if (field != Field.NAME && field != Field.CONTENT && TotalRow.isTotalWord(plain)) {
        doubts.add(Doubt.of(Reason.TOTAL_WORD_INSIDE, plain));
      }
    }
    if (beyond > 0) {
      doubts.add(Doubt.of(Reason.CELLS_BEYOND, beyond));
    }
    numbers(numbers, columns.money());
  }

  private void numbers(int found, int columns) {
    if (found > columns) {
      doubts.add(Doubt.of(Reason.MORE_NUMBERS, found, columns));
    }
    boolean one = cells.has(Field.PLANNED) != cells.has(Field.SETTLED);
    if (found > 0 && found < columns && settledPrinted && one) {
      doubts.add(Doubt.of(Reason.FEWER_NUMBERS, found, columns));
    }
  }

  private boolean isNearMoney(@Nullable Field field, int column) {
    return field == null ? column >= cells.columns().width() : NEAR_MONEY.contains(field);
  }

  private static boolean isText(@Nullable Field field) {
    return field == Field.NAME
        || field == Field.CONTENT
        || field == Field.DIVISION
        || field == Field.KIND
        || field == Field.CATEGORY;
  }

  private boolean marked(Field field, Set<String> words) {
    String plain = Plain.key(cells.plain(field));
    if (Amount.isNothing(plain)) {
      return false;
    }
    if (!YES.contains(plain) && !words.contains(plain)) {
      doubts.add(Doubt.of(Reason.MARK_UNREADABLE, cells.printed(field)));
      return false;
    }
    return true;
  }

  private List<String> funding() {
    String plain = cells.plain(Field.FUNDING);
    if (Amount.isNothing(plain)) {
      return List.of();
    }
    if (plain.length() > LONGEST_FUNDING
        || !(FUNDING_MARKS.matcher(plain).matches() || FUNDING_WORDS.matcher(plain).matches())) {
      doubts.add(Doubt.of(Reason.FUNDING_UNREADABLE, cells.printed(Field.FUNDING)));
      return List.of();
    }
    return FUNDING_WORD.matcher(plain).results().map(found -> found.group()).toList();
  }

  private @Nullable Long amount(Field field, @Nullable Unit unit) {
    return switch (Amount.read(cells.plain(field), unit)) {
      case Amount.Yen(long yen) -> {
        if (yen < 0) {
          doubts.add(Doubt.of(Reason.NEGATIVE_AMOUNT, cells.printed(field)));
        }
        yield yen;
      }
      case Amount.Nothing() -> null;
      case Amount.Unreadable(Reason reason) -> {
        doubts.add(Doubt.of(reason, cells.printed(field)));
        yield null;
      }
    };
  }

  private String serviceType() {
    String kind = cells.printed(Field.KIND);
    return kind.isEmpty() || Headings.markOf(kind).isEmpty() ? kind : "";
  }

  private String number() {
    String number = Plain.key(cells.plain(Field.NUMBER));
    if (Amount.isNothing(number)) {
      return "";
    }
    if (!PROGRAMME_NUMBER.matcher(number).matches()) {
      doubts.add(Doubt.of(Reason.PROGRAMME_NUMBER_UNREADABLE, cells.printed(Field.NUMBER)));
      return "";
    }
    return number;
  }
}
