package tasuki.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.kernel.RefusedException;

class IntakeTest {

  private Toys toys;

  @BeforeEach
  void an_empty_list() {
    toys = new Toys();
  }

  private void mirrored() {
    assertThat(toys.projected).isEqualTo(toys.entries());
  }

  private static void refused(String reason, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.refused().reason()).isEqualTo("intake.refused." + reason));
  }

  @Test
  void the_second_file_is_counted_against_the_first() {
    Import first = toys.apply("赤,こま,100", "赤,たこ,200", "青,まり,300");
    assertThat(first.counts()).isEqualTo(new Import.Counts(3, 0, 3, 0, 0));
    Import second =
        toys.check("赤,こま,100", "赤,たこ,250", "赤,はねつき,1", "赤,けん玉,やすい", "赤,こま,100", "赤,たこ,9");
    assertThat(second.counts()).isEqualTo(new Import.Counts(6, 1, 2, 0, 3));
    toys.apply(second);
    assertThat(toys.entries())
        .containsOnlyKeys("こま", "たこ", "はねつき", "まり")
        .containsEntry("たこ", "赤 {\"name\":\"たこ\",\"price\":\"250\"}");
    mirrored();
    assertThat(toys.check("赤,こま,100", "赤,たこ,250", "赤,はねつき,1").counts())
        .isEqualTo(new Import.Counts(3, 3, 0, 0, 0));
  }

  @Test
  void a_second_row_of_a_key_names_the_first_even_when_it_is_the_same_word_for_word() {
    Import found = toys.check("赤,こま,100", "青,まり,1", "赤,こま,100", "青,こま,5");
    assertThat(toys.rejected(found))
        .extracting(
            row -> row.fault().row(), row -> row.fault().reason(), row -> row.fault().arguments())
        .containsExactly(
            tuple(4, "intake.fault.twice", List.of("2")),
            tuple(5, "intake.fault.twice", List.of("2")));
    assertThat(toys.rejected(found).getFirst().cells()).containsExactly("こま", "100");
    assertThat(found.counts()).isEqualTo(new Import.Counts(4, 0, 2, 0, 2));
  }

  @Test
  void a_file_closes_what_it_lacks_only_in_the_parts_it_speaks_for() {
    toys.apply(many("赤", 40));
    toys.apply(many("青", 40));
    List<String> fewer = new ArrayList<>(List.of(many("赤", 40)));
    fewer.remove(7);
    Import found = toys.apply(fewer.toArray(String[]::new));
    assertThat(found.counts()).isEqualTo(new Import.Counts(39, 39, 0, 1, 0));
    assertThat(toys.entries()).hasSize(79).doesNotContainKey("赤7");
    mirrored();
  }

  private static String[] many(String box, int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> box + "," + box + i + ",1")
        .toArray(String[]::new);
  }

  @Test
  void a_slip_of_the_pen_closes_nothing() {
    toys.apply("赤,こま,100", "赤,たこ,200");
    Import found = toys.check("赤,こま,100", "赤,たこ,二百");
    assertThat(found.counts()).isEqualTo(new Import.Counts(2, 1, 0, 0, 1));
    toys.apply(found);
    assertThat(toys.entries()).containsKey("たこ");
  }

  @Test
  void a_thing_that_moves_to_another_part_is_a_change_and_moves_back() {
    toys.apply("赤,こま,100", "赤,たこ,200", "青,まり,300");
    Import moved = toys.apply("青,まり,300", "青,たこ,200");
    assertThat(moved.counts()).isEqualTo(new Import.Counts(2, 1, 1, 0, 0));
    assertThat(toys.entries().get("たこ")).startsWith("青 ");
    mirrored();
    toys.undo(moved);
    assertThat(toys.entries().get("たこ")).startsWith("赤 ");
    mirrored();
  }

  @Test
  void undoing_gives_the_list_back_exactly_what_it_said() {
    toys.apply(many("赤", 40));
    var before = toys.entries();
    List<String> other = new ArrayList<>(List.of(many("赤", 40)));
    other.set(3, "赤,赤3,999");
    other.remove(0);
    other.add("赤,はねつき,1");
    Import found = toys.apply(other.toArray(String[]::new));
    assertThat(found.counts()).isEqualTo(new Import.Counts(40, 38, 2, 1, 0));
    toys.undo(found);
    assertThat(toys.entries()).isEqualTo(before);
    mirrored();
    assertThat(toys.state(found)).isEqualTo(ImportState.UNDONE);
    refused("not-applied", () -> toys.undo(found));
  }

  @Test
  void what_a_later_file_speaks_for_is_undone_first() {
    Import red = toys.apply(many("赤", 3));
    Import blue = toys.apply(many("青", 3));
    Import same = toys.apply(many("赤", 3));
    refused("later", () -> toys.undo(red));
    toys.undo(blue);
    toys.undo(same);
    toys.undo(red);
    assertThat(toys.entries()).isEmpty();
    mirrored();
  }

  @Test
  void where_much_would_close_a_person_says_so_first() {
    toys.apply(many("赤", 20));
    Import found = toys.check(many("赤", 18));
    assertThat(toys.parts(found)).containsExactly(new Part("赤", 18, 20, 2));
    refused("confirm", () -> toys.apply(found));
    refused("confirm", () -> toys.apply(found, "青"));
    assertThat(toys.entries()).hasSize(20);
    toys.apply(found, "赤");
    assertThat(toys.entries()).hasSize(18);
    Import one = toys.check(many("赤", 17));
    refused("confirm", () -> toys.apply(one));
  }

  @Test
  void five_of_a_hundred_may_close_by_themselves() {
    toys.apply(many("赤", 100));
    toys.apply(many("赤", 95));
    assertThat(toys.entries()).hasSize(95);
  }

  @Test
  void a_file_that_was_overtaken_is_brought_in_again() {
    Import slow = toys.check("赤,こま,100");
    Import elsewhere = toys.check("青,まり,1");
    toys.apply("赤,こま,200");
    refused("overtaken", () -> toys.apply(slow));
    toys.apply(elsewhere);
    Import same = toys.check("緑,だるま,1");
    toys.apply("黄,だるま,1");
    refused("overtaken", () -> toys.apply(same));
    mirrored();
  }

  @Test
  void of_two_at_once_one_is_applied_and_the_other_refused_in_words() throws Exception {
    toys.apply(many("赤", 50));
    List<Import> both = List.of(toys.check("赤,赤0,2", "赤,新,1"), toys.check("赤,赤0,3", "赤,新,2"));
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<?>> work = new ArrayList<>();
      both.forEach(one -> work.add(threads.submit(() -> toys.apply(one, "赤"))));
      int done = 0;
      for (Future<?> one : work) {
        try {
          one.get();
          done++;
        } catch (ExecutionException failed) {
          assertThat(failed.getCause()).isInstanceOf(RefusedException.class);
        }
      }
      assertThat(done).isEqualTo(1);
    }
    assertThat(toys.entries()).hasSize(2);
  }

  @Test
  void when_the_room_cannot_follow_nothing_is_applied() {
    Import found = toys.check("赤,こま,100");
    toys.failure = RefusedException.because("intake.refused.confirm");
    refused("confirm", () -> toys.apply(found));
    assertThat(toys.entries()).isEmpty();
    assertThat(toys.state(found)).isEqualTo(ImportState.CHECKED);
    toys.failure = null;
    toys.apply(found);
    mirrored();
  }

  @Test
  void a_file_thrown_away_is_known_but_can_do_nothing_more() {
    Import found = toys.check("赤,こま,100");
    toys.discard(found);
    refused("not-checked", () -> toys.apply(found));
    refused("not-waiting", () -> toys.discard(found));
    assertThat(toys.entries()).isEmpty();
  }

  private static String reason(Import read) {
    return Objects.requireNonNull(read.fault()).reason();
  }

  @Test
  void a_file_that_is_no_list_says_why_and_leaves_nothing_behind() {
    Import nothing = toys.check("x\0y".getBytes(StandardCharsets.UTF_8));
    assertThat(nothing.state()).isEqualTo(ImportState.UNREADABLE);
    assertThat(reason(nothing)).isEqualTo("table.fault.no-table");
    Import other = toys.check("品名,個数\nりんご,3\n".getBytes(StandardCharsets.UTF_8));
    assertThat(reason(other)).isEqualTo("table.fault.no-heading");
    byte[] cut =
        (new String(Toys.file("赤,こま,1"), StandardCharsets.UTF_8) + "\"赤")
            .getBytes(StandardCharsets.UTF_8);
    toys.check(cut);
    assertThat(staged()).isZero();
  }

  private static long staged() {
    return House.as(
        Toys.JOB,
        () ->
            House.bean(JdbcClient.class)
                .sql("select count(*) from intake.staged")
                .query(Long.class)
                .single());
  }

  @Test
  void letters_that_mean_something_to_the_database_come_through() {
    toys.apply("赤,\"a\\b\",1", "赤,\"t\"\"q\",2", "\"赤\n箱\",x,3");
    assertThat(toys.entries()).hasSize(3);
    Import found = toys.check("赤,c,\"\\N\"", "赤,d,\"{a,\"\"b}\"");
    assertThat(toys.rejected(found))
        .extracting(Rejections.Rejected::cells)
        .containsExactly(List.of("赤", "c", "\\N"), List.of("赤", "d", "{a,\"b}"));
  }

  private record Said(int code, String words) {
    String last() {
      return words.lines().toList().getLast();
    }
  }

  private Said command(Path... files) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code =
        toys.importer().run(List.of(files), new PrintStream(said, true, StandardCharsets.UTF_8));
    return new Said(code, said.toString(StandardCharsets.UTF_8));
  }

  @Test
  void the_command_applies_files_and_ends_with_the_counts(@TempDir Path folder) throws IOException {
    Path red = Files.write(folder.resolve("red.csv"), Toys.file("赤,こま,1", "赤,たこ,やすい"));
    Path blue = Files.write(folder.resolve("blue.csv"), Toys.file("青,まり,1"));
    Said said = command(red, blue);
    assertThat(said.code()).isZero();
    assertThat(said.last()).isEqualTo("rows: in 3, kept 0, changed 2, closed 0, rejected 1");
    assertThat(Files.readString(folder.resolve("red.csv.rejected.csv")))
        .isEqualTo("\uFEFF場所,理由,行の内容\r\n3行目 「値段」,「やすい」は数として読めません。,赤 | たこ | やすい\r\n");
    assertThat(folder.resolve("blue.csv.rejected.csv")).doesNotExist();
    mirrored();
  }

  @Test
  void the_command_leaves_to_a_person_what_a_person_must_say(@TempDir Path folder)
      throws IOException {
    toys.apply(many("赤", 20));
    Path file = Files.write(folder.resolve("red.csv"), Toys.file(many("赤", 10)));
    Said said = command(file);
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.words())
        .contains("In 赤, 10 of 20 would close, more than 5 %")
        .contains("/imports/");
    assertThat(said.last()).isEqualTo("rows: in 10, kept 10, changed 0, closed 10, rejected 0");
    assertThat(toys.entries()).hasSize(20);
  }

  @Test
  void the_command_says_why_a_file_is_no_list(@TempDir Path folder) throws IOException {
    Path file =
        Files.write(
            folder.resolve("old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
    Said said = command(file);
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.words()).contains("古い形式のExcel", "Nothing of this file was taken.");
    assertThat(said.last()).isEqualTo("rows: in 0, kept 0, changed 0, closed 0, rejected 0");
    assertThat(Files.readString(folder.resolve("old.xls.rejected.csv"))).contains("古い形式");
  }
}
