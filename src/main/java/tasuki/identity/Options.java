package tasuki.identity;

import java.util.Collection;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a field of choices offers, in the viewer's words. */
@Component
class Options {

  /** One choice. */
  record Option(String value, String label) {}

  private final MessageSource messages;

  Options(MessageSource messages) {
    this.messages = messages;
  }

  /** The constants; the message {@code <prefix>.<constant>} names one. */
  List<Option> of(String prefix, Collection<? extends Enum<?>> constants) {
    return constants.stream()
        .map(
            constant ->
                new Option(
                    constant.name(),
                    messages.getMessage(
                        prefix + "." + constant.name(), null, LocaleContextHolder.getLocale())))
        .toList();
  }
}
