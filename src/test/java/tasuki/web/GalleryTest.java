package tasuki.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The design system holds what look.md promises, as far as it can be told without a browser. */
class GalleryTest {
  private static final Path STATIC = Path.of("src/main/resources/static");

  @Test
  void every_part_renders_in_both_languages() throws IOException {
    for (var page : Gallery.write()) {
      assertThat(Files.readString(page))
          .as(page.toString())
          .doesNotContain("th:", "??", " style=", " onclick=", "<style", "javascript:");
    }
  }

  @Test
  void both_languages_know_the_same_words() throws IOException {
    assertThat(words("web_en.properties").keySet()).isEqualTo(words("web.properties").keySet());
    assertThat(words("web.properties").values())
        .allSatisfy(word -> assertThat((String) word).isNotBlank().doesNotContain("!", "!"));
  }

  @Test
  void a_first_visit_loads_less_than_60_kilobytes_of_our_own_styles_and_modules()
      throws IOException {
    // Linked by the pages that need them, or for paper, so that the sign-in page does not wait.
    var later =
        Set.of(
            "timeline.css",
            "places.css",
            "form.css",
            "rates.css",
            "print.css",
            "offers.css",
            "coverage.css",
            "charts.css",
            "practice.css",
            "programme.css",
            "fund.css",
            "map.js",
            "photos.js",
            "copy.js",
            "picker.js",
            "password.js",
            "columns.js",
            "remaining.js",
            "form.js",
            "print.js");
    long weight = 0;
    try (var files = Files.walk(STATIC)) {
      for (var file : files.filter(f -> f.toString().matches(".*\\.(css|js)")).toList()) {
        weight += later.contains(file.getFileName().toString()) ? 0 : Files.size(file);
        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(400);
      }
    }
    assertThat(weight).isLessThanOrEqualTo(60 * 1024);
  }

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "grey-900, white, 4.5", "grey-900, grey-50, 4.5", "grey-900, yellow-50, 4.5",
    "grey-900, green-50, 4.5", "grey-900, red-50, 4.5", "grey-800, grey-50, 4.5",
    "grey-700, white, 4.5", "grey-700, grey-50, 4.5", "grey-700, yellow-50, 4.5",
    "grey-700, red-50, 4.5", "grey-700, grey-200, 4.5", "grey-700, blue-50, 4.5",
    "blue-900, white, 4.5", "blue-900, grey-50, 4.5", "blue-900, blue-50, 4.5",
    "blue-900, yellow-50, 4.5", "blue-1000, blue-50, 4.5", "blue-1000, blue-100, 4.5",
    "blue-1200, yellow-300, 4.5", "white, blue-900, 4.5", "white, blue-1000, 4.5",
    "white, blue-1200, 4.5", "white, red-900, 4.5", "red-900, white, 4.5",
    "red-900, red-50, 4.5", "green-800, white, 4.5", "grey-420, white, 3",
    "yellow-900, yellow-50, 3", "yellow-700, white, 3", "green-800, green-50, 3",
    "red-900, yellow-50, 3", "black, yellow-300, 3",
  })
  void text_and_signs_stand_out_from_their_ground(String ink, String ground, double least)
      throws IOException {
    double a = luminance(ink);
    double b = luminance(ground);
    assertThat((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)).isGreaterThanOrEqualTo(least);
  }

  private static double luminance(String token) throws IOException {
    var styles = Files.readString(STATIC.resolve("css/tokens.css"));
    var match = Pattern.compile("--" + token + ": #([0-9a-f]{3,6});").matcher(styles);
    assertThat(match.find()).as(token).isTrue();
    var digits = match.group(1);
    if (digits.length() == 3) digits = digits.replaceAll("(.)", "$1$1");
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  private static Properties words(String name) throws IOException {
    var words = new Properties();
    var source =
        Objects.requireNonNull(
            GalleryTest.class.getClassLoader().getResourceAsStream("messages/" + name));
    try (var reader = new InputStreamReader(source, StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
