package tasuki.incident;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.form.DayField;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.RefusedException;
import tasuki.print.Paper;
import tasuki.print.PaperAnswer;
import tasuki.web.Form;
import tasuki.web.Notices;

/** 誤送信: what is due by when, who opened it, and the draft of the report. */
@Controller
class IncidentController {

  private static final int LONGEST_REASON = 500;

  private final Incidents incidents;
  private final IncidentReport reports;
  private final Paper paper;
  private final Clock clock;
  private final Notices notices;

  IncidentController(
      Incidents incidents, IncidentReport reports, Paper paper, Clock clock, Notices notices) {
    this.incidents = incidents;
    this.reports = reports;
    this.paper = paper;
    this.clock = clock;
    this.notices = notices;
  }

  @GetMapping("/incidents")
  @OpenTo({Duty.CARE, Duty.ADMINISTRATOR, Duty.AUDITOR})
  String list(Model model) {
    model.addAttribute("incidents", incidents.list().stream().map(reports::line).toList());
    return "incident/incidents";
  }

  @GetMapping("/incidents/{id}")
  @OpenTo({Duty.CARE, Duty.ADMINISTRATOR, Duty.AUDITOR})
  String show(@PathVariable("id") UUID id, Form form, Viewer viewer, Model model) {
    form.start("on", JapaneseDates.compact(JapanTime.today(clock)));
    return shown(incidents.get(id), viewer, model);
  }

  private String shown(Incident incident, Viewer viewer, Model model) {
    model.addAttribute("incident", reports.line(incident));
    model.addAttribute("facts", reports.facts(incident));
    model.addAttribute("mayClose", viewer.hasAny(Duty.ADMINISTRATOR, Duty.AUDITOR));
    List<Look> looks = incidents.looks(incident.id());
    model.addAttribute("looks", reports.looks(looks));
    model.addAttribute("paperWay", incident.way() == Way.PAPER);
    model.addAttribute("report", reports.text(incident, looks, viewer.organization()));
    return "incident/incident";
  }

  @PostMapping("/incidents/{id}/{step:first|full}")
  @OpenTo({Duty.CARE, Duty.ADMINISTRATOR, Duty.AUDITOR})
  String reported(
      @PathVariable("id") UUID id,
      @PathVariable("step") String step,
      Form form,
      Viewer viewer,
      HttpServletResponse response,
      RedirectAttributes next,
      Model model) {
    Optional<LocalDate> on = DayField.required(form, "on");
    on.filter(day -> day.isAfter(JapanTime.today(clock)))
        .ifPresent(_ -> form.reject("on", "incident.error.future"));
    if (!form.hasErrors()) {
      try {
        incidents.reported(id, step.equals("full"), on.orElseThrow());
        notices.done(next, "incident.reported." + step);
        return "redirect:/incidents/" + id;
      } catch (RefusedException refused) {
        form.reject("on", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return shown(incidents.get(id), viewer, model);
  }

  /** That no report is needed is for whoever answers for the organisation to say. */
  @PostMapping("/incidents/{id}/close")
  @OpenTo({Duty.ADMINISTRATOR, Duty.AUDITOR})
  String close(
      @PathVariable("id") UUID id,
      Form form,
      Viewer viewer,
      HttpServletResponse response,
      RedirectAttributes next,
      Model model) {
    Incident incident = incidents.get(id);
    String because = form.text("because", LONGEST_REASON);
    if (!form.hasErrors()) {
      try {
        incidents.close(id, because);
        notices.done(next, "incident.closed.done");
        return "redirect:/incidents/" + id;
      } catch (RefusedException refused) {
        form.reject("because", refused.refused());
      }
    }
    form.start("on", JapaneseDates.compact(JapanTime.today(clock)));
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return shown(incident, viewer, model);
  }

  @GetMapping("/incidents/{id}/report")
  @OpenTo({Duty.CARE, Duty.ADMINISTRATOR, Duty.AUDITOR})
  ResponseEntity<byte[]> report(@PathVariable("id") UUID id, Viewer viewer) {
    Incident incident = incidents.get(id);
    Map<String, @Nullable Object> model =
        Map.of("sections", reports.sections(incident, incidents.looks(id), viewer.organization()));
    byte[] bytes = paper.pdf("incident/report", model, Locale.JAPANESE).bytes();
    return PaperAnswer.kept("漏えい等報告_下書き_" + incident.foundOn(), bytes);
  }
}
