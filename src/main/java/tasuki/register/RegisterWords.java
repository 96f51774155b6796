package tasuki.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.form.DayField;
import tasuki.form.Words;
import tasuki.web.Form;

/** Says things in the reader's language, and reads the days that people type. */
@Component
class RegisterWords {

  /** A line of a list to choose from. */
  record Choice(String value, String label) {}

  /** A state: an icon, a word and a colour. */
  record Mark(String tone, String icon, String text) {}

  /** What happened, as pages show it. */
  record EventLine(String at, String what, @Nullable String text, @Nullable String by) {}

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private final MessageSource messages;
  private final Clock clock;

  RegisterWords(MessageSource messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  static Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  /** The words of this room under the key. */
  String of(String key, Object... arguments) {
    return messages.getMessage("register." + key, arguments, locale());
  }

  /** The words of any room under the key. */
  String any(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  /** The words under the key in both languages. */
  Words both(String key) {
    return new Words(
        messages.getMessage(key, null, Locale.JAPANESE),
        messages.getMessage(key, null, Locale.ENGLISH));
  }

  LocalDate today() {
    return JapanTime.today(clock);
  }

  static String day(LocalDate day) {
    return JapaneseDates.inFull(day, locale());
  }

  static String moment(OffsetDateTime at) {
    var there = JapanTime.at(at.toInstant());
    return day(there.toLocalDate()) + " " + TIME.format(there);
  }

  /** The constants with their words {@code prefix.CONSTANT}. */
  List<Choice> choices(String prefix, Collection<? extends Enum<?>> constants) {
    return constants.stream()
        .map(one -> new Choice(one.name(), any(prefix + "." + one.name())))
        .toList();
  }

  /** The constants' words one after the other. */
  String list(String prefix, Collection<? extends Enum<?>> constants) {
    return constants.stream()
        .sorted()
        .map(one -> any(prefix + "." + one.name()))
        .collect(Collectors.joining(any("web.list.comma")));
  }

  String validity(Validity validity) {
    return of("validity.said." + validity.unit(), Integer.toString(validity.count()));
  }

  /** From when to when. */
  String term(Term term) {
    LocalDate until = term.until();
    return until == null
        ? of("term.endless", day(term.from()))
        : of("term", day(term.from()), day(until));
  }

  /** How an entry stands today, also when its end is near or has just passed. */
  Mark mark(Entry entry, @Nullable Register register) {
    LocalDate today = today();
    LocalDate until = entry.term().until();
    if (entry.state() == EntryState.VALID && until != null && until.isBefore(today)) {
      return new Mark("plain", "clock", of("state.EXPIRED"));
    }
    if (entry.state() != EntryState.VALID) {
      return new Mark(
          "plain",
          entry.state() == EntryState.EXPIRED ? "clock" : "close",
          of("state." + entry.state()));
    }
    if (today.isBefore(entry.term().from())) {
      return new Mark("calm", "calendar", of("state.ahead", day(entry.term().from())));
    }
    boolean near =
        until != null
            && register != null
            && !entry.listed()
            && !today.isBefore(until.minusDays(register.renewalLead()));
    return near && until != null
        ? new Mark("warning", "clock", of("state.ends-in", daysTo(until)))
        : new Mark("success", "done", of("state.VALID"));
  }

  String daysTo(LocalDate day) {
    return Long.toString(ChronoUnit.DAYS.between(today(), day));
  }

  String daysSince(LocalDate day) {
    return Long.toString(ChronoUnit.DAYS.between(day, today()));
  }

  Mark mark(ApplicationState state) {
    String word = of("application." + state);
    return switch (state) {
      case APPLIED -> new Mark("calm", "mail", word);
      case INCOMPLETE -> new Mark("warning", "warning", word);
      case CHECKED -> new Mark("calm", "check", word);
      case ACCEPTED -> new Mark("success", "done", word);
      case DECLINED, WITHDRAWN -> new Mark("plain", "close", word);
    };
  }

  /** A professional's name with the profession; null where there is none. */
  @Nullable String who(@Nullable Professional professional) {
    return professional == null
        ? null
        : professional.name()
            + " "
            + of("in-brackets", any("identity.profession." + professional.profession()));
  }

  EventLine event(History.Event event) {
    LocalDate from = event.from();
    String text = event.text();
    String said =
        event.kind() == EventKind.REPORTED && text != null
            ? new FiscalYear(Integer.parseInt(text)).label(locale())
            : joined(
                any("web.list.comma"),
                text,
                from == null ? null : term(new Term(from, event.until())));
    return new EventLine(moment(event.at()), of("event." + event.kind()), said, event.by());
  }

  /**
   * A day on which something was decided: one that is missing, unreadable or yet to come is an
   * error at the field.
   */
  Optional<LocalDate> dayUntilToday(Form form, String name) {
    Optional<LocalDate> day = DayField.required(form, name);
    day.filter(one -> one.isAfter(today()))
        .ifPresent(_ -> form.reject(name, "register.refused.future"));
    return day;
  }

  /** A whole number within bounds; empty where none was typed or it is an error. */
  static Optional<Integer> number(Form form, String name, int least, int most) {
    Optional<String> typed =
        form.optional(name, 20)
            .map(text -> java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC));
    if (typed.isPresent()
        && (!typed.get().matches("\\d{1,5}")
            || Integer.parseInt(typed.get()) < least
            || Integer.parseInt(typed.get()) > most)) {
      form.reject(name, "register.number-between", Integer.toString(least), Integer.toString(most));
      return Optional.empty();
    }
    return typed.map(Integer::valueOf);
  }

  /** Texts that are there, with a sign between them. */
  static String joined(String sign, @Nullable String... texts) {
    return Stream.of(texts)
        .filter(text -> text != null && !text.isEmpty())
        .collect(Collectors.joining(sign));
  }
}
