package tasuki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Keeps the house a house: floors in Java and in SQL, words in both languages. */
class HouseTest {

  /** The floors, lowest first; rooms of one floor 3 are strangers to each other. */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("kernel", "web"),
          Set.of(
              "area", "calendar", "indicator", "audit", "form", "file", "notice", "table", "print"),
          Set.of("directory", "identity", "person", "incident", "intake", "offer", "register"),
          Set.of("record", "transition", "equipment", "matching"),
          Set.of("pathway", "insight", "goal", "programme", "practice", "fund"),
          Set.of("desk", "portal", "guide", "sample", "bench"));

  private static final Path JAVA = Path.of("src/main/java/tasuki");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db");
  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");

  @Test
  void rooms_know_only_what_their_package_says_and_nothing_inside_each_other() {
    ApplicationModules.of(Tasuki.class).verify();
  }

  @Test
  void no_room_says_it_knows_a_room_above_it_or_a_stranger() {
    List<String> broken = new ArrayList<>();
    for (String room : rooms()) {
      for (String other : allowedBy(room)) {
        boolean fine =
            floorOf(other) < floorOf(room)
                || floorOf(other) == floorOf(room) && floorOf(room) != 3 && !other.equals(room);
        if (!fine) {
          broken.add(room + " -> " + other);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void sql_of_a_room_names_only_its_own_schema_and_those_it_may_know() throws IOException {
    Pattern schema =
        Pattern.compile(
            "\\b(" + String.join("|", rooms()) + ")\\.[a-z_]+\\b", Pattern.CASE_INSENSITIVE);
    List<String> broken = new ArrayList<>();
    for (String room : rooms()) {
      Set<String> allowed = new LinkedHashSet<>(allowedBy(room));
      allowed.add(room);
      for (String statement : statementsOf(room)) {
        Matcher named = schema.matcher(statement);
        while (named.find()) {
          if (!allowed.contains(named.group(1))) {
            broken.add(room + " names " + named.group());
          }
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void every_string_stands_in_both_languages() throws IOException {
    Map<String, Set<String>> missing = new TreeMap<>();
    for (Path japanese : files(MESSAGES, ".properties")) {
      String name = japanese.getFileName().toString();
      if (name.endsWith("_en.properties")) {
        continue;
      }
      Path english = MESSAGES.resolve(name.replace(".properties", "_en.properties"));
      Set<String> ours = keys(japanese);
      Set<String> theirs = keys(english);
      Set<String> difference = new LinkedHashSet<>(ours);
      difference.removeAll(theirs);
      theirs.stream().filter(key -> !ours.contains(key)).forEach(difference::add);
      if (!difference.isEmpty()) {
        missing.put(name, difference);
      }
    }
    assertThat(missing).isEmpty();
  }

  /** Every message is a pattern: one apostrophe quotes a brace, two are printed as one. */
  @Test
  void no_apostrophe_gets_lost_from_a_message() throws IOException {
    Pattern single = Pattern.compile("(?m)^[^#\n]*(?<!['}])'(?!['{]).*$");
    List<String> lost = new ArrayList<>();
    for (Path bundle : files(MESSAGES, ".properties")) {
      // The calendar reads its words itself, as they are.
      Matcher found = single.matcher(Files.readString(bundle));
      while (!bundle.endsWith("calendar_en.properties") && found.find()) {
        lost.add(bundle.getFileName() + ": " + found.group());
      }
    }
    assertThat(lost).isEmpty();
  }

  @Test
  void every_message_a_template_names_exists() throws IOException {
    Set<String> known = new LinkedHashSet<>();
    for (Path bundle : files(MESSAGES, ".properties")) {
      known.addAll(keys(bundle));
    }
    Pattern named = Pattern.compile("#\\{([a-z][a-z0-9.-]+)[}(]");
    Set<String> unknown = new LinkedHashSet<>();
    for (Path template : files(TEMPLATES, ".html")) {
      Matcher key = named.matcher(Files.readString(template));
      while (key.find()) {
        if (!known.contains(key.group(1))) {
          unknown.add(template.getFileName() + ": " + key.group(1));
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void no_template_writes_unescaped_text_or_inline_scripts() throws IOException {
    Pattern forbidden =
        Pattern.compile("th:utext|\\[\\(|<script(?![^>]*src)|\\son[a-z]+=\"|\\sstyle=\"");
    List<String> broken = new ArrayList<>();
    for (Path template : files(TEMPLATES, ".html")) {
      Matcher found = forbidden.matcher(Files.readString(template));
      if (found.find()) {
        broken.add(template + ": " + found.group());
      }
    }
    assertThat(broken).isEmpty();
  }

  private static List<String> rooms() {
    try (Stream<Path> folders = Files.list(JAVA)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int floorOf(String room) {
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      if (FLOORS.get(floor).contains(room)) {
        return floor;
      }
    }
    throw new AssertionError("The room " + room + " stands on no floor");
  }

  private static Set<String> allowedBy(String room) {
    try {
      Class<?> info = Class.forName("tasuki." + room + ".package-info");
      ApplicationModule module = info.getAnnotation(ApplicationModule.class);
      assertThat(module).as("package-info of " + room).isNotNull();
      return Stream.of(module.allowedDependencies())
          .map(name -> name.replaceAll("::.*", "").strip())
          .collect(Collectors.toSet());
    } catch (ClassNotFoundException missing) {
      throw new AssertionError("The room " + room + " has no package-info", missing);
    }
  }

  /** The text blocks of the room's classes and its migrations, without comments. */
  private static List<String> statementsOf(String room) throws IOException {
    Pattern block = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);
    List<String> statements = new ArrayList<>();
    for (Path source : files(JAVA.resolve(room), ".java")) {
      Matcher found = block.matcher(Files.readString(source));
      while (found.find()) {
        statements.add(found.group(1));
      }
    }
    if (Files.exists(MIGRATIONS.resolve(room))) {
      for (Path migration : files(MIGRATIONS.resolve(room), ".sql")) {
        statements.add(Files.readString(migration).replaceAll("--.*", ""));
      }
    }
    return statements;
  }

  private static Set<String> keys(Path bundle) throws IOException {
    return Files.readAllLines(bundle).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#") && line.contains("="))
        .map(line -> line.substring(0, line.indexOf('=')).strip())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
