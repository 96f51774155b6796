package tasuki.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;

class MachinesTest {

  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
  private static final Pattern SECRET = Pattern.compile("value=\"([A-Za-z0-9_-]{43})\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final OrganizationId hospital = Sample.organization(OrganizationKind.HOSPITAL);

  @Test
  void a_program_exchanges_its_secret_for_a_token_and_learns_as_whom_it_is_known() {
    Made made = make();
    HttpResponse<String> answer = whoAmI(token(made));
    assertThat(answer.statusCode()).isEqualTo(200);
    String place = House.bean(Organizations.class).get(hospital).name();
    assertThat(answer.body()).contains("\"client\":\"" + made.name() + "\"", place);
  }

  @Test
  void a_wrong_secret_gets_no_token() {
    Made made = make();
    HttpResponse<String> answer = exchange(made.name(), "wrong");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("invalid_client").doesNotContain("access_token");
  }

  @Test
  void the_token_of_a_withdrawn_program_stops_at_once_even_when_its_name_is_given_anew() {
    Made made = make();
    String token = token(made);
    assertThat(whoAmI(token).statusCode()).isEqualTo(200);
    made.administrator().post("/machines/" + made.id() + "/withdrawal", Map.of());
    assertThat(whoAmI(token).statusCode()).isEqualTo(401);
    assertThat(exchange(made.name(), made.secret()).statusCode()).isEqualTo(401);
    Sample.as(() -> House.bean(MachineClients.class).create(hospital, made.name()));
    assertThat(whoAmI(token).statusCode()).isEqualTo(401);
  }

  @Test
  void programs_read_what_went_wrong_as_problem_json() {
    HttpResponse<String> unknown = get("/api/whoami", null);
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(type(unknown)).startsWith("application/problem+json");
    assertThat(unknown.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    HttpResponse<String> forged = get("/api/whoami", "not.a.token");
    assertThat(forged.statusCode()).isEqualTo(401);
    assertThat(type(forged)).startsWith("application/problem+json");
    HttpResponse<String> absent = get("/api/not-there", token(make()));
    assertThat(absent.statusCode()).isEqualTo(404);
    assertThat(type(absent)).startsWith("application/problem+json");
    assertThat(absent.body()).contains("\"status\":404");
  }

  @Test
  void the_session_of_a_person_opens_nothing_under_api_and_a_token_opens_no_page() {
    Visitor administrator = Sample.signedIn(Sample.account(hospital, Duty.ADMINISTRATOR));
    assertThat(administrator.get("/api/whoami").statusCode()).isEqualTo(401);
    HttpResponse<String> page = get("/staff", token(make()));
    assertThat(page.statusCode()).isEqualTo(302);
  }

  @Test
  void the_secret_is_shown_once_and_its_name_must_be_plain() {
    Made made = make();
    assertThat(made.administrator().get("/machines/secret").uri().getPath()).isEqualTo("/machines");
    HttpResponse<String> again =
        made.administrator().post("/machines", Map.of("client", "みほん chart"));
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("value=\"みほん chart\"");
    assertThat(made.administrator().post("/machines", Map.of("client", made.name())).body())
        .contains("すでに使われています");
  }

  @Test
  void every_node_signs_with_the_one_key_of_the_database() {
    Made made = make();
    String token = token(made);
    SigningKeys otherNode =
        new SigningKeys(
            Sample.jdbc(),
            House.bean(tasuki.kernel.Ids.class),
            House.bean(java.time.Clock.class),
            House.bean(tasuki.kernel.SecretBox.class),
            House.bean(org.springframework.transaction.PlatformTransactionManager.class));
    assertThat(new MachineSecurity().tokenDecoder(otherNode).decode(token).getSubject())
        .isEqualTo(made.name());
  }

  @Test
  void health_says_up_while_the_database_answers() {
    HttpResponse<String> answer = get("/health", null);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
  }

  private record Made(Visitor administrator, String name, String id, String secret) {}

  private Made make() {
    Visitor administrator = Sample.signedIn(Sample.account(hospital, Duty.ADMINISTRATOR));
    String name = "chart-" + System.nanoTime();
    administrator.get("/machines");
    HttpResponse<String> page = administrator.post("/machines", Map.of("client", name));
    Matcher secret = SECRET.matcher(page.body());
    assertThat(secret.find()).as("a secret on " + page.uri()).isTrue();
    String id =
        House.bean(MachineClients.class).of(hospital).stream()
            .filter(one -> one.name().equals(name))
            .map(one -> one.id().toString())
            .findFirst()
            .orElseThrow();
    return new Made(administrator, name, id, secret.group(1));
  }

  private String token(Made made) {
    HttpResponse<String> answer = exchange(made.name(), made.secret());
    Matcher token = TOKEN.matcher(answer.body());
    assertThat(token.find()).as(answer.statusCode() + " " + answer.body()).isTrue();
    return token.group(1);
  }

  private HttpResponse<String> exchange(String name, String secret) {
    String basic =
        Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(URI.create(House.url() + "/oauth2/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
            .build());
  }

  private HttpResponse<String> whoAmI(String token) {
    return get("/api/whoami", token);
  }

  private HttpResponse<String> get(String path, @org.jspecify.annotations.Nullable String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(House.url() + path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request.build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }
}
