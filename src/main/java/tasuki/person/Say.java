package tasuki.person;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.calendar.DateReading;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.form.DayField;
import tasuki.web.Form;

/** Says things in the reader's language, and reads the dates that people type. */
@Component
class Say {

  /** A line of a list to choose from. */
  record Choice(String value, String label) {}

  /** A name and a value under one another. */
  record Fact(String label, @Nullable String value) {}

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private final MessageSource messages;
  private final Organizations organizations;
  private final Clock clock;

  Say(MessageSource messages, Organizations organizations, Clock clock) {
    this.messages = messages;
    this.organizations = organizations;
    this.clock = clock;
  }

  static Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  String word(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  LocalDate today() {
    return JapanTime.today(clock);
  }

  OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  static @Nullable String date(@Nullable LocalDate day) {
    return day == null ? null : JapaneseDates.inFull(day, locale());
  }

  static String month(YearMonth month) {
    return JapaneseDates.month(month, locale());
  }

  /** Day and time: 「11/24(火) 17:30」. */
  static String moment(OffsetDateTime moment) {
    var here = moment.atZoneSameInstant(JapanTime.ZONE);
    return JapaneseDates.dayAndMonth(here.toLocalDate(), locale()) + " " + TIME.format(here);
  }

  /** The day alone, short and with its year: {@code R8.11.24}. */
  static String compact(OffsetDateTime moment) {
    return JapaneseDates.compact(moment.atZoneSameInstant(JapanTime.ZONE).toLocalDate());
  }

  /** Day with its year, and time. */
  static String fullMoment(OffsetDateTime moment) {
    var here = moment.atZoneSameInstant(JapanTime.ZONE);
    return JapaneseDates.inFull(here.toLocalDate(), locale()) + " " + TIME.format(here);
  }

  /** The constants with their words {@code prefix.CONSTANT}. */
  <E extends Enum<E>> List<Choice> choices(Class<E> type, String prefix) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> new Choice(constant.name(), word(prefix + "." + constant.name())))
        .toList();
  }

  /** The care manager's name, with the telephone where it is another than the office's. */
  String manager(CareManager found) {
    String telephone = found.telephone();
    return telephone == null
        ? found.name()
        : word("person.careManager.reached", found.name(), telephone);
  }

  String organizationName(OrganizationId id) {
    return organizations.find(id).map(Organization::name).orElse("");
  }

  /** A date that must be there; a stand-in after an error. */
  LocalDate day(Form form, String field) {
    form.text(field, 40);
    LocalDate day = optionalDay(form, field);
    return day == null ? today() : day;
  }

  /** A day of the past that must be there. */
  LocalDate pastDay(Form form, String field) {
    LocalDate day = day(form, field);
    if (day.isAfter(today())) {
      form.reject(field, "person.error.future");
    }
    return day;
  }

  /** A date that may be left out. */
  @Nullable LocalDate optionalDay(Form form, String field) {
    return DayField.optional(form, field).orElse(null);
  }

  /** A month typed as any of its days, or as 2026-11 or R8.11. */
  YearMonth month(Form form, String field) {
    String typed = form.text(field, 40);
    YearMonth standIn = YearMonth.from(today());
    if (typed.isEmpty()) {
      return standIn;
    }
    for (String day : List.of(typed, typed + "-1", typed + ".1", typed + "/1", typed + "1日")) {
      if (JapaneseDates.read(day) instanceof DateReading.Parsed(LocalDate read)) {
        return YearMonth.from(read);
      }
    }
    form.reject(field, "person.error.month");
    return standIn;
  }
}
