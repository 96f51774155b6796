package tasuki.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.directory.OrganizationId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** What everybody sets for themselves: language, organisation acted for, and a look at sign-ins. */
@Controller
@OpenTo({})
class SettingsController {

  private final Accounts accounts;
  private final OwnCredentials own;
  private final Admission admission;
  private final SignIn signIn;
  private final LocaleResolver locales;
  private final Notices notices;

  SettingsController(
      Accounts accounts,
      OwnCredentials own,
      Admission admission,
      SignIn signIn,
      LocaleResolver locales,
      Notices notices) {
    this.accounts = accounts;
    this.own = own;
    this.admission = admission;
    this.signIn = signIn;
    this.locales = locales;
    this.notices = notices;
  }

  @GetMapping("/settings")
  String page(Form form, Viewer me, Authentication authentication, Model model) {
    UUID account = me.account().id().value();
    form.start("language", me.account().language());
    model.addAttribute("me", me);
    model.addAttribute("organizations", accounts.organizationsOf(me.account().id()));
    model.addAttribute("printedLeft", own.printedLeft(account));
    model.addAttribute("arrivals", own.arrivals());
    model.addAttribute("atComputer", isAtComputer(authentication));
    return "identity/settings";
  }

  /** Whether the computer stood in for a code: then nothing is given out that works elsewhere. */
  static boolean isAtComputer(Authentication authentication) {
    return authentication.getPrincipal() instanceof SignedIn signedIn
        && signedIn.computer() != null;
  }

  @PostMapping("/settings/language")
  String language(
      Form form,
      Viewer me,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next) {
    Locale locale = form.value("language").equals("en") ? Locale.ENGLISH : Locale.JAPANESE;
    accounts.speak(me.account().id(), locale.getLanguage());
    locales.setLocale(request, response, locale);
    org.springframework.context.i18n.LocaleContextHolder.setLocale(locale);
    notices.done(next, "identity.language.changed");
    return "redirect:/settings";
  }

  @PostMapping("/organization/{id}")
  String actFor(
      @PathVariable UUID id,
      Viewer me,
      Authentication authentication,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next) {
    if (isAtComputer(authentication)) {
      throw RefusedException.because("identity.refused.computer-bound");
    }
    Viewer there =
        accounts
            .viewer(me.account().id(), new OrganizationId(id))
            .orElseThrow(() -> new AbsentException("membership"));
    request.changeSessionId();
    admission.actFor(new SignedIn(me.account().id().value(), id, null), request, response);
    notices.done(next, "identity.organization.changed", there.organization().name());
    signIn.switched(there);
    return "redirect:/";
  }
}
