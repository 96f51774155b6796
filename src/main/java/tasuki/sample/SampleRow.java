package tasuki.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/** A line of the sample prefecture's tables in {@code sample/*.csv}: plain text without quotes. */
record SampleRow(Map<String, String> values) {

  /** Every line of a table. */
  static List<SampleRow> all(String table) {
    List<String> lines;
    try {
      lines =
          new ClassPathResource("sample/" + table + ".csv")
              .getContentAsString(StandardCharsets.UTF_8)
              .lines()
              .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException("The sample table " + table + " cannot be read", missing);
    }
    String[] names = lines.getFirst().split(",", -1);
    return lines.stream().skip(1).map(line -> row(names, line)).toList();
  }

  private static SampleRow row(String[] names, String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != names.length) {
      throw new IllegalStateException("The sample line has " + cells.length + " cells: " + line);
    }
    Map<String, String> values = new HashMap<>();
    for (int at = 0; at < names.length; at++) {
      values.put(names[at], cells[at]);
    }
    return new SampleRow(values);
  }

  /** The cell, empty where nothing stands. */
  String get(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("The sample table has no column " + name);
    }
    return value;
  }

  /** The cell, unless nothing stands there. */
  Optional<String> find(String name) {
    return Optional.of(get(name)).filter(value -> !value.isEmpty());
  }

  /** The parts of a cell, cut at the sign. */
  List<String> parts(String name, String sign) {
    return get(name).isEmpty() ? List.of() : List.of(get(name).split(sign, -1));
  }

  int number(String name) {
    return Integer.parseInt(get(name));
  }

  boolean yes(String name) {
    return get(name).equals("yes");
  }
}
