package tasuki.kernel.server;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

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

  /**
   * Measures with what stands behind the name on the command line, which most have no use for.
   *
   * @param arguments such as the path of a file
   */
  default void run(String url, Path data, List<String> arguments, PrintStream out) {
    run(url, data, out);
  }
}
