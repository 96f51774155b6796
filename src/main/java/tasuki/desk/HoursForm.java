package tasuki.desk;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import tasuki.calendar.BusinessRules;
import tasuki.calendar.DateReading;
import tasuki.calendar.DatedException;
import tasuki.calendar.DayHours;
import tasuki.calendar.JapaneseDates;
import tasuki.calendar.OpenInterval;
import tasuki.calendar.YearlyClosing;
import tasuki.web.Form;

/** Reads business days as people write them: 「9:00」, 「900」, 「9時」, 「12/29」. */
final class HoursForm {

  /** How many closings of every year the page has room for. */
  static final int CLOSINGS = 4;

  private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:時.](\\d{1,2})?分?");
  private static final Pattern DIGITS = Pattern.compile("(\\d{1,2})(\\d{2})");
  private static final Pattern HOUR = Pattern.compile("(\\d{1,2})");
  private static final Pattern MONTH_DAY = Pattern.compile("(\\d{1,2})[/.月-](\\d{1,2})日?");
  private static final int REASON = 40;

  private final Form form;

  HoursForm(Form form) {
    this.form = form;
  }

  /** Fills in the weekly hours and yearly closings that stand now. */
  void start(BusinessRules rules, LocalDate validFrom) {
    for (DayOfWeek day : DayOfWeek.values()) {
      List<OpenInterval> intervals = rules.on(day).intervals();
      for (int part = 0; part < 2; part++) {
        boolean there = part < intervals.size();
        form.start(
            field(day, part, "opens"), there ? HoursWords.time(intervals.get(part).opens()) : "");
        form.start(
            field(day, part, "closes"), there ? HoursWords.closing(intervals.get(part)) : "");
      }
    }
    if (rules.closedOnNationalHolidays()) {
      form.start("holidays", "true");
    }
    for (int number = 1; number <= Math.min(CLOSINGS, rules.yearlyClosings().size()); number++) {
      YearlyClosing closing = rules.yearlyClosings().get(number - 1);
      form.start("closing" + number + "-first", written(closing.first()));
      form.start("closing" + number + "-last", written(closing.last()));
      form.start("closing" + number + "-reason", closing.reason());
    }
    form.start("valid-from", validFrom);
  }

  /** The name of a field of a weekday's first or second stretch. */
  static String field(DayOfWeek day, int part, String which) {
    return "day" + day.getValue() + "-" + which + (part == 0 ? "" : "2");
  }

  /** The rules as typed; a stand-in where the form has errors. */
  BusinessRules rules() {
    Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
    boolean everOpen = false;
    for (DayOfWeek day : DayOfWeek.values()) {
      DayHours hours = stretches(day);
      week.put(day, hours);
      everOpen |= !hours.isClosed();
    }
    if (!everOpen) {
      form.reject("day1-opens", "desk.hours.error.never-open");
    }
    List<YearlyClosing> closings = closings();
    LocalDate validFrom = date("valid-from").orElse(LocalDate.EPOCH);
    return new BusinessRules(validFrom, week, form.flag("holidays"), closings);
  }

  private DayHours stretches(DayOfWeek day) {
    List<OpenInterval> intervals = new ArrayList<>();
    interval(field(day, 0, "opens"), field(day, 0, "closes")).ifPresent(intervals::add);
    Optional<OpenInterval> later = interval(field(day, 1, "opens"), field(day, 1, "closes"));
    if (later.isPresent()) {
      if (intervals.isEmpty()) {
        intervals.add(later.get());
      } else if (follows(intervals.getFirst(), later.get())) {
        intervals.add(later.get());
      } else {
        form.reject(field(day, 1, "opens"), "desk.hours.error.overlap");
      }
    }
    return new DayHours(intervals);
  }

  private static boolean follows(OpenInterval first, OpenInterval second) {
    return !first.closes().equals(LocalTime.MIDNIGHT) && !second.opens().isBefore(first.closes());
  }

  /** A stretch from two fields, both filled or both empty. */
  private Optional<OpenInterval> interval(String opensField, String closesField) {
    Optional<LocalTime> opens = time(opensField, false);
    Optional<LocalTime> closes = time(closesField, true);
    boolean opensTyped = !form.value(opensField).isBlank();
    boolean closesTyped = !form.value(closesField).isBlank();
    if (opensTyped && !closesTyped) {
      form.reject(closesField, "desk.hours.error.no-end");
    }
    if (closesTyped && !opensTyped) {
      form.reject(opensField, "desk.hours.error.no-beginning");
    }
    if (opens.isEmpty() || closes.isEmpty()) {
      return Optional.empty();
    }
    if (!closes.get().equals(LocalTime.MIDNIGHT) && !opens.get().isBefore(closes.get())) {
      form.reject(closesField, "desk.hours.error.backwards");
      return Optional.empty();
    }
    return Optional.of(new OpenInterval(opens.get(), closes.get()));
  }

  private Optional<LocalTime> time(String name, boolean end) {
    String typed = plain(name);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    for (Pattern pattern : List.of(TIME, DIGITS, HOUR)) {
      Matcher found = pattern.matcher(typed);
      if (found.matches()) {
        String minutes = found.groupCount() > 1 ? found.group(2) : null;
        int hour = Integer.parseInt(found.group(1));
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        if (hour == 24 && minute == 0 && end) {
          return Optional.of(LocalTime.MIDNIGHT);
        }
        if (hour < 24 && minute < 60) {
          return Optional.of(LocalTime.of(hour, minute));
        }
      }
    }
    form.reject(name, "desk.hours.error.time");
    return Optional.empty();
  }

  private List<YearlyClosing> closings() {
    List<YearlyClosing> closings = new ArrayList<>();
    Set<MonthDay> begun = new HashSet<>();
    for (int number = 1; number <= CLOSINGS; number++) {
      String name = "closing" + number;
      Optional<MonthDay> first = monthDay(name + "-first");
      Optional<MonthDay> last = monthDay(name + "-last");
      Optional<String> reason = form.optional(name + "-reason", REASON);
      boolean firstTyped = !form.value(name + "-first").isBlank();
      if (!firstTyped && (!form.value(name + "-last").isBlank() || reason.isPresent())) {
        form.reject(name + "-first", "web.form.missing");
      }
      if (firstTyped && reason.isEmpty()) {
        form.reject(name + "-reason", "desk.hours.error.reason");
      }
      if (first.isPresent() && !begun.add(first.get())) {
        form.reject(name + "-first", "desk.hours.error.twice");
      }
      if (first.isPresent() && reason.isPresent()) {
        closings.add(new YearlyClosing(first.get(), last.orElse(first.get()), reason.get()));
      }
    }
    return closings;
  }

  private Optional<MonthDay> monthDay(String name) {
    String typed = plain(name);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    for (Pattern pattern : List.of(MONTH_DAY, DIGITS)) {
      Matcher found = pattern.matcher(typed);
      if (found.matches()) {
        try {
          return Optional.of(
              MonthDay.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))));
        } catch (DateTimeException noSuchDay) {
          break;
        }
      }
    }
    form.reject(name, "desk.hours.error.month-day");
    return Optional.empty();
  }

  /** The day that differs, as typed; empty where the form has errors. */
  Optional<DatedException> exception(LocalDate today) {
    Optional<LocalDate> day = date("day");
    day.filter(when -> when.isBefore(today.minusYears(1)) || when.isAfter(today.plusYears(3)))
        .ifPresent(_ -> form.reject("day", "desk.hours.error.far"));
    boolean closed = form.value("that-day").equals("closed");
    if (!closed && !form.value("that-day").equals("open")) {
      form.reject("that-day", "web.form.choose");
    }
    List<OpenInterval> intervals = new ArrayList<>();
    if (!closed) {
      Optional<OpenInterval> hours = interval("opens", "closes");
      if (hours.isEmpty() && form.value("that-day").equals("open")) {
        form.reject("opens", "desk.hours.error.open-when");
      }
      hours.ifPresent(intervals::add);
    }
    String reason = form.text("reason", REASON);
    return form.hasErrors()
        ? Optional.empty()
        : day.map(when -> new DatedException(when, new DayHours(intervals), reason));
  }

  /** A day in any of the ways in which days are written. */
  Optional<LocalDate> date(String name) {
    Locale locale = LocaleContextHolder.getLocale();
    return switch (JapaneseDates.read(form.value(name))) {
      case DateReading.Parsed(LocalDate date) -> Optional.of(date);
      case DateReading.Unreadable unreadable -> {
        form.reject(name, "desk.plain", unreadable.message(locale));
        yield Optional.empty();
      }
    };
  }

  private String plain(String name) {
    return Normalizer.normalize(form.value(name), Normalizer.Form.NFKC).replaceAll("\\s", "");
  }

  private static String written(MonthDay day) {
    return day.getMonthValue() + "/" + day.getDayOfMonth();
  }
}
