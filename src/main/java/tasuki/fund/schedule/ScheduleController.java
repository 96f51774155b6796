package tasuki.fund.schedule;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.form.DayField;
import tasuki.fund.Branch;
import tasuki.fund.FundTabs;
import tasuki.fund.PrefectureOnly;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.programme.Editions;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** The steps of the fund's year: what is done, what is due, and by when. */
@Controller
@OpenTo(Duty.OFFICER)
class ScheduleController {

  private static final String FIELD = "step.";

  private final Schedules schedules;
  private final ScheduleWords words;
  private final Editions editions;
  private final FundTabs tabs;
  private final Notices notices;
  private final Clock clock;
  private final Phrases say;

  ScheduleController(
      Schedules schedules,
      ScheduleWords words,
      Editions editions,
      FundTabs tabs,
      Notices notices,
      Clock clock,
      Phrases say) {
    this.schedules = schedules;
    this.words = words;
    this.editions = editions;
    this.tabs = tabs;
    this.notices = notices;
    this.clock = clock;
    this.say = say;
  }

  @GetMapping("/fund/schedule/{branch}/{year}")
  String schedule(
      @PathVariable Branch branch, @PathVariable int year, Form form, Viewer viewer, Model model) {
    FiscalYear of = PrefectureOnly.year(year, viewer);
    schedules.of(branch, of).forEach(one -> form.start(FIELD + one.step(), one.due()));
    return page(branch, of, model);
  }

  @PostMapping("/fund/schedule/{branch}/{year}")
  String date(
      @PathVariable Branch branch,
      @PathVariable int year,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    FiscalYear of = PrefectureOnly.year(year, viewer);
    editions.letCompile("fund");
    Map<Step, @Nullable LocalDate> due = new EnumMap<>(Step.class);
    for (Step step : Step.dated()) {
      due.put(step, day(form, step, of));
    }
    if (!form.hasErrors()) {
      schedules.date(branch, of, due);
      notices.done(next, "fund.schedule.saved");
      return "redirect:" + ScheduleWords.address(branch, of);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(branch, of, model);
  }

  /** The steps of a year fall between the year before and the two years after it. */
  private @Nullable LocalDate day(Form form, Step step, FiscalYear year) {
    String field = FIELD + step;
    LocalDate day = DayField.optional(form, field).orElse(null);
    FiscalYear first = year.previous();
    FiscalYear last = year.next().next();
    if (day != null && (day.isBefore(first.firstDay()) || day.isAfter(last.lastDay()))) {
      form.reject(field, "fund.schedule.far", first.label(say.locale()), last.label(say.locale()));
    }
    return day;
  }

  private String page(Branch branch, FiscalYear year, Model model) {
    model.addAttribute("branch", branch);
    model.addAttribute("year", year.year());
    model.addAttribute("yearLabel", year.label(say.locale()));
    model.addAttribute("stages", schedules.of(branch, year).stream().map(words::line).toList());
    model.addAttribute("dated", Step.dated());
    model.addAttribute("keeps", editions.compiles());
    model.addAttribute("branches", tabs.branches(branch, one -> ScheduleWords.address(one, year)));
    FiscalYear now = FiscalYear.of(JapanTime.today(clock));
    Stream<FiscalYear> years = Stream.of(now.previous(), now, now.next(), year).distinct().sorted();
    model.addAttribute(
        "yearTabs", tabs.years(years, year, one -> ScheduleWords.address(branch, one)));
    return "fund/schedule";
  }
}
