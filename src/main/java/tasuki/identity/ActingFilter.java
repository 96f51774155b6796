package tasuki.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import tasuki.directory.OrganizationId;
import tasuki.kernel.Acting;

/**
 * Binds the signed-in account to the request, after asking whether it still belongs to its
 * organisation and, where a ward computer was the second factor, whether that is still approved.
 * Somebody of whom it is no longer true is signed out.
 */
class ActingFilter extends OncePerRequestFilter {

  private final Accounts accounts;
  private final WardComputers computers;

  ActingFilter(Accounts accounts, WardComputers computers) {
    this.accounts = accounts;
    this.computers = computers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Viewer> viewer =
        accounts.viewer(
            new AccountId(signedIn.account()), new OrganizationId(signedIn.organization()));
    if (viewer.isEmpty() || isComputerGone(signedIn)) {
      signOut(request, response);
      return;
    }
    Viewers.remember(request, viewer.get());
    try {
      Acting.as(
          viewer.get().actor(),
          () -> {
            chain.doFilter(request, response);
            return true;
          });
    } catch (IOException | ServletException | RuntimeException failure) {
      throw failure;
    } catch (Exception impossible) {
      throw new ServletException(impossible);
    }
  }

  private boolean isComputerGone(SignedIn signedIn) {
    return signedIn.computer() != null && !computers.holds(signedIn.computer());
  }

  private static void signOut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SecurityContextHolder.clearContext();
    request.getSession().invalidate();
    response.sendRedirect(request.getContextPath() + "/sign-in?ended");
  }
}
