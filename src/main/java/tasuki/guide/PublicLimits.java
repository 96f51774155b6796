package tasuki.guide;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Limits what one address may ask of the pages without sign-in. The machine itself is not limited:
 * a proxy on it that nobody named would make all visitors one.
 */
@Configuration(proxyBeanMethods = false)
class PublicLimits implements WebMvcConfigurer {

  private static final int PAGES_A_MINUTE = 120;

  /** Whole files cost more than pages. */
  private static final int FILES_A_MINUTE = 10;

  private static final String RETRY_SECONDS = "60";

  private final Clock clock;

  PublicLimits(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(limit(new Visits(PAGES_A_MINUTE, clock))).addPathPatterns("/public/**");
    registry
        .addInterceptor(limit(new Visits(FILES_A_MINUTE, clock)))
        .addPathPatterns("/open-data/**");
  }

  private static HandlerInterceptor limit(Visits visits) {
    return new HandlerInterceptor() {
      @Override
      public boolean preHandle(
          HttpServletRequest request, HttpServletResponse answer, Object handler)
          throws IOException {
        String address = request.getRemoteAddr();
        if (isThisMachine(address) || visits.mayAsk(address)) {
          return true;
        }
        answer.setHeader("Retry-After", RETRY_SECONDS);
        answer.sendError(429);
        return false;
      }
    };
  }

  private static boolean isThisMachine(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
