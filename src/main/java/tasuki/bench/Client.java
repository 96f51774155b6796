package tasuki.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One signed-in browser of the load: keeps its session and sends forms with their token. */
final class Client {

  /** The password that every account of the sample prefecture has; the demo prints it. */
  private static final String PASSWORD = "tasuki-no-sash-2026";

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("<output>(\\d{3} ?\\d{3})</output>");

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final String url;
  private String token = "";

  Client(String url) {
    this.url = url;
  }

  /** Signs a sample account in; a code works once, so this may have to wait for the next. */
  void signIn(String login) throws IOException, InterruptedException {
    get("/sign-in");
    String page = post("/sign-in", Map.of("login", login, "password", PASSWORD)).body();
    Matcher code = CODE.matcher(page);
    while (!code.find()) {
      Thread.sleep(2_000);
      code = CODE.matcher(get("/sign-in/code").body());
    }
    post("/sign-in/code", Map.of("code", code.group(1).replace(" ", "")));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url + path)).GET().build());
  }

  HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&", "_csrf=" + encode(token) + "&", ""));
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** The links on a page that look like this. */
  Set<String> links(String path, Pattern wanted) throws IOException, InterruptedException {
    Matcher found = wanted.matcher(get(path).body());
    Set<String> links = new LinkedHashSet<>();
    while (found.find()) {
      links.add(found.group(1));
    }
    return links;
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    Matcher found = TOKEN.matcher(response.body());
    if (found.find()) {
      token = found.group(1);
    }
    return response;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
