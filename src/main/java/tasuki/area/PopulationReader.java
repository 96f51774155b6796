package tasuki.area;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tasuki.table.Fault;
import tasuki.table.ListRows;
import tasuki.table.TableRow;
import tasuki.table.UnreadableTableException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the rows of a published population file. Sub-totals of counties (郡) and prefectures stand
 * among the municipalities, cities beside their wards; only what is a base unit or a named group of
 * municipalities is taken, so that nothing is counted twice.
 */
final class PopulationReader implements Consumer<TableRow> {

  /** What a file holds, and by which words it is known. */
  private enum Edition {
    REGISTER("住民基本台帳年齢階級別人口", "REGISTER", "ALL"),
    TOTAL("総人口および指数", "PROJECTION", "ALL"),
    SHARE_65("年齢別人口割合65歳以上人口", "PROJECTION", "65+%"),
    SHARE_75("年齢別人口割合75歳以上人口", "PROJECTION", "75+%");

    private final String title;
    private final String source;
    private final String band;

    Edition(String title, String source, String band) {
      this.title = title;
      this.source = source;
      this.band = band;
    }
  }

  private static final int DEEPEST_TITLE = 40;
  private static final Pattern ERA_YEAR = Pattern.compile("令和(\\d+|元)年1月1日");
  private static final Pattern YEAR = Pattern.compile("(20\\d\\d)年");
  private static final Pattern BAND = Pattern.compile("(\\d+)歳[~〜～](\\d+)歳|100歳以上");
  private static final Pattern CODE = Pattern.compile("\\d{4,6}");
  private static final Pattern MEMBERS = Pattern.compile("「(.+?)」は、(.+?)の\\d+市町村を含む");
  private static final String GROUP = "9";

  private final Map<String, BaseUnit> units = new HashMap<>();
  private final Set<String> inParts;
  private final String file;
  private final ListRows rows;
  private final Map<String, List<String>> members = new HashMap<>();
  private final Map<Integer, String> columns = new TreeMap<>();
  private @Nullable Edition edition;
  private int year;
  private boolean begun;

  /**
   * @param units municipalities and wards
   * @param inParts codes of municipalities that are known by their parts alone
   */
  PopulationReader(List<BaseUnit> units, Set<String> inParts, String file, ListRows rows) {
    units.forEach(unit -> this.units.put(unit.code(), unit));
    this.inParts = inParts;
    this.file = file;
    this.rows = rows;
  }

  @Override
  public void accept(TableRow row) {
    Edition known = edition;
    if (known == null) {
      title(row);
      return;
    }
    if (!begun && !isHeading(row, known)) {
      readNotes(row);
    }
    String code = row.cell(0);
    if (code.equals("-") || CODE.matcher(code).matches()) {
      begun = true;
      if (columns.isEmpty()) {
        throw new UnreadableTableException("area.population.fault.heading", file);
      }
      row(row, known, code);
    }
  }

  private void title(TableRow row) {
    String text = String.join("", row.cells()).replaceAll("[\\s\\u3000]", "");
    for (Edition one : Edition.values()) {
      if (text.contains(one.title)) {
        edition = one;
      }
    }
    Matcher era = ERA_YEAR.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
    if (edition == Edition.REGISTER && era.find()) {
      year = 2018 + (era.group(1).equals("元") ? 1 : Integer.parseInt(era.group(1)));
    }
    readNotes(row);
    if (edition == null && row.number() > DEEPEST_TITLE
        || edition == Edition.REGISTER && year == 0) {
      throw new UnreadableTableException("area.population.fault.title", file);
    }
  }

  /** Which municipalities a group is made of, stands in a note above the table. */
  private void readNotes(TableRow row) {
    for (String cell : row.cells()) {
      Matcher note = MEMBERS.matcher(cell);
      if (note.find()) {
        members.put(note.group(1), List.of(note.group(2).split("、", -1)));
      }
    }
  }

  private boolean isHeading(TableRow row, Edition known) {
    Map<Integer, String> found = new TreeMap<>();
    Pattern wanted = known == Edition.REGISTER ? BAND : YEAR;
    for (int i = 4; i < row.cells().size(); i++) {
      String cell = Normalizer.normalize(row.cell(i), Normalizer.Form.NFKC);
      Matcher heading = wanted.matcher(cell);
      if (known == Edition.REGISTER && cell.equals("総数")) {
        found.put(i, "ALL");
      } else if (heading.matches()) {
        found.put(i, known == Edition.REGISTER ? band(heading) : heading.group(1));
      }
    }
    if (found.size() < 3) {
      return false;
    }
    // The same years head the index beside the figures; the first ones are the figures.
    List<String> seen = new ArrayList<>();
    found.forEach(
        (column, name) -> {
          if (!seen.contains(name)) {
            seen.add(name);
            columns.put(column, name);
          }
        });
    return true;
  }

