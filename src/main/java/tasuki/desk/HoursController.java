package tasuki.desk;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.BusinessCalendar;
import tasuki.calendar.BusinessRules;
import tasuki.calendar.DatedException;
import tasuki.calendar.HolidaySource;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.BusinessCalendars;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Where an organisation's own administrator says on which days and hours it works. */
@Controller
@OpenTo(Duty.ADMINISTRATOR)
class HoursController {

  private static final int PREVIEW_DAYS = 14;

  /** A weekday with its fields' names. */
  record Weekday(int number, String opens, String closes, String opens2, String closes2) {}

  /** A day that differs, as it is listed. */
  record Exceptional(LocalDate day, String label, String hours, String reason) {}

  /** A version of the rules that has not begun. */
  record Coming(LocalDate validFrom, String label) {}

  private final Organizations organizations;
  private final BusinessCalendars calendars;
  private final HoursWords words;
  private final Notices notices;
  private final Clock clock;
  private final HolidaySource holidays;

  HoursController(
      Organizations organizations,
      BusinessCalendars calendars,
      HoursWords words,
      Notices notices,
      Clock clock,
      HolidaySource holidays) {
    this.organizations = organizations;
    this.calendars = calendars;
    this.words = words;
    this.notices = notices;
    this.clock = clock;
    this.holidays = holidays;
  }

  /** Whether the days of the organisation are the viewer's to say. */
  static boolean own(Viewer viewer, OrganizationId organization) {
    return viewer.hasAny(Duty.ADMINISTRATOR) && viewer.organization().id().equals(organization);
  }

  @GetMapping("/organizations/{id}/hours")
  ModelAndView hours(@PathVariable UUID id, Form form, Viewer viewer, Model model, Locale locale) {
    OrganizationId own = onlyOwn(id, viewer);
    return page(own, form, Optional.empty(), HttpStatus.OK, locale);
  }

  @PostMapping("/organizations/{id}/hours")
  ModelAndView set(
      @PathVariable UUID id, Form form, Viewer viewer, RedirectAttributes next, Locale locale) {
    OrganizationId own = onlyOwn(id, viewer);
    BusinessRules typed = new HoursForm(form).rules();
    if (form.error("valid-from") == null) {
      form.reject("valid-from", calendars.mayBegin(own, typed.validFrom()));
    }
    if (form.hasErrors()) {
      return page(own, form, Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT, locale);
    }
    if (form.flag("preview")) {
      return page(own, form, Optional.of(typed), HttpStatus.OK, locale);
    }
    calendars.set(own, typed);
    notices.done(next, "desk.hours.saved", JapaneseDates.dayAndMonth(typed.validFrom(), locale));
    return back(own);
  }

  @PostMapping("/organizations/{id}/hours/exceptions")
  ModelAndView except(
      @PathVariable UUID id, Form form, Viewer viewer, RedirectAttributes next, Locale locale) {
    OrganizationId own = onlyOwn(id, viewer);
    Optional<DatedException> exception = new HoursForm(form).exception(today());
    if (exception.isEmpty()) {
      return page(own, form, Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT, locale);
    }
    calendars.except(own, exception.get());
    notices.done(
        next, "desk.hours.excepted", JapaneseDates.dayAndMonth(exception.get().date(), locale));
    return back(own);
  }

  @PostMapping("/organizations/{id}/hours/exceptions/remove")
  ModelAndView follow(
      @PathVariable UUID id, Form form, Viewer viewer, RedirectAttributes next, Locale locale) {
    OrganizationId own = onlyOwn(id, viewer);
    LocalDate day = anyDay(form);
    calendars.follow(own, day);
    notices.done(next, "desk.hours.followed", JapaneseDates.dayAndMonth(day, locale));
    return back(own);
  }

  @PostMapping("/organizations/{id}/hours/withdraw")
  ModelAndView withdraw(
      @PathVariable UUID id, Form form, Viewer viewer, RedirectAttributes next, Locale locale) {
    OrganizationId own = onlyOwn(id, viewer);
    LocalDate day = anyDay(form);
    calendars.withdraw(own, day);
    notices.done(next, "desk.hours.withdrawn", JapaneseDates.dayAndMonth(day, locale));
    return back(own);
  }

