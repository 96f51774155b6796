package tasuki.programme.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tasuki.table.TableRow;

/**
 * Which column holds what: as the headings say, or as a person said.
 *
 * @param line number of the line of headings; 0 where the table has none
 * @param places the column of each field, counted from 0
 * @param planned unit of the planned money; null where nothing says it
 * @param settled unit of the settled money
 */
public record Columns(
    int line, Map<Field, Integer> places, @Nullable Unit planned, @Nullable Unit settled) {

  /** A table without columns that mean anything. */
  public static final Columns NONE = new Columns(0, Map.of(), null, null);

  /** So many known headings make a line of headings. */
  private static final int FEWEST = 3;

  private static final int LONGEST = 60;

  private static final Pattern LEGEND =
      Pattern.compile("(" + Plain.CIRCLED + ")([^" + Plain.CIRCLED.substring(1) + "+)");

  public Columns {
    places = Map.copyOf(places);
  }

  /** The columns a line of headings names; empty when the line is none. */
  public static Optional<Columns> headed(TableRow row) {
    Map<Field, Integer> places = new EnumMap<>(Field.class);
    Set<Field> twice = EnumSet.noneOf(Field.class);
    for (int column = 0; column < row.cells().size(); column++) {
      Optional<Field> field = named(row.cell(column));
      if (field.isPresent() && places.putIfAbsent(field.get(), column) != null) {
        twice.add(field.get());
      }
    }
    if (!places.containsKey(Field.NAME) || places.size() < FEWEST) {
      return Optional.empty();
    }
    Unit planned = unit(row, places.get(Field.PLANNED));
    Unit settled = unit(row, places.get(Field.SETTLED));
    // Which of two columns is meant only a person can say.
    places.keySet().removeAll(twice);
    return Optional.of(new Columns(row.number(), places, planned, settled));
  }

  private static Optional<Field> named(String heading) {
    return heading.isEmpty() || heading.length() > LONGEST
        ? Optional.empty()
        : Field.headed(heading);
  }

  private static @Nullable Unit unit(TableRow row, @Nullable Integer column) {
    return column == null ? null : Unit.inHeading(row.cell(column));
  }

  /** What is in doubt about a line of headings. */
  static List<Doubt> doubts(TableRow headings) {
    List<Doubt> doubts = new ArrayList<>();
    Set<Field> seen = EnumSet.noneOf(Field.class);
    for (String heading : headings.cells()) {
      Optional<Field> field = named(heading);
      if (field.isPresent() && !seen.add(field.get())) {
        doubts.add(Doubt.of(Reason.COLUMN_TWICE, Plain.shown(heading)));
      } else if (field.isEmpty() && !heading.isBlank()) {
        doubts.add(Doubt.of(Reason.COLUMN_UNKNOWN, Plain.shown(heading)));
      }
    }
    return doubts;
  }

  /** What the marks of the sources of money mean, where the heading says it: ① is 基金. */
  static Map<String, String> legend(TableRow headings) {
    Map<String, String> legend = new LinkedHashMap<>();
    for (String heading : headings.cells()) {
      if (named(heading).equals(Optional.of(Field.FUNDING))) {
        Matcher mark = LEGEND.matcher(Plain.key(heading));
        while (mark.find()) {
          legend.put(mark.group(1), mark.group(2).replaceAll("[:.、,]+|[)]$", ""));
        }
      }
    }
    return legend;
  }

  /** The same columns where a note above the table says the unit that no heading says. */
  Columns noted(@Nullable Unit unit) {
    return new Columns(
        line, places, planned == null ? unit : planned, settled == null ? unit : settled);
  }

  boolean has(Field field) {
    return places.containsKey(field);
  }

  /** How many columns hold money. */
  int money() {
    return (has(Field.PLANNED) ? 1 : 0) + (has(Field.SETTLED) ? 1 : 0);
  }

  /** The column behind the last one that means something. */
  int width() {
    return places.values().stream().mapToInt(place -> place + 1).max().orElse(0);
  }
}
