package tasuki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Addresses that are not there, methods that nothing answers to, and what is hardly HTTP at all.
 */
class BadRequestTest {

  private static final byte[] NOTHING = new byte[0];

  private static FailureLog log;
  private static Visitor nurse;

  @BeforeAll
  static void enter() {
    House.url();
    log = FailureLog.listen();
    nurse = Visitor.signedIn("nurse", "tasuki-no-sash-2026");
  }

  @AfterEach
  void speakJapanese() {
    nurse.get("/language?to=ja&back=/health");
  }

  @Test
  void an_address_that_is_not_there_is_told_in_the_house_in_both_languages() {
    for (String language : List.of("ja", "en")) {
      nurse.get("/language?to=" + language + "&back=/health");
      for (String path :
          List.of("/not-there", "/persons/not-there/at/all", "/error", "/css/x.css")) {
        HttpResponse<String> answer = nurse.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(answer.body()).as(path).contains("lang=\"" + language + "\"", "class=\"brand\"");
        assertThat(answer.body())
            .contains(language.equals("ja") ? "ページ" : "page")
            .doesNotContain("Whitelabel", "Exception");
      }
    }
    assertThat(log.failures()).isEmpty();
  }

  @Test
  void a_method_that_nothing_answers_to_is_told_as_such() {
    nurse.get("/settings");
    for (String method : List.of("PUT", "DELETE", "PATCH")) {
      HttpResponse<String> answer =
          nurse.send(
              method,
              "/persons",
              Map.of("Accept", "text/html", "X-CSRF-TOKEN", nurse.token()),
              NOTHING);
      assertThat(answer.statusCode()).as(method).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow"))
          .as(method)
          .hasValueSatisfying(allowed -> assertThat(allowed).contains("GET"));
      assertThat(answer.body()).as(method).contains("class=\"brand\"", "lang=\"ja\"");
    }
    HttpResponse<String> posted = nurse.post("/areas", Map.of());
    assertThat(posted.statusCode()).isEqualTo(405);
    assertThat(posted.body()).contains("class=\"brand\"");
    for (String method : List.of("OPTIONS", "HEAD", "TRACE", "PROPFIND", "x")) {
      HttpResponse<String> answer =
          nurse.send(method, "/persons", Map.of("Accept", "text/html"), NOTHING);
      assertThat(answer.statusCode()).as(method).isLessThan(500);
    }
    assertThat(log.failures()).isEmpty();
  }

  @Test
  void a_form_without_its_token_or_of_another_kind_is_told_in_the_house() {
    HttpResponse<String> stale =
        nurse.send(
            "POST",
            "/settings/notices",
            Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html"),
            "a=b".getBytes(StandardCharsets.UTF_8));
    assertThat(stale.statusCode()).isEqualTo(403);
    assertThat(stale.body()).contains("class=\"brand\"", "lang=\"ja\"");
    nurse.get("/settings");
    for (String kind : List.of("application/json", "text/xml", "image/jpeg", "nonsense", "a/b;c")) {
      HttpResponse<String> answer =
          nurse.send(
              "POST",
              "/persons/new",
              Map.of("Content-Type", kind, "Accept", "text/html", "X-CSRF-TOKEN", nurse.token()),
              "{\"a\":".getBytes(StandardCharsets.UTF_8));
      assertThat(answer.statusCode()).as(kind).isBetween(400, 499);
      assertThat(answer.body()).as(kind).contains("class=\"brand\"");
    }
    for (String wanted : List.of("application/json", "image/png", "nonsense", "*/*;q=x")) {
      HttpResponse<String> answer =
          nurse.send("GET", "/persons", Map.of("Accept", wanted), NOTHING);
      assertThat(answer.statusCode()).as(wanted).isLessThan(500);
    }
    assertThat(log.failures()).isEmpty();
  }

  @Test
  void what_programs_send_is_answered_as_programs_read_it() {
    Visitor program = Visitor.anybody();
    for (String path : List.of("/oauth2/token", "/api/whoami", "/api/not-there", "/fhir/Patient")) {
      for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
        for (String proof :
            List.of("", "Bearer", "Bearer a.b.c", "Bearer \t", "Basic x", "Basic Ojo=", "%00")) {
          for (String body :
              List.of(
                  "",
                  "{\"a\":",
                  "grant_type=client_credentials&client_id=%00&client_secret=%zz",
                  "grant_type=&scope=" + "x".repeat(9000),
                  "grant_type=password&grant_type=x")) {
            Map<String, String> headers =
                proof.isEmpty()
                    ? Map.of("Content-Type", "application/x-www-form-urlencoded")
                    : Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        proof);
            HttpResponse<String> answer =
                program.send(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
            String what = method + " " + path + " " + proof + " " + body.length();
            assertThat(answer.statusCode()).as(what).isBetween(400, 499);
            assertThat(answer.body()).as(what).doesNotContain("Exception", "java.");
          }
        }
      }
    }
    assertThat(log.failures()).isEmpty();
  }

  @Test
  void open_data_takes_any_year_and_any_form_of_it() {
    Visitor anybody = Visitor.anybody();
    for (String path : List.of("/open-data/rates.csv", "/open-data/rates.json", "/public/rates")) {
      for (String year :
          List.of("", "0", "-1", "99999999999", "x", "%00", "2026&year=2025", "２０２６", "%C0%80")) {
        HttpResponse<String> answer = anybody.get(path + "?rate=x&as=x&year=" + encoded(year));
        assertThat(answer.statusCode()).as(path + " " + year).isLessThan(500);
      }
    }
    assertThat(log.failures()).isEmpty();
  }

  private static String encoded(String year) {
    return year.replace("２０２６", "%EF%BC%92%EF%BC%90");
  }

  @Test
  void what_is_hardly_a_request_is_refused_with_a_page_of_the_house() {
    for (String bad : NastyInput.MALICE) {
      for (String begin : List.of("/persons/", "/sign-in?x=", "/css/")) {
        refused("GET " + begin + bad + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      }
    }
    for (String request :
        List.of(
            "GET /sign-in?a=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /sign-in?a=% HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /sign-in?a=<b>\"{|}^` HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /\u00E3\u0081 HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /sign-in HTTP/1.1\r\n\r\n",
            "GET /sign-in HTTP/1.1\r\nHost: a b\r\n\r\n",
            "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nCookie: tasuki=%00; language=xx\r\n\r\n",
            "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nCookie: language=\u00E3\u0081\r\n\r\n",
            "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nAccept-Language: ,;q=,xx\r\n\r\n",
            "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
            "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n",
            "x\r\n\r\n")) {
      refused(request);
    }
    assertThat(log.failures()).isEmpty();
  }

  /** Written by hand, since no library sends such requests; an end before an answer is one too. */
  private static void refused(String request) {
    String answer = wire(request);
    String what = request.substring(0, Math.min(request.length(), 120)) + " → " + answer;
    assertThat(answer).as(what).doesNotContainPattern("^HTTP/1.1 5");
    assertThat(answer).as(what).doesNotContain("Exception", "HTTP Status", "Apache", "java.");
    if (answer.startsWith("HTTP/1.1 4") && answer.contains("text/html")) {
      assertThat(answer).as(what).contains("class=\"brand\"");
    }
  }

  private static String wire(String request) {
    URI house = URI.create(House.url());
    try (Socket socket = new Socket("127.0.0.1", house.getPort())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
