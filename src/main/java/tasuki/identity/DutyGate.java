package tasuki.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.web.Anybody;

/** Lets a viewer through to the pages of their duties; other pages do not exist for them. */
@Configuration(proxyBeanMethods = false)
class DutyGate implements HandlerInterceptor, WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new Viewers());
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)
        || !method.getBeanType().getName().startsWith("tasuki.")) {
      return true;
    }
    OpenTo openTo = method.getMethodAnnotation(OpenTo.class);
    if (openTo == null) {
      openTo = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), OpenTo.class);
    }
    if (openTo == null) {
      if (isForAnybody(method) || isForMachines(method)) {
        return true;
      }
      // A page that says nothing about whom it is for is for nobody.
      throw new AbsentException("page");
    }
    Viewer viewer = Viewers.of(request).orElseThrow(() -> new AbsentException("page"));
    if (openTo.value().length > 0 && !viewer.hasAny(openTo.value())) {
      throw new AbsentException("page");
    }
    return true;
  }

  private static boolean isForMachines(HandlerMethod method) {
    boolean meant =
        method.hasMethodAnnotation(ForMachines.class)
            || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ForMachines.class);
    return meant && Acting.current() instanceof Actor.Machine;
  }

  private static boolean isForAnybody(HandlerMethod method) {
    return method.hasMethodAnnotation(Anybody.class)
        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Anybody.class);
  }
}
