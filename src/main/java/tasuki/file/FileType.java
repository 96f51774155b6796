package tasuki.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The only kinds of file that are kept: pictures and papers. */
public enum FileType {
  JPEG("image/jpeg", true, List.of("jpg", "jpeg", "jpe", "jfif")),
  PNG("image/png", true, List.of("png")),
  WEBP("image/webp", true, List.of("webp")),
  /** Not every browser shows it, so it is only handed out for download. */
  HEIC("image/heic", false, List.of("heic", "heif", "hif")),
  /** May carry programs in parts that cannot be looked into, so it is only handed out to keep. */
  PDF("application/pdf", false, List.of("pdf"));

  private final String contentType;
  private final boolean shownInline;
  private final List<String> endings;

  FileType(String contentType, boolean shownInline, List<String> endings) {
    this.contentType = contentType;
    this.shownInline = shownInline;
    this.endings = endings;
  }

  /** As it stands in a header. */
  public String contentType() {
    return contentType;
  }

  /** Whether a browser may show it as a part of a page. */
  public boolean shownInline() {
    return shownInline;
  }

  public boolean isPicture() {
    return this != PDF;
  }

  /** The usual ending of a name, without the dot. */
  String ending() {
    return endings.getFirst();
  }

  static FileType of(String contentType) {
    return Arrays.stream(values())
        .filter(type -> type.contentType.equals(contentType))
        .findFirst()
        .orElseThrow();
  }

  /** The kind that a name with this ending promises. */
  static Optional<FileType> promisedBy(String ending) {
    return Arrays.stream(values()).filter(type -> type.endings.contains(ending)).findFirst();
  }
}
