package tasuki.indicator;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * This room's own words, from {@code messages/indicator.properties} (Japanese) and its English
 * twin. Read without Spring, so that times and verdicts can be written out by pure functions.
 */
final class Wording {
  private static final ResourceBundle.Control JAPANESE_FIRST =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Wording() {}

  /** The sentence behind a key of this room with its places filled. */
  static String of(String key, Locale locale, String... arguments) {
    String pattern =
        ResourceBundle.getBundle(
                "messages.indicator", locale, Wording.class.getClassLoader(), JAPANESE_FIRST)
            .getString("indicator." + key);
    return new MessageFormat(pattern, locale).format(arguments);
  }
}
