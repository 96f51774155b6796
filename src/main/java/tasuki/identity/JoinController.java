package tasuki.identity;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tasuki.web.Anybody;
import tasuki.web.Form;

/**
 * Joining by a link. The link is exchanged at once for a mark in the session, so that no page, form
 * or picture is fetched under an address that holds it.
 */
@Controller
@Anybody
@RequestMapping("/join")
class JoinController {

  private static final String MARK = "join-mark";
  private static final String OVER = "identity/join-over";

  private final Joining joining;
  private final Clock clock;

  JoinController(Joining joining, Clock clock) {
    this.joining = joining;
    this.clock = clock;
  }

  @GetMapping("/{token}")
  String open(@PathVariable String token, HttpSession session, HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    session.setAttribute(MARK, Invitations.mark(token));
    return "redirect:/join";
  }

  @GetMapping
  String page(Form form, HttpSession session, HttpServletResponse response, Model model) {
    Optional<Joining.Invited> invited = mark(session).flatMap(joining::invited);
    if (invited.isEmpty()) {
      return over(response);
    }
    model.addAttribute("invited", invited.get());
    return "identity/join";
  }

  @PostMapping
  String choose(Form form, HttpSession session, HttpServletResponse response, Model model) {
    Optional<String> mark = mark(session);
    Optional<Joining.Invited> invited = mark.flatMap(joining::invited);
    if (mark.isEmpty() || invited.isEmpty()) {
      return over(response);
    }
    String wanted = form.value("password");
    if (wanted.isEmpty()) {
      form.reject("password", "web.form.missing");
    } else if (!wanted.equals(form.value("again"))) {
      form.reject("again", "identity.new-password.different");
    }
    if (!form.hasErrors()) {
      switch (joining.choose(mark.get(), wanted)) {
        case Joining.Outcome.Chosen chosen -> {
          session.removeAttribute(MARK);
          new HalfSignedIn(chosen.account(), clock.instant(), HalfSignedIn.Stage.ENROLMENT)
              .keep(session);
          return "redirect:/sign-in/enrolment";
        }
        case Joining.Outcome.Unacceptable no -> form.reject("password", no.ruling());
        case Joining.Outcome.LinkOver _ -> {
          return over(response);
        }
      }
    }
    model.addAttribute("invited", invited.get());
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return "identity/join";
  }

  private static Optional<String> mark(HttpSession session) {
    return session.getAttribute(MARK) instanceof String mark ? Optional.of(mark) : Optional.empty();
  }

  private static String over(HttpServletResponse response) {
    response.setStatus(HttpStatus.GONE.value());
    return OVER;
  }
}