  /** The day of a button; nobody types it. */
  private static LocalDate anyDay(Form form) {
    return new HoursForm(form).date("day").orElseThrow(() -> new AbsentException("day"));
  }

  private static OrganizationId onlyOwn(UUID id, Viewer viewer) {
    OrganizationId wanted = new OrganizationId(id);
    if (!own(viewer, wanted)) {
      throw new AbsentException("business days");
    }
    return wanted;
  }

  private static ModelAndView back(OrganizationId organization) {
    return new ModelAndView("redirect:/organizations/" + organization + "/hours");
  }

  private ModelAndView page(
      OrganizationId own,
      Form form,
      Optional<BusinessRules> typed,
      HttpStatusCode status,
      Locale locale) {
    LocalDate today = today();
    ModelAndView page = new ModelAndView("desk/hours", status);
    boolean sent = form.hasErrors() || typed.isPresent();
    // A box that was unticked sends nothing and must not be ticked again.
    boolean weeklySent = sent && !form.value("valid-from").isEmpty();
    if (!weeklySent) {
      new HoursForm(form).start(calendars.rulesOn(own, today), today);
    }
    BusinessCalendar calendar = typed.map(rules -> as(own, rules)).orElseGet(() -> calendarOf(own));
    LocalDate first =
        typed.map(BusinessRules::validFrom).filter(day -> day.isAfter(today)).orElse(today);
    page.addObject("form", form);
    page.addObject("organization", organizations.get(own));
    page.addObject("weekdays", weekdays());
    page.addObject("closingNumbers", numbers());
    page.addObject("previewing", typed.isPresent());
    page.addObject("previewDays", words.days(calendar, first, PREVIEW_DAYS, locale));
    page.addObject("exceptionDays", exceptional(own, locale));
    page.addObject("coming", coming(own, locale));
    page.addObject("ownDays", !calendars.rulesOf(own).isEmpty());
    return page;
  }

  private BusinessCalendar calendarOf(OrganizationId own) {
    return calendars.calendarOf(own);
  }

  /** The calendar as it would be with the typed rules. */
  private BusinessCalendar as(OrganizationId own, BusinessRules typed) {
    List<BusinessRules> versions = new ArrayList<>(calendars.rulesOf(own));
    versions.removeIf(version -> version.validFrom().equals(typed.validFrom()));
    versions.add(typed);
    return BusinessCalendar.of(
        holidays.inForce(), versions, calendars.exceptionsFrom(own, LocalDate.EPOCH));
  }

  private List<Exceptional> exceptional(OrganizationId own, Locale locale) {
    return calendars.exceptionsFrom(own, today().minusMonths(1)).stream()
        .map(
            exception ->
                new Exceptional(
                    exception.date(),
                    JapaneseDates.inFull(exception.date(), locale),
                    words.hours(exception.hours(), locale),
                    exception.reason()))
        .toList();
  }

  private List<Coming> coming(OrganizationId own, Locale locale) {
    return calendars.rulesOf(own).stream()
        .filter(version -> version.validFrom().isAfter(today()))
        .map(
            version ->
                new Coming(version.validFrom(), JapaneseDates.inFull(version.validFrom(), locale)))
        .toList();
  }

  private static List<Weekday> weekdays() {
    List<Weekday> weekdays = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      weekdays.add(
          new Weekday(
              day.getValue(),
              HoursForm.field(day, 0, "opens"),
              HoursForm.field(day, 0, "closes"),
              HoursForm.field(day, 1, "opens"),
              HoursForm.field(day, 1, "closes")));
    }
    return weekdays;
  }

  private static List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    for (int number = 1; number <= HoursForm.CLOSINGS; number++) {
      numbers.add(number);
    }
    return numbers;
  }

  private LocalDate today() {
    return JapanTime.today(clock);
  }
}
