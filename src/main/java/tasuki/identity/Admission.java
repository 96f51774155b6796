package tasuki.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** Lets somebody in who proved both factors: under a fresh session, for one organisation. */
@Component
class Admission {

  private final SignIn signIn;
  private final SecurityContextRepository contexts;
  private final HttpSessionRequestCache requests = new HttpSessionRequestCache();

  Admission(SignIn signIn, SecurityContextRepository contexts) {
    this.signIn = signIn;
    this.contexts = contexts;
  }

  /** Answers where to go: to the page first asked for, or home. */
  String admit(UUID account, HttpServletRequest request, HttpServletResponse response) {
    Optional<UUID> organization = signIn.firstOrganization(account);
    if (organization.isEmpty()) {
      return "redirect:/sign-in?nowhere";
    }
    SavedRequest wanted = requests.getRequest(request, response);
    request.changeSessionId();
    actFor(account, organization.get(), request, response);
    boolean isPage =
        wanted != null
            && wanted.getMethod().equals("GET")
            && wanted.getHeaderValues("Accept").stream().anyMatch(type -> type.contains("html"));
    requests.removeRequest(request, response);
    return "redirect:" + (isPage && wanted != null ? wanted.getRedirectUrl() : "/");
  }

  /** From now on the session acts for this organisation. */
  void actFor(
      UUID account, UUID organization, HttpServletRequest request, HttpServletResponse response) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            new SignedIn(account, organization), null, List.of()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }
}
