package tasuki.kernel.server;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** One kind of file that {@code tasuki import KIND FILE…} understands. */
public interface Importer {
  /** The word on the command line, such as {@code institutions}. */
  String kind();

  /**
   * Imports the files, telling progress and ending with the line of counts.
   *
   * @return the exit code: 0 when everything was read
   */
  int run(List<Path> files, PrintStream out);
}
