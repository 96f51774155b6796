package tasuki.file;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands a stored file to a browser so that it can do nothing there but be looked at or kept. */
public final class FileAnswer {

  private FileAnswer() {}

  /** The answer; pictures that every browser knows may be shown, all else is downloaded. */
  public static ResponseEntity<Resource> of(StoredFile file, InputStream bytes) {
    ContentDisposition.Builder disposition =
        file.type().shownInline() ? ContentDisposition.inline() : ContentDisposition.attachment();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.type().contentType()))
        .contentLength(file.bytes())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            disposition.filename(file.name(), StandardCharsets.UTF_8).build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(new InputStreamResource(bytes));
  }
}
