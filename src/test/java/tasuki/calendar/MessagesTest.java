package tasuki.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  @Test
  void both_languages_have_the_same_keys_and_no_empty_word() throws IOException {
    Properties japanese = bundle("/messages/calendar.properties");
    Properties english = bundle("/messages/calendar_en.properties");

    assertThat(new TreeSet<>(english.keySet())).isEqualTo(new TreeSet<>(japanese.keySet()));
    assertThat(japanese.values()).noneMatch(word -> word.toString().isBlank());
    assertThat(english.values()).noneMatch(word -> word.toString().isBlank());
  }

  @Test
  void a_sentence_with_places_has_no_apostrophe_which_would_hide_them() throws IOException {
    for (Properties bundle :
        new Properties[] {
          bundle("/messages/calendar.properties"), bundle("/messages/calendar_en.properties")
        }) {
      assertThat(bundle.values())
          .filteredOn(sentence -> PLACE.matcher(sentence.toString()).find())
          .noneMatch(sentence -> sentence.toString().contains("'"));
    }
  }

  private static Properties bundle(String path) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(MessagesTest.class.getResourceAsStream(path)),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
