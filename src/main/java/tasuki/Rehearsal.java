package tasuki;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;

/** Opens the pages everybody sees first, so that the JVM has seen them when it records. */
final class Rehearsal {
  private static final List<String> PAGES = List.of("/", "/health", "/public/", "/");
  private static final int PATIENCE_MILLISECONDS = 20_000;

  private Rehearsal() {}

  static void visit(String port, PrintStream out) {
    for (String page : PAGES) {
      try {
        HttpURLConnection visit =
            (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + page).toURL().openConnection();
        visit.setReadTimeout(PATIENCE_MILLISECONDS);
        int status = visit.getResponseCode();
        InputStream body = status < 400 ? visit.getInputStream() : visit.getErrorStream();
        if (body != null) {
          body.transferTo(OutputStream.nullOutputStream());
          body.close();
        }
        out.println(page + " " + status);
      } catch (IOException e) {
        out.println(page + " " + e.getMessage());
      }
    }
  }
}
