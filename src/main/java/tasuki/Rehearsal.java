package tasuki;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tasuki.kernel.server.Importer;

/**
 * Does what everybody does first and what takes longest, so that the JVM has seen it when it
 * records: pages are opened, and a list is brought in.
 */
final class Rehearsal {
  private static final List<String> PAGES = List.of("/", "/health", "/public/", "/");
  private static final int PATIENCE_MILLISECONDS = 20_000;

  /** So many rows of a list show what is worth compiling. */
  private static final int ROWS = 20_000;

  private static final List<String> NAMES =
      List.of("医療法人社団架空会　架空第%d内科クリニック", "架空%d診療所", "社会医療法人架空会ｶｸｳ%d病院", "かくう%d眼科医院");
  private static final List<String> PLACES =
      List.of("千代田区丸の内一丁目２番%d号", "新宿区西新宿2-8-%d 架空ﾋﾞﾙ4F", "八王子市元本郷町三丁目%d番1号", "東京都港区芝公園１－５－%d");

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

  /** Brings in a list of institutions that do not exist, as a regional bureau would publish it. */
  static void bringIn(List<Importer> importers, PrintStream out) {
    StringBuilder list = new StringBuilder();
    for (int row = 1; row <= ROWS; row++) {
      String name = NAMES.get(row % NAMES.size()).formatted(row);
      String place = PLACES.get(row % PLACES.size()).formatted(row);
      list.append("13%07d,%07d,%s,1000001,%s%n".formatted(row, row, name, place));
    }
    try {
      Path file = Files.createTempFile("rehearsal", ".csv");
      try {
        Files.writeString(file, list);
        importers.stream()
            .filter(importer -> importer.kind().equals("institutions"))
            .forEach(importer -> importer.run(List.of(file), out));
      } finally {
        Files.delete(file);
      }
    } catch (IOException failure) {
      out.println("The list was not brought in: " + failure.getMessage());
    }
  }
}
