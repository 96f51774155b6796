package tasuki.record;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.DateReading;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.RefusedException;
import tasuki.person.PersonId;
import tasuki.person.Persons;
import tasuki.web.Form;
import tasuki.web.Notices;

/** The timeline of one person: reading, writing, and taking days of it elsewhere. */
@Controller
@OpenTo({Duty.CARE, Duty.FAMILY})
@RequestMapping("/persons/{person}/timeline")
class TimelineController {

  private static final int LONGEST_SPAN = 92;

  private final Timeline timeline;
  private final TimelinePages pages;
  private final ComposedEntry composed;
  private final ChartText chart;
  private final Persons persons;
  private final Notices notices;
  private final Clock clock;

  TimelineController(
      Timeline timeline,
      TimelinePages pages,
      ComposedEntry composed,
      ChartText chart,
      Persons persons,
      Notices notices,
      Clock clock) {
    this.timeline = timeline;
    this.pages = pages;
    this.composed = composed;
    this.chart = chart;
    this.persons = persons;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping
  String page(
      @PathVariable UUID person,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String before,
      Form form,
      Viewer viewer,
      Model model,
      Locale locale) {
    String words = q.strip();
    String shorter = words.length() > 100 ? words.substring(0, 100) : words;
    TimelinePage.Key after = TimelinePage.Key.parse(before).orElse(null);
    pages.timeline(
        new PersonId(person),
        new TimelinePages.Look(by, shorter, after),
        form,
        viewer,
        model,
        locale);
    return "record/timeline";
  }

  @PostMapping
  @OpenTo(Duty.CARE)
  String write(
      @PathVariable UUID person,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Form form,
      Viewer viewer,
      Model model,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes next) {
    PersonId id = persons.get(new PersonId(person)).id();
    return save(
        id,
        composed.read(form, files),
        "text",
        "record.done.written",
        form,
        viewer,
        model,
        locale,
        response,
        next);
  }

  @PostMapping("/telephone")
  @OpenTo(Duty.CARE)
  String telephone(
      @PathVariable UUID person,
      Form form,
      Viewer viewer,
      Model model,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes next) {
    PersonId id = persons.get(new PersonId(person)).id();
    return save(
        id,
        composed.readCall(form),
        "called",
        "record.done.called",
        form,
        viewer,
        model,
        locale,
        response,
        next);
  }

  private String save(
      PersonId person,
      Optional<NewEntry> entry,
      String field,
      String done,
      Form form,
      Viewer viewer,
      Model model,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes next) {
    if (entry.isPresent()) {
      try {
        timeline.write(person, entry.get(), form.idempotencyKey().orElseGet(UUID::randomUUID));
        notices.done(next, done);
        return "redirect:" + TimelinePages.base(person);
      } catch (RefusedException refused) {
        form.reject(field, refused.refused());
      }
    }
    pages.timeline(person, new TimelinePages.Look("", "", null), form, viewer, model, locale);
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return "record/timeline";
  }

  /** Days of the timeline as plain text, to be pasted into a chart. */
  @GetMapping("/text")
  @OpenTo(Duty.CARE)
  String text(
      @PathVariable UUID person,
      Form form,
      Viewer viewer,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    LocalDate today = JapanTime.today(clock);
    form.start("from", JapaneseDates.compact(today.minusDays(1)));
    form.start("until", JapaneseDates.compact(today));
    PersonId id = new PersonId(person);
    pages.head(persons.get(id), viewer, model, locale);
    LocalDate from = day(form, "from", today, locale);
    LocalDate until = day(form, "until", today, locale);
    if (!form.hasErrors() && from.isAfter(until)) {
      form.reject("until", "record.refused.order");
    }
    if (!form.hasErrors() && from.plusDays(LONGEST_SPAN).isBefore(until)) {
      form.reject("until", "record.refused.span", LONGEST_SPAN);
    }
    if (form.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    } else {
      model.addAttribute("chart", chart.of(pages.between(id, from, until), locale));
    }
    model.addAttribute("today", JapaneseDates.compact(today));
    model.addAttribute("weekAgo", JapaneseDates.compact(today.minusDays(6)));
    return "record/text";
  }

  private static LocalDate day(Form form, String name, LocalDate otherwise, Locale locale) {
    return switch (JapaneseDates.read(form.value(name))) {
      case DateReading.Parsed(LocalDate date) -> date;
      case DateReading.Unreadable unreadable -> {
        form.reject(name, "record.refused.day", unreadable.message(locale));
        yield otherwise;
      }
    };
  }
}
