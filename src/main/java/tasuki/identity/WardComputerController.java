package tasuki.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.JapaneseDates;
import tasuki.form.DayField;
import tasuki.kernel.TasukiTime;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Approves the computer at which the administrator sits, and takes approvals back. */
@Controller
@OpenTo(Duty.ADMINISTRATOR)
@RequestMapping("/computers")
class WardComputerController {

  private final WardComputers computers;
  private final Clock clock;
  private final Notices notices;

  WardComputerController(WardComputers computers, Clock clock, Notices notices) {
    this.computers = computers;
    this.clock = clock;
    this.notices = notices;
  }

  @GetMapping
  String page(Form form, Viewer me, HttpServletRequest request, Model model) {
    form.start("until", LocalDate.now(clock.withZone(TasukiTime.ZONE)).plusYears(1));
    model.addAttribute("computers", computers.of(me.organization().id()));
    model.addAttribute("here", computers.at(request).map(WardComputer::id).orElse(null));
    model.addAttribute("now", clock.instant().atZone(TasukiTime.ZONE));
    model.addAttribute("place", me.organization().name());
    return "identity/computers";
  }

  @PostMapping
  String approve(
      Form form,
      Viewer me,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes next) {
    String label = form.text("label", 60);
    Optional<LocalDate> until = DayField.required(form, "until");
    until.ifPresent(last -> form.reject("until", computers.mayApproveUntil(last)));
    if (form.hasErrors() || until.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(form, me, request, model);
    }
    computers
        .at(request)
        .filter(before -> before.organization().equals(me.organization().id()))
        .ifPresent(before -> computers.withdraw(me, before.id()));
    String token = computers.approve(me, label, until.get(), form.flag("factor"));
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(token, until.get(), request).toString());
    notices.done(
        next,
        "identity.computers.approved",
        label,
        JapaneseDates.inFull(until.get(), LocaleContextHolder.getLocale()));
    return "redirect:/computers";
  }

  private ResponseCookie cookie(String token, LocalDate last, HttpServletRequest request) {
    Duration life =
        Duration.between(
            clock.instant(), last.plusDays(1).atStartOfDay(TasukiTime.ZONE).toInstant());
    return ResponseCookie.from(WardComputers.COOKIE, token)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Strict")
        .path("/")
        .maxAge(life)
        .build();
  }

  @PostMapping("/{id}/withdrawal")
  String withdraw(@PathVariable UUID id, Viewer me, RedirectAttributes next) {
    computers.withdraw(me, id);
    notices.done(next, "identity.computers.withdrawn");
    return "redirect:/computers";
  }
}
