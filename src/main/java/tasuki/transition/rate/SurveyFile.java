package tasuki.transition.rate;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tasuki.area.Area;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.table.Cells;
import tasuki.table.Column;
import tasuki.table.Fault;
import tasuki.table.Heading;
import tasuki.table.TableReading;
import tasuki.table.TableRow;
import tasuki.table.Tables;

/** Reads a file of survey figures. A single row in error keeps all others from being taken. */
@Component
class SurveyFile {

  /**
   * A row that is not taken.
   *
   * @param blocks whether the file has to be put right first; a row of totals does not
   */
  record Rejected(Fault fault, List<String> cells, boolean blocks) {}

  /** What a file says. */
  record Read(int rows, List<SurveyRow> taken, List<Rejected> rejected) {

    boolean isSound() {
      return rejected.stream().noneMatch(Rejected::blocks);
    }
  }

  private static final List<Column> COLUMNS =
      List.of(
          Column.required("survey", "調査名", "調査", "survey"),
          Column.required("month", "年月", "調査月", "対象月", "対象年月", "月", "month"),
          Column.optional("kind", "区域の種類", "圏域の種類", "区域種別", "圏域種別", "area kind"),
          Column.required("area", "区域", "圏域", "区域名", "圏域名", "区域コード", "市町村", "市町村名", "area"),
          Column.optional("group", "区分", "要介護・要支援", "要介護要支援", "介護度区分", "group"),
          Column.required("rate", "率", "指標", "項目", "率の種類", "rate"),
          Column.optional("asked", "調査対象事業所数", "対象事業所数", "配布数", "asked"),
          Column.optional("answered", "回答事業所数", "回答数", "回収数", "answered"),
          Column.required("all", "分母", "対象者数", "対象件数", "denominator"),
          Column.required("done", "分子", "該当者数", "実施件数", "連絡あり件数", "numerator"));

  private static final Set<String> TOTALS =
      Set.of("合計", "計", "総計", "小計", "全体", "県全体", "県計", "全県", "県合計", "平均", "県平均", "total");

  private static final Map<String, Rate> RATES = new HashMap<>();

  static {
    for (String name : List.of("退院調整率", "入退院調整率", "調整率", "退院支援連絡実施率", "退院調整", "退院", "discharge")) {
      RATES.put(name, Rate.DISCHARGE);
    }
    for (String name : List.of("入院時情報提供率", "入院調整率", "情報提供率", "入院時情報提供", "入院", "information")) {
      RATES.put(name, Rate.INFORMATION);
    }
    for (String name : List.of("ルール活用率", "ルール活用", "活用率", "rule_use", "rule-use")) {
      RATES.put(name, Rate.RULE_USE);
    }
  }

  private final Areas areas;
  private final Standards standards;
  private final MessageSource messages;

  SurveyFile(Areas areas, Standards standards, MessageSource messages) {
    this.areas = areas;
    this.standards = standards;
    this.messages = messages;
  }

  Read read(byte[] bytes, String name) {
    return switch (Tables.read(bytes, name)) {
      case TableReading.Unreadable(Fault fault) ->
          new Read(0, List.of(), List.of(new Rejected(fault, List.of(), true)));
      case TableReading.Rows(List<TableRow> rows) -> read(rows);
    };
  }

  private Read read(List<TableRow> rows) {
    Map<String, List<TableRow>> sheets = new LinkedHashMap<>();
    rows.forEach(row -> sheets.computeIfAbsent(row.sheet(), _ -> new ArrayList<>()).add(row));
    List<SurveyRow> taken = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    Map<SurveyRow.Key, Integer> seen = new HashMap<>();
    Lists lists = new Lists();
    int read = 0;
    for (List<TableRow> sheet : sheets.values()) {
      switch (Heading.in(sheet, COLUMNS)) {
        case Heading.Found.Nowhere(Fault fault) ->
            rejected.add(new Rejected(onSheet(fault, sheet), List.of(), true));
        case Heading.Found.Here(Heading heading) -> {
          for (TableRow row : sheet) {
            if (row.number() > heading.rowNumber()) {
              read++;
              line(new Cells(row, heading), heading, lists, seen, taken, rejected);
            }
          }
        }
      }
    }
    return new Read(read, taken, rejected);
  }

  private static Fault onSheet(Fault fault, List<TableRow> sheet) {
    return new Fault(
        sheet.getFirst().sheet(), fault.row(), fault.column(), fault.reason(), fault.arguments());
  }

  private void line(
      Cells cells,
      Heading heading,
      Lists lists,
      Map<SurveyRow.Key, Integer> seen,
      List<SurveyRow> taken,
      List<Rejected> rejected) {
    if (TOTALS.contains(plain(cells.plain("area")))) {
      Fault fault = Fault.at(cells.row(), heading.title("area"), "rate.survey.fault.total");
      rejected.add(new Rejected(fault, cells.row().cells(), false));
      return;
    }
    Optional<SurveyRow> row = row(cells, lists);
    if (row.isPresent() && cells.faults().isEmpty()) {
      Integer before = seen.putIfAbsent(row.get().key(), cells.row().number());
      if (before != null) {
        cells.reject("month", "rate.survey.fault.twice", "" + before);
      }
    }
    cells.faults().forEach(fault -> rejected.add(new Rejected(fault, cells.row().cells(), true)));
    if (cells.faults().isEmpty()) {
      row.ifPresent(taken::add);
    }
  }

