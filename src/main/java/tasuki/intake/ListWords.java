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
import tasuki.table.Column;
import tasuki.table.Fault;
import tasuki.table.ListKind;

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

  /** A part of a list: its words one by one, unless somebody gave it a name. */
  String scope(ListKind kind, String scope) {
    String key = "list." + kind.kind() + ".scope.";
    if (kind.namesParts()) {
      return otherwise(key + scope, scope);
    }
    return Arrays.stream(scope.split(" "))
        .map(word -> otherwise(key + word, otherwise("area.prefecture." + word, word)))
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

  /** What stands between several things of one line. */
  String comma() {
    return messages.getMessage("web.list.comma", null, locale());
  }

  /** What a column of a list is called where somebody chooses it. */
  String column(String kind, Column column) {
    String label = column.label();
    return label == null ? field(kind, column.key()) : messages.getMessage(label, null, locale());
  }

  /** The heading under which a column stands there. */
  String group(Column column) {
    String group = column.group();
    return group == null
        ? of(column.required() ? "columns.required" : "columns.optional")
        : messages.getMessage(group, null, locale());
  }

  /** A value of a field, as the list says it; several of them with commas between. */
  @Nullable String value(ListKind kind, String path, @Nullable String value) {
    if (value == null || kind.word(path, value).isEmpty()) {
      return value;
    }
    return Arrays.stream(value.split(Differences.BETWEEN, -1))
        .map(one -> kind.word(path, one).map(key -> otherwise(key, one)).orElse(one))
        .collect(Collectors.joining(comma()));
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
