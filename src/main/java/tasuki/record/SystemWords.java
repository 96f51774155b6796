package tasuki.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapaneseDates;

/** Keeps what Tasuki itself says apart from any language until somebody reads it. */
@Component
class SystemWords {

  private final MessageSource messages;

  SystemWords(MessageSource messages) {
    this.messages = messages;
  }

  /** A value as it is kept: days and words change with the language, other values do not. */
  static String kept(Object value) {
    return switch (value) {
      case LocalDate day -> "day:" + day;
      case Timeline.Word word -> "word:" + word.key();
      default -> "text:" + value;
    };
  }

  /** The sentence in the reader's language. */
  String said(String message, List<String> arguments, Locale locale) {
    Object[] values = arguments.stream().map(kept -> value(kept, locale)).toArray();
    return messages.getMessage(message, values, locale);
  }

  private String value(String kept, Locale locale) {
    String rest = kept.substring(kept.indexOf(':') + 1);
    return switch (kept.substring(0, kept.indexOf(':'))) {
      case "day" -> JapaneseDates.dayAndMonth(LocalDate.parse(rest), locale);
      case "word" -> messages.getMessage(rest, null, locale);
      default -> rest;
    };
  }

  /** The words of a call in the reader's language. */
  String said(Call call, Locale locale) {
    return messages.getMessage(
        "record.call.said",
        new Object[] {
          messages.getMessage("record.called." + call.called(), null, locale),
          messages.getMessage("record.outcome." + call.outcome(), null, locale)
        },
        locale);
  }
}
