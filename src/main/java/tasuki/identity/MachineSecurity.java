package tasuki.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import tasuki.web.ProblemJson;

/**
 * How programs sign in: they exchange id and secret for a token (OAuth 2 client credentials), and
 * the token opens what is under {@code /api}. No session, no cookie, no page.
 */
@Configuration(proxyBeanMethods = false)
class MachineSecurity {

  private static final String CLIENT = "client";
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);

  @Bean
  @Order(3)
  SecurityFilterChain tokens(HttpSecurity http, MachineClients clients) throws Exception {
    return http.securityMatcher("/oauth2/token")
        .with(
            new OAuth2AuthorizationServerConfigurer(),
            server ->
                server
                    .registeredClientRepository(new Registered(clients))
                    .authorizationService(new Forgetful())
                    .clientAuthentication(
                        proof ->
                            proof.authenticationProviders(
                                providers ->
                                    providers.forEach(
                                        provider -> {
                                          if (provider
                                              instanceof
                                              ClientSecretAuthenticationProvider bySecret) {
                                            bySecret.setPasswordEncoder(new SecretDigests());
                                          }
                                        }))))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(handling -> handling.authenticationEntryPoint(unknown()))
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain machines(HttpSecurity http, JwtDecoder decoder, MachineClients clients)
      throws Exception {
    return http.securityMatcher("/api/**", "/fhir/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(
                        jwt ->
                            jwt.decoder(decoder)
                                .jwtAuthenticationConverter(token -> holder(token, clients)))
                    .authenticationEntryPoint(unknown())
                    .accessDeniedHandler(forbidden()))
        .exceptionHandling(
            handling ->
                handling.authenticationEntryPoint(unknown()).accessDeniedHandler(forbidden()))
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterAfter(new MachineFilter(), AuthorizationFilter.class)
        .build();
  }

  /** Asked anew at every request, so that a withdrawn client is out at once, token or not. */
  private static AbstractAuthenticationToken holder(Jwt token, MachineClients clients) {
    return Optional.ofNullable(token.getClaimAsString(CLIENT))
        .map(UUID::fromString)
        .flatMap(clients::find)
        .map(client -> UsernamePasswordAuthenticationToken.authenticated(client, null, List.of()))
        .orElseThrow(() -> new InvalidBearerTokenException("The client was withdrawn"));
  }

  private static AuthenticationEntryPoint unknown() {
    return (request, response, failure) -> {
      String error =
          failure instanceof InvalidBearerTokenException ? " error=\"invalid_token\"" : "";
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer" + error);
      new ProblemJson(HttpStatus.UNAUTHORIZED, "A valid access token is needed").write(response);
    };
  }

  private static AccessDeniedHandler forbidden() {
    return (request, response, failure) ->
        new ProblemJson(HttpStatus.FORBIDDEN, "The client may not do this").write(response);
  }

  @Bean
  JwtDecoder tokenDecoder(JWKSource<SecurityContext> keys) {
    return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings() {
    return AuthorizationServerSettings.builder().build();
  }

  /** A name may be given anew after a withdrawal, so the token names the client by its id. */
  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> nameTheClient() {
    return context -> context.getClaims().claim(CLIENT, context.getRegisteredClient().getId());
  }

  /** The clients as the authorization server sees them. */
  private record Registered(MachineClients clients) implements RegisteredClientRepository {

    @Override
    public void save(RegisteredClient client) {
      throw new UnsupportedOperationException("Clients are made by administrators");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
      throw new UnsupportedOperationException("Authorizations are not kept");
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String name) {
      return clients.byName(name).map(Registered::registered).orElse(null);
    }

    private static RegisteredClient registered(MachineClients.Secret secret) {
      return RegisteredClient.withId(secret.client().id().toString())
          .clientId(secret.client().name())
          .clientSecret(secret.digest())
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
          .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
          .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(TOKEN_LIFE).build())
          .build();
    }
  }

  /** Tokens carry all that is needed; what was handed out is not kept. */
  private record Forgetful() implements OAuth2AuthorizationService {

    @Override
    public void save(OAuth2Authorization authorization) {
      // Nothing refers to it later.
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
      // Nothing was kept.
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
      return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
      return null;
    }
  }

  /** Secrets are 256 random bits: a plain digest holds, and thousands of tokens cost nothing. */
  private record SecretDigests() implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
      return secret == null ? null : MachineClients.digest(secret.toString());
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String digest) {
      return secret != null
          && digest != null
          && MessageDigest.isEqual(
              MachineClients.digest(secret.toString())
                  .getBytes(java.nio.charset.StandardCharsets.US_ASCII),
              digest.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
  }
}
