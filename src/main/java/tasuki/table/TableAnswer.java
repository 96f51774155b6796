package tasuki.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers a request with a table as a file. */
public final class TableAnswer {

  private TableAnswer() {}

  /**
   * The file. A CSV holds the first sheet only.
   *
   * @param name of the file, without its ending
   */
  public static ResponseEntity<byte[]> of(String name, TableFormat format, List<Sheet> sheets) {
    byte[] bytes =
        switch (format) {
          case XLSX -> TableWriter.xlsx(sheets);
          case CSV -> TableWriter.csv(sheets.getFirst());
          case MS932 -> TableWriter.csvInMs932(sheets.getFirst());
        };
    ContentDisposition disposition =
        ContentDisposition.attachment()
            .filename(name + format.ending(), StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(format.contentType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(bytes);
  }
}
