package tasuki;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The hand-written table of who may open which page, for tests that go through the pages. */
final class AccessTable {

  /** A line of the table; with a body, a form that is shown again counts as a refusal. */
  record Row(String method, String path, String body, String profile) {}

  /** Everybody of the table, in the order of its columns. */
  final List<String> people = new ArrayList<>();

  final List<Row> rows = new ArrayList<>();

  /** What is played through by tests of its own. */
  final List<String> elsewhere = new ArrayList<>();

  private final Map<String, List<String>> profiles = new HashMap<>();

  private AccessTable() {}

  static AccessTable read() {
    AccessTable table = new AccessTable();
    lines("pages.txt").forEach(table::read);
    return table;
  }

  /** The lines of a file of the access tables that say something. */
  static List<String> lines(String file) {
    try (InputStream bytes =
        Objects.requireNonNull(AccessTable.class.getResourceAsStream("/access/" + file))) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("--"))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void read(String line) {
    if (line.contains("|")) {
      String[] parts = line.split("\\|");
      List<String> cells = Arrays.asList(parts[1].strip().split(" +"));
      if (parts[0].strip().equals("profile")) {
        people.addAll(cells);
      } else {
        profiles.put(parts[0].strip(), cells);
      }
      return;
    }
    int path = line.indexOf('/');
    int profile = line.lastIndexOf(' ') + 1;
    String[] sent = line.substring(path, profile).split("<-");
    Row row =
        new Row(
            line.substring(0, path).strip(),
            sent[0].strip(),
            sent.length == 1 ? "" : sent[1].strip(),
            line.substring(profile));
    if (row.method().equals("-")) {
      elsewhere.add(row.path());
    } else {
      rows.add(row);
    }
  }

  /** What each of the people gets, in the order of the columns. */
  List<String> cells(Row row) {
    List<String> cells = Objects.requireNonNull(profiles.get(row.profile()), row.profile());
    if (cells.size() != people.size()) {
      throw new AssertionError("The profile of " + row + " has not a cell for each of the people");
    }
    return cells;
  }

  /** What this one of the people gets. */
  String cell(Row row, String person) {
    return cells(row).get(people.indexOf(person));
  }
}