  private Optional<SurveyRow> row(Cells cells, Lists lists) {
    String survey = cells.text("survey", 100);
    Optional<YearMonth> month = cells.month("month");
    Optional<Rate> rate = rate(cells, lists);
    Optional<RateQuery.Group> group = group(cells);
    Optional<UUID> area = month.flatMap(when -> area(cells, lists, when));
    Optional<Long> asked = cells.optionalCount("asked");
    Optional<Long> answered = cells.optionalCount("answered");
    long all = cells.count("all");
    long done = cells.count("done");
    if (cells.faults().isEmpty() && done > all) {
      cells.reject("done", "rate.survey.fault.more", "" + done, "" + all);
    }
    if (asked.isPresent() && answered.isPresent() && answered.get() > asked.get()) {
      cells.reject("answered", "rate.survey.fault.more", "" + answered.get(), "" + asked.get());
    }
    if (month.isEmpty() || rate.isEmpty() || group.isEmpty() || area.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SurveyRow(
            new SurveyRow.Key(survey, month.get(), rate.get(), area.get(), group.get()),
            asked.orElse(null),
            answered.orElse(null),
            all,
            done));
  }

  private static Optional<Rate> rate(Cells cells, Lists lists) {
    String typed = plain(cells.plain("rate"));
    Optional<Rate> rate = Optional.ofNullable(lists.rates.get(typed));
    if (rate.isEmpty()) {
      cells.reject("rate", "rate.survey.fault.rate", cells.plain("rate"));
    }
    return rate;
  }

  private static Optional<RateQuery.Group> group(Cells cells) {
    return switch (plain(cells.plain("group"))) {
      case "要介護", "介護", "care" -> Optional.of(RateQuery.Group.CARE);
      case "要支援", "支援", "予防", "preventive" -> Optional.of(RateQuery.Group.PREVENTIVE);
      case "", "合計", "計", "全体", "要介護・要支援", "要介護要支援", "certified" ->
          Optional.of(RateQuery.Group.CERTIFIED);
      default -> {
        cells.reject("group", "rate.survey.fault.group", cells.plain("group"));
        yield Optional.empty();
      }
    };
  }

  /** The area as it was named in that month, by code or by name. */
  private Optional<UUID> area(Cells cells, Lists lists, YearMonth month) {
    String kindTyped = plain(cells.plain("kind"));
    String typed = plain(cells.plain("area"));
    if (typed.isEmpty()) {
      cells.reject("area", "table.fault.cell-empty");
      return Optional.empty();
    }
    List<AreaKind> kinds = kindTyped.isEmpty() ? List.of(AreaKind.values()) : lists.kind(kindTyped);
    if (kinds.isEmpty()) {
      cells.reject("kind", "rate.survey.fault.kind", cells.plain("kind"));
      return Optional.empty();
    }
    List<Area> found =
        kinds.stream()
            .flatMap(kind -> lists.areas(kind, month).stream())
            .filter(
                area ->
                    typed.equals(plain(area.name()))
                        || typed.equals(plain(area.nameEnglish()))
                        || typed.equals(plain(area.code())))
            .toList();
    if (found.size() != 1) {
      cells.reject(
          "area",
          found.isEmpty() ? "rate.survey.fault.area" : "rate.survey.fault.areas",
          cells.plain("area"));
      return Optional.empty();
    }
    return Optional.of(found.getFirst().id().value());
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s", "")
        .toLowerCase(Locale.ROOT);
  }

  /** What names mean; looked up once a file. */
  private final class Lists {

    private final Map<AreaKind, Map<LocalDate, List<Area>>> areasOf = new HashMap<>();
    private final Map<String, Rate> rates = new HashMap<>();

    Lists() {
      RATES.forEach((name, rate) -> rates.put(plain(name), rate));
      standards.ofPrefecture().names().forEach((rate, name) -> rates.put(plain(name), rate));
    }

    List<Area> areas(AreaKind kind, YearMonth month) {
      return areasOf
          .computeIfAbsent(kind, _ -> new HashMap<>())
          .computeIfAbsent(month.atDay(1), day -> areas.ofKind(kind, day));
    }

    List<AreaKind> kind(String typed) {
      return Arrays.stream(AreaKind.values())
          .filter(
              kind ->
                  Stream.of(
                          kind.name(),
                          messages.getMessage("area.kind." + kind, null, Locale.JAPANESE),
                          messages.getMessage("area.kind." + kind, null, Locale.ENGLISH))
                      .anyMatch(name -> plain(name).equals(typed)))
          .toList();
    }
  }
}
