package tasuki.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Answers what the server itself refuses, such as an address that is no address. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class HardlyRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final PlainPage pages;

  HardlyRequests(PlainPage pages) {
    this.pages = pages;
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    server.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new Refusal(pages)));
  }

  /** Stands in the place of the server's own page. */
  private static final class Refusal extends ErrorReportValve {
    private final PlainPage pages;

    Refusal(PlainPage pages) {
      this.pages = pages;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      try {
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        PrintWriter writer = response.getReporter();
        if (writer != null) {
          writer.write(pages.of(status == 500 ? "unexpected" : "unreadable"));
          response.finishResponse();
        }
      } catch (IOException gone) {
        // Whoever asked has gone.
      }
    }
  }
}
