package tasuki.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what was sent before anybody asks for it: what cannot be read is answered as such, and
 * signs that no keyboard types are left out, since neither the database nor a printed sheet takes
 * them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ReadableParameters extends OncePerRequestFilter {

  /** Besides control characters, halves of letters and what Unicode says is no character. */
  private static final Pattern UNTYPED =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\n\\r\\t]]");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Map<String, String[]> sent;
    try {
      sent = request.getParameterMap();
    } catch (InvalidParameterException unreadable) {
      refuse(response, unreadable.getErrorCode());
      return;
    } catch (InvalidFileNameException unreadable) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST);
      return;
    } catch (IllegalStateException large) {
      // Texts beside files have no other limit than that of all together.
      refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    boolean typed =
        sent.keySet().stream().allMatch(ReadableParameters::isTyped)
            && sent.values().stream().flatMap(Arrays::stream).allMatch(ReadableParameters::isTyped);
    chain.doFilter(typed ? request : new Typed(request, sent), response);
  }

  /** Whoever broke off while sending, as a telephone in a tunnel, waits for no answer. */
  private static void refuse(HttpServletResponse response, int status) throws IOException {
    if (!response.isCommitted()) {
      response.sendError(status);
    }
  }

  private static boolean isTyped(String text) {
    return !UNTYPED.matcher(text).find();
  }

  /** The request as a keyboard could have made it. */
  private static final class Typed extends HttpServletRequestWrapper {
    private final Map<String, String[]> parameters;

    Typed(HttpServletRequest request, Map<String, String[]> sent) {
      super(request);
      Map<String, List<String>> all = new LinkedHashMap<>();
      sent.forEach(
          (name, values) ->
              Arrays.stream(values)
                  .forEach(
                      value ->
                          all.computeIfAbsent(typed(name), _ -> new ArrayList<>())
                              .add(typed(value))));
      Map<String, String[]> arrays = new LinkedHashMap<>();
      all.forEach((name, values) -> arrays.put(name, values.toArray(String[]::new)));
      parameters = Collections.unmodifiableMap(arrays);
    }

    private static String typed(String text) {
      return UNTYPED.matcher(text).replaceAll("");
    }

    @Override
    public @Nullable String getParameter(String name) {
      String[] values = parameters.get(name);
      return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      String[] values = parameters.get(name);
      return values == null ? null : values.clone();
    }
  }
}
