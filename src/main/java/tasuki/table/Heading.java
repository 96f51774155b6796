package tasuki.table;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The line of headings of one sheet. It is found by its words, so that titles above it, other
 * orders and other spellings (full width, spaces, units in brackets) do no harm.
 */
public final class Heading {

  /** How far down a title and notes may reach. */
  static final int DEEPEST = 40;

  private final int rowNumber;
  private final Map<String, Integer> places;
  private final Map<String, String> titles;

  private Heading(int rowNumber, Map<String, Integer> places, Map<String, String> titles) {
    this.rowNumber = rowNumber;
    this.places = places;
    this.titles = titles;
  }

  /** What was found: the headings, or why they cannot be told. */
  public sealed interface Found {
    record Here(Heading heading) implements Found {}

    record Nowhere(Fault fault) implements Found {}
  }

  /** Looks for the line that names the most of the columns. */
  public static Found in(List<TableRow> sheet, List<Column> columns) {
    Heading best = null;
    TableRow bestRow = null;
    for (TableRow row : sheet.subList(0, Math.min(DEEPEST, sheet.size()))) {
      Heading heading = of(row, columns);
      if (best == null || heading.places.size() > best.places.size()) {
        best = heading;
        bestRow = row;
      }
    }
    if (best == null || bestRow == null || best.places.size() < 2) {
      return new Found.Nowhere(Fault.ofFile("table.fault.no-heading", names(columns)));
    }
    Heading found = best;
    List<Column> missing =
        columns.stream()
            .filter(column -> column.required() && !found.places.containsKey(column.key()))
            .toList();
    if (!missing.isEmpty()) {
      return new Found.Nowhere(
          Fault.at(bestRow, null, "table.fault.missing-column", names(missing)));
    }
    String twice = twice(bestRow, columns);
    return twice == null
        ? new Found.Here(best)
        : new Found.Nowhere(Fault.at(bestRow, twice, "table.fault.column-twice"));
  }

  /** The headings of a row, as somebody said what each of them means. */
  static Heading assigned(TableRow row, Map<String, Integer> places) {
    Map<String, String> titles = new HashMap<>();
    places.forEach((key, place) -> titles.put(key, row.cell(place)));
    return new Heading(row.number(), Map.copyOf(places), titles);
  }

  /** Which of the columns a row of headings names by words that are known. */
  public static Map<String, Integer> guess(TableRow row, List<Column> columns) {
    return Map.copyOf(of(row, columns).places);
  }

  /** By which a row of headings is known again, however wide it was typed. */
  public static String signature(TableRow row) {
    String words = String.join("\n", row.cells().stream().map(Heading::normalised).toList());
    return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Heading of(TableRow row, List<Column> columns) {
    Map<String, Integer> places = new HashMap<>();
    Map<String, String> titles = new HashMap<>();
    // 正式名称 and 正式名称（フリガナ） differ by their brackets alone: who is named in full comes first.
    columns.forEach(column -> place(row, column, Heading::spelled, places));
    columns.forEach(column -> place(row, column, Heading::normalised, places));
    for (Column column : columns) {
      Integer place = places.get(column.key());
      titles.put(
          column.key(), place == null ? column.name() : row.cell(place).replaceAll("\\s+", " "));
    }
    return new Heading(row.number(), places, titles);
  }

  private static void place(
      TableRow row, Column column, UnaryOperator<String> spelling, Map<String, Integer> places) {
    Set<String> names = names(column, spelling);
    for (int i = 0; i < row.cells().size() && !places.containsKey(column.key()); i++) {
      if (!places.containsValue(i) && names.contains(spelling.apply(row.cell(i)))) {
        places.put(column.key(), i);
      }
    }
  }

  private static @Nullable String twice(TableRow row, List<Column> columns) {
    Set<String> inFull = new HashSet<>();
    columns.forEach(column -> inFull.addAll(names(column, Heading::spelled)));
    for (Column column : columns) {
      Set<String> own = names(column, Heading::spelled);
      Set<String> names = names(column, Heading::normalised);
      List<String> hits = new ArrayList<>();
      row.cells().stream()
          .filter(cell -> names.contains(normalised(cell)))
          .filter(cell -> own.contains(spelled(cell)) || !inFull.contains(spelled(cell)))
          .forEach(hits::add);
      if (hits.size() > 1) {
        return hits.getFirst();
      }
    }
    return null;
  }

  private static Set<String> names(Column column, UnaryOperator<String> spelling) {
    Set<String> names = new HashSet<>();
    column.names().forEach(name -> names.add(spelling.apply(name)));
    return names;
  }

  /** A heading without what people add to it: width, spaces, line breaks, marks, units. */
  static String normalised(String heading) {
    return spelled(heading).replaceAll("\\([^()]*\\)$|\\[[^\\[\\]]*\\]$|【[^】]*】$", "");
  }

  /** A heading in one spelling, with what stands in brackets. */
  private static String spelled(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKC)
        .replaceAll("[\\s※*・:]+", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String names(List<Column> columns) {
    return String.join("、", columns.stream().map(Column::name).toList());
  }

  /** The number of the row that holds the headings. */
  public int rowNumber() {
    return rowNumber;
  }

  public boolean has(String key) {
    return places.containsKey(key);
  }

  /** The heading as the file writes it. */
  public String title(String key) {
    return titles.getOrDefault(key, key);
  }

  String cell(TableRow row, String key) {
    Integer place = places.get(key);
    return place == null ? "" : row.cell(place);
  }
}
