package tasuki.transition;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.web.Anybody;
import tasuki.web.Form;
import tasuki.web.Notices;

/**
 * Where somebody without an account says on which day a conference would suit. The link leaves the
 * address at once; the page shows the hospital and the candidates, and nothing of any person.
 */
@Controller
@Anybody
@RequestMapping("/conference")
class InvitationController {

  /** A candidate as the page shows it. */
  record Line(UUID id, String words, String answer) {}

  private static final String MARK = "conference-mark";

  private final Conferences conferences;
  private final LinkLimits limits;
  private final StayWords say;
  private final Notices notices;

  InvitationController(Conferences conferences, LinkLimits limits, StayWords say, Notices notices) {
    this.conferences = conferences;
    this.limits = limits;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/{token:[A-Za-z0-9_-]{43}}")
  String open(
      @PathVariable("token") String token, HttpSession session, HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    session.setAttribute(MARK, Conferences.mark(token));
    return "redirect:/conference";
  }

  @GetMapping
  String show(
      HttpSession session, HttpServletRequest request, HttpServletResponse response, Model model) {
    Optional<String> mark = mark(session);
    if (isTooMuch(mark, request)) {
      return wait(response, model);
    }
    Optional<Conferences.Invitation> invited = mark.flatMap(conferences::invited);
    if (invited.isEmpty()) {
      return over(mark, request, response);
    }
    fill(model, invited.get());
    return "transition/invitation";
  }

  @PostMapping
  String answer(
      Form form,
      HttpSession session,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes next) {
    Optional<String> mark = mark(session);
    if (isTooMuch(mark, request)) {
      return wait(response, model);
    }
    Optional<Conferences.Invitation> invited = mark.flatMap(conferences::invited);
    if (mark.isEmpty() || invited.isEmpty()) {
      return over(mark, request, response);
    }
    boolean taken = false;
    for (Conferences.Slot slot : invited.get().slots().keySet()) {
      Optional<Conferences.Answer> answer =
          form.optionalChoice("slot-" + slot.id(), Conferences.Answer.class);
      taken |=
          answer.isPresent() && conferences.answerInvitation(mark.get(), slot.id(), answer.get());
    }
    if (taken) {
      notices.done(next, "transition.invitation.thanks");
    } else {
      notices.refused(next, "transition.invitation.nothing");
    }
    return "redirect:/conference";
  }

  private boolean isTooMuch(Optional<String> mark, HttpServletRequest request) {
    return mark.isPresent() && !limits.mayUse(mark.get(), request.getRemoteAddr());
  }

  private static String wait(HttpServletResponse response, Model model) {
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    model.addAttribute("later", true);
    return "transition/invitation-over";
  }

  /** The same words for a wrong link, an old one and none. */
  private String over(
      Optional<String> mark, HttpServletRequest request, HttpServletResponse response) {
    if (mark.isPresent()) {
      limits.wrong(request.getRemoteAddr());
    }
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return "transition/invitation-over";
  }

  private void fill(Model model, Conferences.Invitation invited) {
    model.addAttribute("hospital", invited.hospital());
    model.addAttribute("meetingPlace", invited.place());
    model.addAttribute("online", invited.onlineAddress());
    model.addAttribute(
        "fixed", invited.fixedAt() == null ? null : say.moment(invited.fixedAt(), true));
    List<Line> lines = invited.slots().entrySet().stream().map(this::line).toList();
    model.addAttribute("candidates", lines);
  }

  private Line line(Map.Entry<Conferences.Slot, Optional<Conferences.Answer>> candidate) {
    return new Line(
        candidate.getKey().id(),
        say.moment(candidate.getKey().at(), true),
        candidate.getValue().map(Enum::name).orElse(""));
  }

  private static Optional<String> mark(HttpSession session) {
    @Nullable Object kept = session.getAttribute(MARK);
    return kept instanceof String mark ? Optional.of(mark) : Optional.empty();
  }
}
