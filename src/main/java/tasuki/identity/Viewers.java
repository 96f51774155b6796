package tasuki.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the viewer of the request to controllers that name one as a parameter. */
public final class Viewers implements HandlerMethodArgumentResolver {

  private static final String ATTRIBUTE = Viewer.class.getName();

  static void remember(HttpServletRequest request, Viewer viewer) {
    request.setAttribute(ATTRIBUTE, viewer);
  }

  /** Who looks, if anybody has signed in. */
  public static Optional<Viewer> of(HttpServletRequest request) {
    return Optional.ofNullable((Viewer) request.getAttribute(ATTRIBUTE));
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Viewer.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
    return servlet == null ? null : of(servlet).orElseThrow();
  }
}
