package tasuki;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Styles and scripts carry their release in the address, so nobody sees a page with old ones. */
class ReleasedFilesTest {

  private static final Pattern FILE =
      Pattern.compile("(?:href|src)=\"(/(?:css|js|img)/([^\"/#]+)/[^\"#]+)");

  private final Visitor visitor = Visitor.anybody();

  @Test
  void every_file_of_a_page_has_its_release_in_its_address_and_is_kept_by_browsers() {
    List<Matcher> files = files();
    assertThat(files).hasSizeGreaterThan(20);
    for (Matcher file : files) {
      assertThat(file.group(2)).as(file.group(1)).matches("[0-9a-f]{12}");
    }
    for (String kind : List.of("/css/", "/js/", "/img/")) {
      String address =
          files.stream()
              .map(file -> file.group(1))
              .filter(one -> one.startsWith(kind))
              .findFirst()
              .orElseThrow();
      HttpResponse<String> answer = visitor.get(address);
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      assertThat(kept(answer)).contains("immutable", "max-age=31536000");
    }
  }

  @Test
  void what_is_asked_for_by_another_release_comes_but_is_not_kept() {
    String address = files().getFirst().group(1);
    String other = address.replaceFirst("[0-9a-f]{12}", "0123456789ab");
    HttpResponse<String> answer = visitor.get(other);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(kept(answer)).isEqualTo("no-cache");
    assertThat(kept(visitor.get("/js/tasuki.js"))).isEqualTo("no-cache");
  }

  @Test
  void a_file_that_is_not_there_is_not_kept_as_missing() {
    String address = files().getFirst().group(1).replaceFirst("[^/]+$", "not-there.css");
    HttpResponse<String> answer = visitor.get(address);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(kept(answer)).doesNotContain("immutable");
  }

  private List<Matcher> files() {
    String page = visitor.get("/sign-in").body();
    Matcher found = FILE.matcher(page);
    return found.results().map(one -> matcher(one.group())).toList();
  }

  private static Matcher matcher(String text) {
    Matcher found = FILE.matcher(text);
    assertThat(found.find()).isTrue();
    return found;
  }

  private static String kept(HttpResponse<String> answer) {
    return answer.headers().firstValue("Cache-Control").orElse("");
  }
}
