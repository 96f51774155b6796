package tasuki.directory;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Something one may search organisations by: what it offers, a register it stands in, room left.
 *
 * @param code unique, begins with the room's word: {@code offer:gastrostomy}
 * @param nameKey key of the message that names it; without a message of that key, {@code names} do
 * @param words other words by which people mean it, in any spelling: 胃ろう, PEG
 * @param open whether the public may search by it and see it
 * @param names what it is called where a row of data names it, and no message
 */
public record Facet(
    String code, String nameKey, List<String> words, boolean open, @Nullable Names names) {

  /** A name in both languages. */
  public record Names(String ja, String en) {}

  public Facet(String code, String nameKey, List<String> words, boolean open) {
    this(code, nameKey, words, open, null);
  }

  /** One that a row of data names. */
  public static Facet named(String code, String ja, String en, List<String> words, boolean open) {
    return new Facet(code, code, words, open, new Names(ja, en));
  }

  /** What it is called in the language. */
  public String name(MessageSource messages, Locale locale) {
    Names own = names;
    if (own == null) {
      return messages.getMessage(nameKey, null, locale);
    }
    return locale.getLanguage().equals("en") ? own.en() : own.ja();
  }
}
