package tasuki.kernel.server;

import java.io.PrintStream;
import java.nio.file.Path;

/** Something that {@code tasuki bench NAME} measures against a freshly started application. */
public interface Benchmark {
  /** The word on the command line. */
  String name();

  /**
   * Measures and tells the result.
   *
   * @param url where the application answers, without a slash at the end
   * @param data a folder on the disk that the database uses
   */
  void run(String url, Path data, PrintStream out);
}
