package tasuki.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The words of all rooms and the language in which they are said. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  /** Every room brings {@code messages/<room>.properties}; Japanese is the base. */
  @Bean
  MessageSource messageSource() throws IOException {
    Resource[] found =
        new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
    Set<String> names = new TreeSet<>();
    Arrays.stream(found)
        .map(resource -> Objects.requireNonNull(resource.getFilename()))
        .map(name -> name.replaceAll("(_en)?\\.properties$", ""))
        .forEach(name -> names.add("messages/" + name));
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames(names.toArray(String[]::new));
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    // Without it an apostrophe in English would read differently with and without arguments.
    messages.setAlwaysUseMessageFormat(true);
    return messages;
  }

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new OwnLanguages();
    resolver.setDefaultLocale(Locale.JAPANESE);
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    return resolver;
  }

  /** Whatever stands in the cookie: a spoilt one must not keep anybody out for a year. */
  private static final class OwnLanguages extends CookieLocaleResolver {

    OwnLanguages() {
      super("language");
    }

    @Override
    protected Locale parseLocaleValue(String value) {
      return value.equals("en") ? Locale.ENGLISH : Locale.JAPANESE;
    }
  }
}
