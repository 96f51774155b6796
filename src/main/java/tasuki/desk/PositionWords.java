package tasuki.desk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tasuki.directory.Position;

/** Says where something is together with how exactly that is known and who says so. */
@Component
class PositionWords {

  private final MessageSource messages;
  private final ListNames lists;

  PositionWords(MessageSource messages, ListNames lists) {
    this.lists = lists;
    this.messages = messages;
  }

  String said(@Nullable Position position, Locale locale) {
    return position == null
        ? ""
        : messages.getMessage(
            "desk.position.said",
            new Object[] {
              "%.4f".formatted(position.latitude()),
              "%.4f".formatted(position.longitude()),
              precision(position, locale),
              source(position, locale)
            },
            locale);
  }

  String precision(Position position, Locale locale) {
    return messages.getMessage("directory.precision." + position.precision(), null, locale);
  }

  String source(Position position, Locale locale) {
    return lists.said(position.source(), false, locale);
  }
}
