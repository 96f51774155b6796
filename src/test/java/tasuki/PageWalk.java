package tasuki;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tasuki.AccessTable.Row;
import tasuki.PageTags.Tag;

/** Goes through every page that somebody may open, and on through every link that stands there. */
final class PageWalk {

  /** Who looks at pages; the first who may open one does. */
  static final List<String> PEOPLE =
      List.of(
          "inside",
          "team",
          "coordinator",
          "officer",
          "administrator",
          "auditor",
          "family",
          "nobody");

  /** A form, who saw it and where. */
  record Found(String person, String page, PageForm form) {}

  /** An address that was opened, and by whom. */
  record Opened(String person, String address) {}

  final List<Found> forms = new ArrayList<>();

  /** One address of each pattern. */
  final Map<String, Opened> pages = new LinkedHashMap<>();

  /** The names that stand in queries, by the path without its ids. */
  final Map<String, Set<String>> queries = new LinkedHashMap<>();

  private final AccessScene scene;
  private final AnswerJudge judge;
  private final Set<String> shapes = new HashSet<>();

  private PageWalk(AccessScene scene, AnswerJudge judge) {
    this.scene = scene;
    this.judge = judge;
  }

  static PageWalk through(AccessScene scene, AnswerJudge judge) {
    PageWalk walk = new PageWalk(scene, judge);
    AccessTable table = AccessTable.read();
    for (String person : PEOPLE) {
      Deque<String> ahead = new ArrayDeque<>();
      for (Row row : table.rows) {
        if (row.method().equals("GET") && table.cell(row, person).equals("y")) {
          ahead.add(scene.address(row.path()));
        }
      }
      walk.go(person, ahead);
    }
    return walk;
  }

  private void go(String person, Deque<String> ahead) {
    Set<String> seen = new HashSet<>();
    Visitor visitor = scene.visitor(person);
    while (!ahead.isEmpty()) {
      String address = ahead.poll();
      if (!seen.add(PageForm.pattern(address)) || address.startsWith("/language")) {
        continue;
      }
      noteQuery(address);
      HttpResponse<String> answer = visitor.get(address);
      judge.anything(person + " opens " + address, answer);
      if (answer.statusCode() == 200) {
        pages.putIfAbsent(PageForm.pattern(address), new Opened(person, address));
      }
      if (AnswerJudge.isPage(answer)) {
        forms(person, answer);
        links(answer.body()).forEach(ahead::add);
      }
    }
  }

  private void forms(String person, HttpResponse<String> answer) {
    String query = answer.uri().getRawQuery();
    String here = answer.uri().getRawPath() + (query == null ? "" : "?" + query);
    for (PageForm form : PageForm.of(answer.body(), here)) {
      if (form.post()) {
        if (shapes.add(form.shape())) {
          forms.add(new Found(person, here, form));
        }
      } else {
        queries
            .computeIfAbsent(pathOf(form.action()), _ -> new LinkedHashSet<>())
            .addAll(form.fields().keySet());
      }
    }
  }

  private static List<String> links(String html) {
    List<String> links = new ArrayList<>();
    for (Tag tag : PageTags.of(html)) {
      String href = tag.name().equals("a") ? tag.attribute("href", "") : "";
      if (href.startsWith("/") && !href.startsWith("//")) {
        links.add(href.replaceAll("#.*", ""));
      }
    }
    return links;
  }

  private void noteQuery(String address) {
    int question = address.indexOf('?');
    if (question > 0) {
      Set<String> names = queries.computeIfAbsent(pathOf(address), _ -> new LinkedHashSet<>());
      for (String pair : address.substring(question + 1).split("&")) {
        names.add(pair.replaceAll("=.*", ""));
      }
    }
  }

  static String pathOf(String address) {
    return PageForm.pattern(address.replaceAll("[?#].*", ""));
  }
}
