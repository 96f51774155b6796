package tasuki.calendar;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * This room's own words, from {@code messages/calendar.properties} (Japanese) and its English twin.
 * Read without Spring, so that dates and deadlines can be written out by pure functions.
 */
final class Wording {
  private static final String BUNDLE = "messages.calendar";
  // Without this the machine's own locale would slip in before Japanese.
  private static final ResourceBundle.Control JAPANESE_FIRST =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Wording() {}

  /** The word behind a key: English for an English locale, Japanese for any other. */
  static String of(String key, Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, Wording.class.getClassLoader(), JAPANESE_FIRST)
        .getString(key);
  }

  /** The sentence behind a key with its places filled; numbers come as text, so none is grouped. */
  static String of(String key, Locale locale, Object... arguments) {
    Object[] texts = new Object[arguments.length];
    for (int index = 0; index < arguments.length; index++) {
      texts[index] = arguments[index].toString();
    }
    return new MessageFormat(of(key, locale), locale).format(texts);
  }

  /**
   * An enum constant as it stands in keys: {@code TWO_DIGIT_YEAR} becomes {@code two-digit-year}.
   */
  static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
