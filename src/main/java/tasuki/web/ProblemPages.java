package tasuki.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages of what was refused before any controller was asked, such as a form without token. */
@Component
class ProblemPages implements ErrorViewResolver {

  @Override
  public ModelAndView resolveErrorView(
      HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
    boolean asked = request.getDispatcherType() == DispatcherType.REQUEST;
    HttpStatus told = asked ? HttpStatus.NOT_FOUND : status;
    return new ModelAndView("web/problem", Map.of("kind", kind(told)), told);
  }

  private static String kind(HttpStatus status) {
    return switch (status) {
      case FORBIDDEN -> "stale";
      case NOT_FOUND -> "absent";
      case METHOD_NOT_ALLOWED -> "method";
      case CONTENT_TOO_LARGE -> "large";
      case TOO_MANY_REQUESTS -> "often";
      case SERVICE_UNAVAILABLE -> "busy";
      // No other answer of a server has a page of its own.
      default -> status.is4xxClientError() ? "unreadable" : "unexpected";
    };
  }
}
