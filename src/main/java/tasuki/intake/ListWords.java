package tasuki.intake;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.table.Fault;

/** Says lists, their parts and fields as the room that owns them calls them. */
@Component
class ListWords {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private final MessageSource messages;

  ListWords(MessageSource messages) {
    this.messages = messages;
  }

  String of(String key, Object... arguments) {
    return messages.getMessage("intake." + key, arguments, locale());
  }

  String list(String kind) {
    return messages.getMessage("list." + kind, null, locale());
  }

  String lead(String kind) {
    return messages.getMessage("list." + kind + ".lead", null, locale());
  }

  /**
   * A part of a list, word by word: those of the list, prefectures by their codes, others as is.
   */
  String scope(String kind, String scope) {
    return Arrays.stream(scope.split(" "))
        .map(
            word ->
                otherwise(
                    "list." + kind + ".scope." + word, otherwise("area.prefecture." + word, word)))
        .collect(Collectors.joining(" "));
  }

  /** A field; one inside another by its last names, such as a year and an age. */
  String field(String kind, String path) {
    String whole = otherwise("list." + kind + ".field." + path, "");
    int first = path.indexOf('.');
    return !whole.isEmpty()
        ? whole
        : first < 0 ? path : path.substring(first + 1).replace('.', ' ');
  }

  private String otherwise(String key, String otherwise) {
    return String.valueOf(messages.getMessage(key, null, otherwise, locale()));
  }

  String said(Fault fault) {
    return fault.said(messages, locale());
  }

  /** Place, reason and cells of a row that was not taken. */
  List<@Nullable Object> row(Rejections.Rejected one) {
    return one.row(messages, locale());
  }

  String number(int number) {
    return "%,d".formatted(number);
  }

  String moment(OffsetDateTime at) {
    var there = JapanTime.at(at.toInstant());
    return JapaneseDates.dayAndMonth(there.toLocalDate(), locale()) + " " + TIME.format(there);
  }

  static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
