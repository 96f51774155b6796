package tasuki;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tasuki.AccessTable.Row;

/**
 * Who may open which page, through HTTP as browsers do, against the table in {@code
 * access/pages.txt} that was written by hand. A page that is not in the table fails the test.
 */
class AccessByPageTest {

  private static AccessTable table;
  private static AccessScene scene;

  @BeforeAll
  static void read() {
    table = AccessTable.read();
    scene = AccessScene.set();
  }

  @Test
  void everybody_opens_exactly_the_pages_of_the_hand_written_table() {
    List<String> wrong = new ArrayList<>();
    for (Row row : table.rows) {
      // Reading changes nothing, so all may read at once; what is sent follows in its order.
      IntStream people = IntStream.range(0, table.people.size());
      IntStream turns = row.method().equals("GET") ? people.parallel() : people;
      wrong.addAll(turns.mapToObj(person -> wrong(row, person)).flatMap(List::stream).toList());
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> wrong(Row row, int person) {
    String name = table.people.get(person);
    String expected = table.cells(row).get(person);
    String seen = open(row, scene.visitor(name));
    return seen.equals(expected)
        ? List.of()
        : List.of(
            "%s %s: %s gets %s, not %s".formatted(row.method(), row.path(), name, seen, expected));
  }

  @Test
  void the_table_notices_when_a_policy_is_gone() {
    Row page = new Row("GET", "/persons/{id}/timeline", "", "person-family");
    scene.asOwner("alter table person.person disable row level security");
    try {
      assertThat(open(page, scene.visitor("outside"))).isEqualTo("y");
    } finally {
      scene.asOwner("alter table person.person enable row level security");
    }
    assertThat(open(page, scene.visitor("outside"))).isEqualTo("n");
  }

  @Test
  void every_page_of_the_house_stands_in_the_table() {
    PathPatternParser parser = new PathPatternParser();
    TreeSet<String> missing = new TreeSet<>();
    House.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              if (handler.getBeanType().getName().startsWith("tasuki.")) {
                missing.addAll(untold(mapping, parser));
              }
            });
    assertThat(missing).isEmpty();
  }

  private static List<String> untold(RequestMappingInfo mapping, PathPatternParser parser) {
    List<String> untold = new ArrayList<>();
    for (String text : mapping.getPatternValues()) {
      PathPattern pattern = parser.parse(text);
      for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
        boolean told =
            table.elsewhere.stream()
                    .anyMatch(other -> parser.parse(other).matches(PathContainer.parsePath(text)))
                || table.rows.stream()
                    .filter(row -> row.method().equals(method.name()))
                    .anyMatch(
                        row ->
                            pattern.matches(
                                PathContainer.parsePath(
                                    scene.address(row.path()).replaceAll("\\?.*", ""))));
        if (!told) {
          untold.add(method + " " + text);
        }
      }
    }
    return untold;
  }

  private static String open(Row row, Visitor visitor) {
    String path = scene.address(row.path());
    HttpResponse<String> answer =
        row.method().equals("GET") ? visitor.get(path) : visitor.post(path, fields(row));
    if (answer.statusCode() == 404) {
      return "n";
    }
    if (answer.statusCode() == 409) {
      return "r";
    }
    if (answer.statusCode() == 401) {
      return "u";
    }
    if (answer.uri().getPath().startsWith("/sign-in")) {
      return "s";
    }
    if (answer.statusCode() == 422) {
      return row.body().isEmpty() ? "y" : "r";
    }
    return answer.statusCode() < 300 ? "y" : String.valueOf(answer.statusCode());
  }

  private static Map<String, String> fields(Row row) {
    return row.body().isEmpty()
        ? Map.of()
        : Arrays.stream(row.body().split("&"))
            .map(field -> field.split("=", 2))
            .collect(Collectors.toMap(field -> field[0], field -> field[1]));
  }
}
