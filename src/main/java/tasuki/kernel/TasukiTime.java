package tasuki.kernel;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the house; tests and the sample prefecture bring their own. */
@Configuration(proxyBeanMethods = false)
public class TasukiTime {

  /** All of Japan keeps one time. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.system(ZONE);
  }
}
