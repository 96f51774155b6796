package tasuki.print;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers a request with a paper: to be looked at in the browser, or to be kept. */
public final class PaperAnswer {

  private PaperAnswer() {}

  /**
   * The paper in the browser's window.
   *
   * @param name of the file, without its ending
   */
  public static ResponseEntity<byte[]> shown(String name, byte[] pdf) {
    return answer(ContentDisposition.inline(), name, pdf);
  }

  /**
   * The paper as a download.
   *
   * @param name of the file, without its ending
   */
  public static ResponseEntity<byte[]> kept(String name, byte[] pdf) {
    return answer(ContentDisposition.attachment(), name, pdf);
  }

  private static ResponseEntity<byte[]> answer(
      ContentDisposition.Builder disposition, String name, byte[] pdf) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            disposition.filename(name + ".pdf", StandardCharsets.UTF_8).build().toString())
        .body(pdf);
  }
}
