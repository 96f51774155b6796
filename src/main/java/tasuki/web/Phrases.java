package tasuki.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says things in the reader's language. */
@Component
public class Phrases {

  /** A line of a list to choose from. */
  public record Choice(String value, String label) {}

  /** A state: an icon, a word and a colour, as {@code web/parts :: mark} shows it. */
  public record Mark(String tone, String icon, String text) {}

  private final MessageSource messages;

  Phrases(MessageSource messages) {
    this.messages = messages;
  }

  /** The reader's language. */
  public Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  /** The words under the key. */
  public String of(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  /** The words for whoever reads Japanese, whatever the reader of the page reads. */
  public String inJapanese(String key, Object... arguments) {
    return messages.getMessage(key, arguments, Locale.JAPANESE);
  }

  /** Does the work as if the reader read Japanese: official papers have one language. */
  public <T> T inJapanese(Supplier<T> work) {
    LocaleContext reader = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocale(Locale.JAPANESE);
    try {
      return work.get();
    } finally {
      LocaleContextHolder.setLocaleContext(reader);
    }
  }

  /** A list to choose from; {@code <prefix>.<constant>} names each. */
  public List<Choice> choices(String prefix, Collection<? extends Enum<?>> constants) {
    return constants.stream()
        .map(one -> new Choice(one.name(), of(prefix + "." + one.name())))
        .toList();
  }
}
