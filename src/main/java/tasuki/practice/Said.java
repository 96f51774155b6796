package tasuki.practice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text as its writer wrote it, with the language of it: cases are told in Japanese, some of their
 * rules in English, whatever the language of the page.
 */
record Said(String text, String lang) {

  static Said of(String text) {
    boolean japanese = text.codePoints().anyMatch(Said::isJapanese);
    return new Said(text, japanese ? "ja" : "en");
  }

  static @Nullable Said orNull(@Nullable String text) {
    return text == null ? null : of(text);
  }

  static List<Said> all(List<String> texts) {
    return texts.stream().map(Said::of).toList();
  }

  private static boolean isJapanese(int letter) {
    return switch (Character.UnicodeScript.of(letter)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default -> false;
    };
  }
}
