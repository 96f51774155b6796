package tasuki.file;

/**
 * What is known of a stored file.
 *
 * @param name cleaned, with an ending that tells the truth
 * @param bytes its size
 */
public record StoredFile(FileId id, String name, FileType type, long bytes) {

  /** The size as people read it: 240 KB, 1.8 MB. */
  public String size() {
    return bytes < 1_000_000
        ? Math.max(1, Math.round(bytes / 1_000.0)) + " KB"
        : String.format(java.util.Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
  }
}
