package tasuki.notice;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapaneseDates;

/** Puts a notice's words into its sentence, in the reader's language. */
@Component
public class SaidWords {

  private static final String DATE = "date:";

  private final MessageSource messages;

  SaidWords(MessageSource messages) {
    this.messages = messages;
  }

  static String[] write(Object... words) {
    return Arrays.stream(words)
        .map(word -> word instanceof LocalDate day ? DATE + day : String.valueOf(word))
        .toArray(String[]::new);
  }

  /** What mail and settings call the kind. */
  public String name(NoticeKind kind, Locale locale) {
    return messages.getMessage(kind.code(), null, locale);
  }

  /** The sentence of a notice. */
  public String sentence(Notice notice, Locale locale) {
    return sentence(notice.kind(), notice.words(), locale);
  }

  String sentence(NoticeKind kind, List<String> words, Locale locale) {
    Object[] said =
        words.stream()
            .map(
                word ->
                    word.startsWith(DATE)
                        ? JapaneseDates.dayAndMonth(
                            LocalDate.parse(word.substring(DATE.length())), locale)
                        : word)
            .toArray();
    return messages.getMessage(kind.code() + ".text", said, locale);
  }
}
