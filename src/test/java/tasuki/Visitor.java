package tasuki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser without JavaScript: keeps cookies and sends forms with their token. */
public final class Visitor {

  private static final Pattern TOKEN =
      Pattern.compile("name=\"_csrf\"\\s+(?:type=\"hidden\"\\s+)?(?:value|content)=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("<output>(\\d{3} ?\\d{3})</output>");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private String token = "";

  /** Somebody who has not signed in. */
  public static Visitor anybody() {
    return new Visitor();
  }

  /** Somebody with one of the sample accounts, signed in with password and code. */
  public static Visitor signedIn(String login, String password) {
    Visitor visitor = new Visitor();
    visitor.get("/sign-in");
    visitor.post("/sign-in", Map.of("login", login, "password", password));
    HttpResponse<String> home =
        visitor.post("/sign-in/code", Map.of("code", visitor.code(login).replace(" ", "")));
    if (home.uri().getPath().startsWith("/sign-in")) {
      throw new AssertionError(login + " could not sign in");
    }
    return visitor;
  }

  /** A code works once; for whoever signs in again and again half a minute passes at once. */
  private String code(String login) {
    Matcher code = CODE.matcher(get("/sign-in/code").body());
    if (!code.find()) {
      TestDatabase.asOwner()
          .sql(
              """
              update identity.authenticator set last_step = 0
              where account = (select id from identity.account where login = ?)
              """)
          .param(login)
          .update();
      code = CODE.matcher(get("/sign-in/code").body());
      assertThat(code.find()).as("a code for " + login).isTrue();
    }
    return code.group(1);
  }

  /** The cookies of the session by name, for a browser that goes on where this visitor stands. */
  public Map<String, String> cookies() {
    return cookies.getCookieStore().getCookies().stream()
        .collect(Collectors.toMap(HttpCookie::getName, HttpCookie::getValue, (_, last) -> last));
  }

  /** Opens a page, following redirects. */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(at(path)).header("Accept", "text/html").GET().build());
  }

  /** Takes a file along. */
  public HttpResponse<byte[]> file(String path) {
    return send(
        HttpRequest.newBuilder(at(path)).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Sends a form, with the token of the last page seen. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&", "_csrf=" + encode(token) + "&", ""));
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** A file as it is sent with a form. */
  public record Upload(String field, String name, byte[] bytes) {}

  /** Sends a form with files, with the token of the last page seen. */
  public HttpResponse<String> upload(String path, Map<String, String> fields, Upload... files) {
    String boundary = "tasuki-" + UUID.randomUUID();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_csrf", token);
    all.forEach(
        (name, value) ->
            body.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, name, value)
                    .getBytes(StandardCharsets.UTF_8)));
    for (Upload file : files) {
      // As browsers do it: a quotation mark in a name is written as %22.
      String head =
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
              + "Content-Type: image/jpeg\r\n\r\n";
      body.writeBytes(
          head.formatted(boundary, file.field(), file.name().replace("\"", "%22"))
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(file.bytes());
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes("--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .header("Accept", "text/html")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  /** Sends whatever it is, as no browser would; nothing is added but the cookies. */
  public HttpResponse<String> send(
      String method, String path, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path))
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return send(request.build());
  }

  /** The token of the last page seen, which a form has to bring. */
  public String token() {
    return token;
  }

  private HttpResponse<String> send(HttpRequest request) {
    HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
    Matcher found = TOKEN.matcher(response.body());
    if (found.find()) {
      token = found.group(1);
    }
    return response;
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return client.send(request, body);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static URI at(String path) {
    return URI.create(path.startsWith("http") ? path : House.url() + path);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
