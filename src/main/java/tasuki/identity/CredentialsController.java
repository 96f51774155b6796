package tasuki.identity;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Changes what one signs in with. Each change asks once more for something only the owner has. */
@Controller
@OpenTo({})
@RequestMapping("/settings")
class CredentialsController {

  private static final String PROVED = "authenticator-proved";
  private static final Duration PROVED_FOR = Duration.ofMinutes(10);

  private final OwnCredentials own;
  private final ShownOnce once;
  private final Clock clock;
  private final Notices notices;

  CredentialsController(OwnCredentials own, ShownOnce once, Clock clock, Notices notices) {
    this.own = own;
    this.once = once;
    this.clock = clock;
    this.notices = notices;
  }

  @GetMapping("/password")
  String passwordPage(Form form) {
    return "identity/change-password";
  }

  @PostMapping("/password")
  String password(
      Form form,
      Viewer me,
      HttpSession session,
      HttpServletResponse response,
      RedirectAttributes next) {
    String wanted = form.value("password");
    if (form.value("old").isEmpty()) {
      form.reject("old", "web.form.missing");
    }
    if (wanted.isEmpty()) {
      form.reject("password", "web.form.missing");
    } else if (!wanted.equals(form.value("again"))) {
      form.reject("again", "identity.new-password.different");
    }
    if (!form.hasErrors()) {
      switch (own.changePassword(me.account(), form.value("old"), wanted, session.getId())) {
        case OwnCredentials.Proof.Right _ -> {
          notices.done(next, "identity.change-password.done");
          return "redirect:/settings";
        }
        case OwnCredentials.Proof.Wrong _ -> form.reject("old", "identity.change-password.wrong");
        case OwnCredentials.Proof.Wait wait -> reject(form, "old", wait);
        case OwnCredentials.Proof.Unacceptable no -> form.reject("password", no.ruling());
      }
    }
    return again("identity/change-password", response);
  }

  @GetMapping("/codes")
  String codesPage(Form form, Viewer me, Authentication authentication, Model model) {
    elsewhereOnly(authentication);
    model.addAttribute("printedLeft", own.printedLeft(me.account().id().value()));
    return "identity/codes";
  }

  @PostMapping("/codes")
  String codes(
      Form form,
      Viewer me,
      Authentication authentication,
      HttpServletResponse response,
      Model model,
      RedirectAttributes next) {
    elsewhereOnly(authentication);
    UUID account = me.account().id().value();
    if (!proved(form, account)) {
      model.addAttribute("printedLeft", own.printedLeft(account));
      return again("identity/codes", response);
    }
    once.put(next, "codes", String.join(" ", own.print(account)));
    return "redirect:/settings/codes/printed";
  }

  @GetMapping("/codes/printed")
  String printed(Viewer me, Model model) {
    if (!once.take(model, "codes")) {
      return "redirect:/settings/codes";
    }
    model.addAttribute("codeList", List.of(String.valueOf(model.getAttribute("codes")).split(" ")));
    model.addAttribute("me", me);
    model.addAttribute("made", clock.instant().atZone(tasuki.kernel.TasukiTime.ZONE));
    return "identity/codes-printed";
  }

  @GetMapping("/authenticator")
  String authenticatorPage(Form form, Authentication authentication) {
    elsewhereOnly(authentication);
    return "identity/authenticator";
  }

  @PostMapping("/authenticator")
  String prove(
      Form form,
      Viewer me,
      Authentication authentication,
      HttpSession session,
      HttpServletResponse response) {
    elsewhereOnly(authentication);
    UUID account = me.account().id().value();
    if (!proved(form, account)) {
      return again("identity/authenticator", response);
    }
    own.propose(account);
    session.setAttribute(PROVED, clock.instant());
    return "redirect:/settings/authenticator/new";
  }

  @GetMapping("/authenticator/new")
  String newAuthenticator(Form form, Viewer me, HttpSession session, Model model) {
    Optional<byte[]> secret = proposed(me, session);
    if (secret.isEmpty()) {
      return "redirect:/settings/authenticator";
    }
    QrPicture.show(secret.get(), me.account().login(), model);
    return "identity/authenticator-new";
  }

  @PostMapping("/authenticator/new")
  String replace(
      Form form,
      Viewer me,
      HttpSession session,
      HttpServletResponse response,
      Model model,
      RedirectAttributes next) {
    Optional<byte[]> secret = proposed(me, session);
    if (secret.isEmpty()) {
      return "redirect:/settings/authenticator";
    }
    String code = form.text("code", 20);
    if (!form.hasErrors() && own.confirmReplacement(me.account().id().value(), code)) {
      session.removeAttribute(PROVED);
      notices.done(next, "identity.authenticator.done");
      return "redirect:/settings";
    }
    form.reject("code", "identity.authenticator.wrong");
    QrPicture.show(secret.get(), me.account().login(), model);
    return again("identity/authenticator-new", response);
  }

  private Optional<byte[]> proposed(Viewer me, HttpSession session) {
    return session.getAttribute(PROVED) instanceof Instant proved
            && clock.instant().isBefore(proved.plus(PROVED_FOR))
        ? own.proposed(me.account().id().value())
        : Optional.empty();
  }

  private boolean proved(Form form, UUID account) {
    String code = form.text("code", 20);
    if (form.hasErrors()) {
      return false;
    }
    switch (own.prove(account, code)) {
      case OwnCredentials.Proof.Right _ -> {
        return true;
      }
      case OwnCredentials.Proof.Wait wait -> reject(form, "code", wait);
      case OwnCredentials.Proof.Wrong _, OwnCredentials.Proof.Unacceptable _ ->
          form.reject("code", "identity.code.wrong");
    }
    return false;
  }

  /** A ward computer is a factor on that ward only; it gives out nothing that works elsewhere. */
  private static void elsewhereOnly(Authentication authentication) {
    if (SettingsController.isAtComputer(authentication)) {
      throw RefusedException.because("identity.refused.needs-code");
    }
  }

  private void reject(Form form, String field, OwnCredentials.Proof.Wait wait) {
    long seconds = Math.max(1, Duration.between(clock.instant(), wait.until()).toSeconds());
    form.reject(field, "identity.sign-in.wait", Math.ceilDiv(seconds, 60));
  }

  private static String again(String page, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page;
  }
}