  private static String band(Matcher heading) {
    return heading.group(1) == null ? "100+" : heading.group(1) + "-" + heading.group(2);
  }

  /** All rows have passed. */
  void end() {
    if (!begun) {
      throw new UnreadableTableException("area.population.fault.title", file);
    }
  }

  private void row(TableRow row, Edition known, String written) {
    String code = code(written);
    List<String> group = List.of();
    boolean placed = units.containsKey(code) || inParts.contains(code);
    if (!placed && known != Edition.REGISTER && row.cell(1).equals(GROUP)) {
      group = groupOf(row);
      if (group.isEmpty()) {
        reject(row, "area.population.fault.group", row.cell(3));
        return;
      }
    } else if (!placed) {
      reject(row, reason(row, code), name(row, known));
      return;
    }
    String sex = known == Edition.REGISTER ? sex(row.cell(3)) : "BOTH";
    if (sex.isEmpty()) {
      reject(row, "area.population.fault.sex", row.cell(3));
      return;
    }
    ObjectNode content = JsonMapper.shared().createObjectNode();
    content.put("source", known.source);
    content.put("code", code);
    content.put("name", name(row, known));
    content.put("sex", sex);
    // Each of the three projected tables names the group; it is kept with the first alone.
    if (known == Edition.TOTAL && !group.isEmpty()) {
      content.set("members", JsonMapper.shared().valueToTree(group));
    }
    if (figures(row, known, content.putObject("figures"))) {
      boolean register = known == Edition.REGISTER;
      String scope = (register ? known + " " + year : known.name()) + " " + code.substring(0, 2);
      String list = register ? known + "-" + year : known.name();
      rows.take(row.number(), scope, list + " " + code + " " + sex, content.toString());
    }
  }

  /** Six digits end with a check digit; five may have lost the nought before them. */
  private static String code(String written) {
    return written.length() == 6
        ? written.substring(0, 5)
        : "0".repeat(5 - written.length()) + written;
  }

  private static String name(TableRow row, Edition known) {
    return row.cell(known == Edition.REGISTER || !row.cell(3).isEmpty() ? nameColumn(known) : 2);
  }

  private static int nameColumn(Edition known) {
    return known == Edition.REGISTER ? 2 : 3;
  }

  private static String reason(TableRow row, String code) {
    if (row.cell(0).equals("-") || code.endsWith("000")) {
      return "area.population.fault.total";
    }
    return row.cell(2).endsWith("郡")
        ? "area.population.fault.county"
        : "area.population.fault.unit";
  }

  private List<String> groupOf(TableRow row) {
    List<String> codes = new ArrayList<>();
    for (String member : members.getOrDefault(row.cell(3), List.of())) {
      List<String> found =
          units.values().stream()
              .filter(unit -> Objects.equals(unit.prefecture(), row.cell(2)))
              .filter(unit -> unit.name().equals(member) || unit.name().endsWith("郡" + member))
              .map(BaseUnit::code)
              .toList();
      if (found.size() != 1) {
        return List.of();
      }
      codes.addAll(found);
    }
    return codes;
  }

  private static String sex(String written) {
    return switch (written) {
      case "計" -> "BOTH";
      case "男" -> "MEN";
      case "女" -> "WOMEN";
      default -> "";
    };
  }

  private boolean figures(TableRow row, Edition known, ObjectNode years) {
    for (Map.Entry<Integer, String> column : columns.entrySet()) {
      String written = row.cell(column.getKey());
      if (!written.matches("\\d{1,12}(\\.\\d{1,20})?")) {
        rows.reject(
            row.number(),
            Fault.at(row, column.getValue(), "table.fault.no-number", written),
            row.cells());
        return false;
      }
      // Shares are published with more digits than they have meaning; six keep every person.
      BigDecimal value =
          new BigDecimal(written).setScale(known.band.endsWith("%") ? 6 : 0, RoundingMode.HALF_UP);
      if (known == Edition.REGISTER) {
        years.withObject("/" + year).put(column.getValue(), value);
      } else {
        years.withObject("/" + column.getValue()).put(known.band, value);
      }
    }
    return true;
  }

  private void reject(TableRow row, String reason, String argument) {
    rows.reject(row.number(), Fault.at(row, null, reason, argument), row.cells());
  }
}
