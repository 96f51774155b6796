package tasuki.identity;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets as far as a page at all; {@link DutyGate} and the database decide the rest. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

  /** Only our own scripts, styles and pictures; nothing inline, nothing framed. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; img-src 'self' data: blob:%s; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private static final String[] FOR_ANYBODY = {
    "/sign-in/**",
    "/join",
    "/join/**",
    "/r",
    "/conference",
    "/conference/**",
    "/public/**",
    "/open-data/**",
    "/error",
    "/health",
    "/language"
  };

  @Bean
  @org.springframework.core.annotation.Order(1)
  SecurityFilterChain staticFiles(HttpSecurity http) throws Exception {
    // Pictures and styles need no session, so a page does not load it a dozen times.
    return http.securityMatcher("/css/**", "/js/**", "/img/**", "/webjars/**", "/health")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .requestCache(cache -> cache.disable())
        .securityContext(context -> context.disable())
        .sessionManagement(session -> session.disable())
        .csrf(csrf -> csrf.disable())
        .headers(headers -> headers.cacheControl(cache -> cache.disable()))
        .build();
  }

  @Bean
  @org.springframework.core.annotation.Order(10)
  SecurityFilterChain pages(
      HttpSecurity http,
      Accounts accounts,
      WardComputers computers,
      SecurityContextRepository contexts,
      @Value("${tasuki.tiles.url:}") String tiles)
      throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(FOR_ANYBODY)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .securityContext(context -> context.securityContextRepository(contexts))
        .exceptionHandling(
            handling ->
                handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/sign-in")))
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?bye"))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        policy ->
                            policy.policyDirectives(CONTENT_SECURITY_POLICY.formatted(from(tiles))))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
        .addFilterAfter(new ActingFilter(accounts, computers), AuthorizationFilter.class)
        .build();
  }

  /** Where the pieces of the map come from, if the installation names such a place. */
  private static String from(String tiles) {
    String plain = tiles.replaceAll("[{}]", "");
    return plain.isEmpty() ? "" : " https://" + URI.create(plain).getHost();
  }

  @Bean
  SecurityContextRepository contexts() {
    return new HttpSessionSecurityContextRepository();
  }

  /** Keeps the framework from inventing a user of its own. */
  @Bean
  UserDetailsService nobody() {
    return login -> {
      throw new UsernameNotFoundException(login);
    };
  }
}
