package tasuki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
  private static final Path HOME = Path.of("/project");

  @Test
  void a_demo_without_options_uses_port_8080_and_a_folder_in_the_project() {
    assertThat(parse("demo")).isEqualTo(new Command.Demo(8080, Path.of("/project/.tasuki/demo")));
  }

  @Test
  void options_may_stand_in_any_order_and_with_an_equals_sign() {
    assertThat(parse("demo --data=folder --port 9000"))
        .isEqualTo(new Command.Demo(9000, Path.of("folder")));
  }

  @Test
  void serving_and_migrating_take_everything_from_the_environment() {
    assertThat(parse("serve")).isEqualTo(new Command.Serve());
    assertThat(parse("migrate")).isEqualTo(new Command.Migrate());
  }

  @Test
  void an_import_has_a_kind_and_files_and_perhaps_a_data_folder() {
    assertThat(parse("import areas a.csv --data folder b.csv"))
        .isEqualTo(
            new Command.Import(
                "areas", List.of(Path.of("a.csv"), Path.of("b.csv")), Path.of("folder")));
    assertThat(parse("import areas a.csv"))
        .isEqualTo(new Command.Import("areas", List.of(Path.of("a.csv")), null));
  }

  @Test
  void a_benchmark_gets_its_arguments_as_they_are() {
    assertThat(parse("bench search --rows 5"))
        .isEqualTo(new Command.Bench("search", List.of("--rows", "5")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "dmeo | There is no command 'dmeo'.",
        "demo --port | --port needs a value.",
        "demo --port=0 | --port must be a number from 1 to 65535, not '0'.",
        "demo --port x | --port must be a number from 1 to 65535, not 'x'.",
        "demo --prot 1 | There is no option '--prot' here.",
        "demo now | 'demo' does not know 'now'.",
        "serve --port 1 | There is no option '--port' here.",
        "import areas | 'import' needs a kind and at least one file.",
        "bench | 'bench' needs a name.",
      })
  void what_cannot_be_understood_is_said_in_one_line(String line, String complaint) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(CommandLine.Unclear.class)
        .hasMessage(complaint);
  }

  private static Command parse(String line) {
    return CommandLine.parse(List.of(line.split(" ", -1)), HOME);
  }
}
