package tasuki.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/** What went wrong, as programs read it (RFC 9457), in the place of a page. */
public final class ProblemJson implements View {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpStatus status;
  private final String detail;

  public ProblemJson(HttpStatus status, String detail) {
    this.status = status;
    this.detail = detail;
  }

  /** Whether a program asks, not a person. */
  public static boolean isFor(HttpServletRequest request) {
    return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
  }

  @Override
  public String getContentType() {
    return MediaType.APPLICATION_PROBLEM_JSON_VALUE;
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(response);
  }

  /** Answers with the problem. */
  public void write(HttpServletResponse response) throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", status.getReasonPhrase());
    body.put("status", status.value());
    body.put("detail", detail);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getOutputStream().write(JSON.writeValueAsBytes(body));
  }
}
