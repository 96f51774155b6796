package tasuki.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tasuki.register.RegisterScene.TODAY;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.kernel.server.Importer;
import tasuki.table.Fault;
import tasuki.table.ListChanges;
import tasuki.table.ListFile;
import tasuki.table.ListRows;

/** Registers that rest on notifications take their entries by a list. */
class RegisterListTest {

  @TempDir Path folder;

  private final RegisterScene.Staff officer = RegisterScene.officer();
  private final RegisterScene.Staff clinic =
      RegisterScene.staff(OrganizationKind.CLINIC, Duty.CARE);
  private String code = "";
  private String institution = "";

  @BeforeEach
  void setUp() {
    code = RegisterScene.code();
    RegisterScene.setUp(
        officer, RegisterScene.with(RegisterScene.register(code), Decider.NOTIFICATION, null));
    institution =
        TestDatabase.asOwner()
            .sql("select code from directory.organization where id = ?")
            .param(clinic.organization().value())
            .query(String.class)
            .single();
  }

  /** What the reading of a file takes and rejects. */
  private static final class Taken implements ListRows {
    final List<String> rows = new ArrayList<>();
    final List<String> faults = new ArrayList<>();

    @Override
    public void take(int line, String scope, String key, String content) {
      rows.add(scope + " " + key + " " + content);
    }

    @Override
    public void reject(int line, Fault fault, List<String> cells) {
      faults.add(line + " " + fault.reason());
    }
  }

  private Path file(String... lines) throws IOException {
    Path file = folder.resolve(UUID.randomUUID() + ".csv");
    return Files.writeString(
        file, "名簿の記号,医療機関番号,受理番号,算定開始年月日,有効期限\n" + String.join("\n", lines) + "\n");
  }

  @Test
  void a_row_that_speaks_of_nobody_or_of_no_such_register_is_rejected_with_its_reason()
      throws IOException {
    Register applied = RegisterScene.setUp(officer, RegisterScene.register(RegisterScene.code()));
    Path file =
        file(
            code + "," + institution + ",(在支診2)第7号,R8.4.1,",
            "no-such-register," + institution + ",1,R8.4.1,",
            applied.code() + "," + institution + ",1,R8.4.1,",
            code + ",0000000000,1,R8.4.1,",
            code + "," + institution + ",1,いつか,",
            code + "," + institution + ",1,R8.4.1,R8.3.1");
    Taken taken = new Taken();
    officer.does(
        () -> House.bean(RegisterEntriesList.class).read(new ListFile(file, "届出.csv"), taken));
    assertThat(taken.rows)
        .containsExactly(
            "%1$s %1$s/%2$s {\"number\":\"(在支診2)第7号\",\"from\":\"2026-04-01\"}"
                .formatted(code, institution));
    assertThat(taken.faults)
        .containsExactly(
            "3 register.list.fault.register",
            "4 register.list.fault.register",
            "5 register.list.fault.organization",
            "6 table.fault.said",
            "7 register.list.fault.days");
  }

  @Test
  void the_command_brings_a_list_in_and_nobody_renews_or_ends_what_it_brought() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit = importer().run(List.of(file(code + "," + institution + ",7,R8.4.1,")), print(out));
    assertThat(out.toString(UTF_8)).contains("rows: in 1, kept 0, changed 1, closed 0, rejected 0");
    assertThat(exit).isZero();
    Entry entry = onlyEntry();
    assertThat(entry.listed()).isTrue();
    assertThat(entry.number()).isEqualTo("7");
    assertThat(EntryPolicy.mayEnd(entry, EntryState.WITHDRAWN, TODAY))
        .isInstanceOf(tasuki.kernel.Ruling.Refused.class);
  }

  private static PrintStream print(ByteArrayOutputStream out) {
    return new PrintStream(out, true, UTF_8);
  }

  private static Importer importer() {
    return House.bean(tasuki.kernel.server.Importers.class).importers().stream()
        .filter(one -> one.kind().equals("register-entries"))
        .findFirst()
        .orElseThrow();
  }

  private Entry onlyEntry() {
    List<Entry> found =
        officer.does(() -> House.bean(Entries.class).of(clinic.organization())).stream()
            .filter(entry -> entry.register().equals(code))
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void what_a_later_list_lacks_ends_and_comes_back_when_that_is_undone() {
    String content = "{\"number\":\"7\",\"from\":\"2026-04-01\"}";
    project(null, content);
    assertThat(onlyEntry().state()).isEqualTo(EntryState.VALID);
    project(content, "{\"number\":\"8\",\"from\":\"2026-04-01\",\"until\":\"2030-03-31\"}");
    assertThat(onlyEntry().number()).isEqualTo("8");
    project(content, null);
    assertThat(onlyEntry().state()).isEqualTo(EntryState.CANCELLED);
    project(null, content);
    assertThat(onlyEntry().state()).isEqualTo(EntryState.VALID);
  }

  private void project(@Nullable String before, @Nullable String after) {
    ListChanges.Change change =
        new ListChanges.Change(code, code + "/" + institution, before, after);
    officer.does(
        () ->
            House.bean(RegisterEntriesList.class)
                .project(
                    new ListChanges() {
                      @Override
                      public UUID importId() {
                        return new UUID(0, 0);
                      }

                      @Override
                      public boolean undoing() {
                        return false;
                      }

                      @Override
                      public void forEach(Consumer<Change> each) {
                        each.accept(change);
                      }
                    }));
  }
}
