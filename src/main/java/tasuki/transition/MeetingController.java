package tasuki.transition;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** The page of a hospital's meetings with linked institutions, counted by fiscal year. */
@Controller
@OpenTo(Duty.CARE)
class MeetingController {

  /** A partner as the page shows it. */
  record PartnerLine(String name, int times, boolean enough) {}

  /** A meeting as the page shows it. */
  record MeetingLine(UUID id, String day, String mode, String about, String partners) {}

  private static final int LONGEST = 80;
  private static final int MOST = 60;

  private final Meetings meetings;
  private final StayWords say;
  private final Ids ids;
  private final Notices notices;

  MeetingController(Meetings meetings, StayWords say, Ids ids, Notices notices) {
    this.meetings = meetings;
    this.say = say;
    this.ids = ids;
    this.notices = notices;
  }

  @GetMapping("/meetings")
  String show(
      Viewer viewer,
      @RequestParam(name = "year", defaultValue = "") String typed,
      Form form,
      Model model) {
    form.start("key", ids.next());
    form.start("on", today());
    form.start("mode", Mode.MEETING);
    return page(viewer, year(typed), model);
  }

  @PostMapping("/meetings")
  String record(
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    requireHospital(viewer);
    Optional<LocalDate> on = Typed.day(form, "on");
    Optional<Mode> mode = form.choice("mode", Mode.class);
    Optional<String> about = form.optional("about", 200);
    Set<String> partners = partners(form);
    if (!form.hasErrors()) {
      try {
        meetings.record(
            on.orElseThrow(),
            mode.orElseThrow(),
            about.orElse(null),
            partners,
            form.idempotencyKey().orElseGet(ids::next));
        notices.done(next, "transition.meeting.recorded");
        return "redirect:/meetings?year=" + FiscalYear.of(on.orElseThrow()).year();
      } catch (RefusedException refused) {
        form.reject("on", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(viewer, FiscalYear.of(today()), model);
  }

  @PostMapping("/meetings/{meeting}/withdraw")
  String withdraw(Viewer viewer, @PathVariable("meeting") UUID meeting, RedirectAttributes next) {
    requireHospital(viewer);
    meetings.withdraw(meeting);
    notices.done(next, "transition.meeting.withdrawn");
    return "redirect:/meetings";
  }

  /** The ticked ones and those written line by line, each once. */
  private Set<String> partners(Form form) {
    Set<String> partners = new LinkedHashSet<>(form.valuesOf("known"));
    form.value("others").lines().map(String::strip).forEach(partners::add);
    partners.removeIf(String::isEmpty);
    if (partners.isEmpty()) {
      form.reject("others", "transition.meeting.nobody");
    } else if (partners.size() > MOST
        || partners.stream().anyMatch(one -> one.length() > LONGEST)) {
      form.reject("others", "transition.meeting.long", MOST, LONGEST);
    }
    return partners;
  }

  private String page(Viewer viewer, FiscalYear year, Model model) {
    requireHospital(viewer);
    Meetings.Year found = meetings.of(year);
    model.addAttribute("yearLabel", year.label(say.locale()));
    model.addAttribute("earlierYear", "/meetings?year=" + year.previous().year());
    boolean present = year.contains(today());
    model.addAttribute("laterYear", present ? null : "/meetings?year=" + year.next().year());
    model.addAttribute("linked", found.partners().size());
    model.addAttribute("oftenEnough", found.oftenEnough());
    model.addAttribute("reached", found.oftenEnough() >= Meetings.INSTITUTIONS);
    model.addAttribute("wanted", Meetings.INSTITUTIONS);
    model.addAttribute("wantedTimes", Meetings.TIMES);
    model.addAttribute(
        "partners",
        found.partners().stream()
            .map(one -> new PartnerLine(one.name(), one.times(), one.times() >= Meetings.TIMES))
            .toList());
    model.addAttribute("meetings", found.meetings().stream().map(this::line).toList());
    model.addAttribute(
        "known",
        meetings.known().stream().map(name -> new AdmissionController.Choice(name, name)).toList());
    model.addAttribute(
        "meetingModes",
        List.of(Mode.MEETING, Mode.VIDEO).stream()
            .map(mode -> new AdmissionController.Choice(mode.name(), say.of("mode." + mode)))
            .toList());
    return "transition/meetings";
  }

  private MeetingLine line(Meetings.Meeting meeting) {
    String about = meeting.about();
    return new MeetingLine(
        meeting.id(),
        say.day(meeting.on()),
        say.of("mode." + meeting.mode()),
        about == null ? "" : about,
        String.join("、", meeting.partners()));
  }

  private static void requireHospital(Viewer viewer) {
    if (viewer.organization().kind() != OrganizationKind.HOSPITAL) {
      throw new AbsentException("page");
    }
  }

  private FiscalYear year(String typed) {
    FiscalYear present = FiscalYear.of(today());
    if (!typed.matches("20\\d\\d")) {
      return present;
    }
    FiscalYear wanted = new FiscalYear(Integer.parseInt(typed));
    return wanted.compareTo(present) > 0 ? present : wanted;
  }

  private LocalDate today() {
    return JapanTime.at(say.now().toInstant()).toLocalDate();
  }
}
