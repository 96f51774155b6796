package tasuki.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;
import tasuki.directory.OrganizationId;

/** Lets somebody in who proved both factors: under a fresh session, for one organisation. */
@Component
class Admission {

  private final SignIn signIn;
  private final Accounts accounts;
  private final SecurityContextRepository contexts;
  private final LocaleResolver locales;
  private final HttpSessionRequestCache requests = new HttpSessionRequestCache();

  Admission(
      SignIn signIn,
      Accounts accounts,
      SecurityContextRepository contexts,
      LocaleResolver locales) {
    this.signIn = signIn;
    this.accounts = accounts;
    this.contexts = contexts;
    this.locales = locales;
  }

  /** Answers where to go: to the page first asked for, or home. */
  String admit(UUID account, HttpServletRequest request, HttpServletResponse response) {
    return signIn
        .firstOrganization(account)
        .map(organization -> admit(account, organization, null, request, response))
        .orElse("redirect:/sign-in?nowhere");
  }

  /** Lets in where the computer was the second factor: for the organisation that approved it. */
  String admitAt(
      WardComputer computer,
      UUID account,
      HttpServletRequest request,
      HttpServletResponse response) {
    return admit(account, computer.organization().value(), computer, request, response);
  }

  private String admit(
      UUID account,
      UUID organization,
      @Nullable WardComputer computer,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Viewer> viewer =
        accounts.viewer(new AccountId(account), new OrganizationId(organization));
    if (viewer.isEmpty()) {
      return "redirect:/sign-in?nowhere";
    }
    SavedRequest wanted = requests.getRequest(request, response);
    request.changeSessionId();
    signIn.arrived(viewer.get(), computer == null ? null : "ward-computer");
    speak(viewer.get(), request, response);
    actFor(
        new SignedIn(account, organization, computer == null ? null : computer.id()),
        request,
        response);
    boolean isPage =
        wanted != null
            && wanted.getMethod().equals("GET")
            && wanted.getHeaderValues("Accept").stream().anyMatch(type -> type.contains("html"));
    requests.removeRequest(request, response);
    return "redirect:" + (isPage && wanted != null ? wanted.getRedirectUrl() : "/");
  }

  /** A browser that never chose a language speaks that of the account. */
  private void speak(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
    if (WebUtils.getCookie(request, "language") == null) {
      locales.setLocale(request, response, viewer.locale());
    }
  }

  /** From now on the session acts for this organisation. */
  void actFor(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }
}
