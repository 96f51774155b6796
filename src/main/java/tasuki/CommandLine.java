package tasuki;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the words typed after {@code ./tasuki}. */
final class CommandLine {
  static final String USAGE =
      """
      Usage: ./tasuki demo [--port N] [--data DIR]
             ./tasuki serve | migrate
             ./tasuki import KIND FILE... [--data DIR]
             ./tasuki bench NAME [ARGUMENT...]
             ./tasuki test\
      """;

  private static final int DEFAULT_PORT = 8080;
  private static final int HIGHEST_PORT = 65_535;

  private final Path home;
  private final List<String> words = new ArrayList<>();
  private @Nullable String port;
  private @Nullable String data;

  private CommandLine(Path home) {
    this.home = home;
  }

  /** A command line that says nothing Tasuki can do, in one line. */
  static final class Unclear extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unclear(String line) {
      super(line);
    }
  }

  /**
   * Understands the command.
   *
   * @param home the project's root, below which the default data folder lies
   * @throws Unclear with one line that says what is wrong
   */
  static Command parse(List<String> arguments, Path home) {
    if (arguments.isEmpty()) {
      throw new Unclear("What shall Tasuki do?");
    }
    List<String> rest = arguments.subList(1, arguments.size());
    CommandLine line = new CommandLine(home);
    return switch (arguments.getFirst()) {
      case "demo" -> line.demo(rest);
      case "serve" -> line.alone("serve", rest, new Command.Serve());
      case "migrate" -> line.alone("migrate", rest, new Command.Migrate());
      case "import" -> line.imports(rest);
      case "bench" -> bench(rest);
      case "rehearse" -> line.alone("rehearse", rest, new Command.Rehearse());
      default -> throw new Unclear("There is no command '" + arguments.getFirst() + "'.");
    };
  }

  static Path defaultData(Path home) {
    return home.resolve(".tasuki").resolve("demo");
  }

  private Command demo(List<String> arguments) {
    separate(arguments, List.of("--port", "--data"));
    refuseWords("demo");
    return new Command.Demo(
        port == null ? DEFAULT_PORT : port("--port", port),
        data == null ? defaultData(home) : Path.of(data));
  }

  private Command alone(String name, List<String> arguments, Command command) {
    separate(arguments, List.of());
    refuseWords(name);
    return command;
  }

  private Command imports(List<String> arguments) {
    separate(arguments, List.of("--data"));
    if (words.size() < 2) {
      throw new Unclear("'import' needs a kind and at least one file.");
    }
    return new Command.Import(
        words.getFirst(),
        words.stream().skip(1).map(Path::of).toList(),
        data == null ? null : Path.of(data));
  }

  private static Command bench(List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new Unclear("'bench' needs a name.");
    }
    return new Command.Bench(
        arguments.getFirst(), List.copyOf(arguments.subList(1, arguments.size())));
  }

  /** Takes {@code --name value} and {@code --name=value} out of the words. */
  private void separate(List<String> arguments, List<String> known) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--")) {
        words.add(argument);
        continue;
      }
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (!known.contains(name)) {
        throw new Unclear("There is no option '" + name + "' here.");
      }
      boolean separateValue = equals < 0;
      if (separateValue && i + 1 == arguments.size()) {
        throw new Unclear(name + " needs a value.");
      }
      String value = separateValue ? arguments.get(++i) : argument.substring(equals + 1);
      if (value.isBlank()) {
        throw new Unclear(name + " needs a value.");
      }
      if (name.equals("--port")) {
        port = value;
      } else {
        data = value;
      }
    }
  }

  private void refuseWords(String command) {
    if (!words.isEmpty()) {
      throw new Unclear("'" + command + "' does not know '" + words.getFirst() + "'.");
    }
  }

  static int port(String name, String value) {
    try {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= HIGHEST_PORT) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, together with numbers out of range.
    }
    throw new Unclear(name + " must be a number from 1 to 65535, not '" + value + "'.");
  }
}
