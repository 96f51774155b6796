package tasuki;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who types a command on a machine that is not ready for it. */
class LauncherTest {
  @TempDir private Path folder;

  private record Outcome(int exit, String text) {}

  @Test
  void a_too_old_jdk_is_named_in_one_line() throws Exception {
    Files.createDirectories(folder.resolve("bin"));
    for (String program : List.of("java", "javac")) {
      Path file = Files.createFile(folder.resolve("bin").resolve(program));
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");

    Outcome outcome =
        run(List.of("./tasuki", "demo"), Map.of("TASUKI_JAVA_HOME", folder.toString()));

    assertThat(outcome.exit).isEqualTo(1);
    assertThat(outcome.text)
        .startsWith("Tasuki needs JDK 25 or newer; found 17 at " + folder + "; install")
        .hasLineCount(1);
  }

  @Test
  void a_jdk_folder_without_a_jdk_is_named_in_one_line() throws Exception {
    Outcome outcome =
        run(List.of("./tasuki", "serve"), Map.of("TASUKI_JAVA_HOME", folder.toString()));

    assertThat(outcome.exit).isEqualTo(1);
    assertThat(outcome.text).contains("found none at " + folder).hasLineCount(1);
  }

  @Test
  void an_unknown_command_gets_the_usage() throws Exception {
    Outcome outcome = run(List.of("./tasuki", "dmeo"), Map.of());

    assertThat(outcome.exit).isEqualTo(2);
    assertThat(outcome.text).startsWith("Usage: ./tasuki demo [--port N] [--data DIR]");
  }

  @Test
  void a_folder_that_cannot_be_written_to_is_named_in_one_line() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    Outcome outcome = tasuki("demo", "--port", "19099", "--data", file.toString());

    assertThat(outcome).isEqualTo(new Outcome(1, "Cannot write to " + file));
  }

  @Test
  void a_taken_port_is_named_in_one_line_before_any_slow_work() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      Outcome outcome = tasuki("demo", "--port", port, "--data", folder.toString());

      assertThat(outcome)
          .isEqualTo(new Outcome(1, "Port " + port + " is in use; choose another with --port N"));
      assertThat(folder.resolve("postgres")).doesNotExist();
    }
  }

  @Test
  void a_missing_file_is_named_before_an_import_starts() throws Exception {
    assertThat(tasuki("import", "areas", "/nowhere.csv", "--data", folder.toString()))
        .isEqualTo(new Outcome(1, "Cannot read /nowhere.csv"));
  }

  private static Outcome tasuki(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("tasuki.Tasuki");
    command.addAll(List.of(arguments));
    return run(command, Map.of());
  }

  private static Outcome run(List<String> command, Map<String, String> environment)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), text.strip());
  }
}
