package tasuki.table;

import java.nio.file.Path;

/**
 * A file that somebody brought.
 *
 * @param path where it lies now
 * @param name what it is called, for messages
 */
public record ListFile(Path path, String name) {}
