package tasuki.transition.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.i18n.LocaleContextHolder;
import tasuki.House;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;
import tasuki.kernel.server.Importer;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.table.TableWriter;

class SurveysTest {

  private static final Actor OFFICER = Officer.of(OrganizationKind.PREFECTURE);
  private static final String HEAD = "調査名,年月,区域の種類,区域,区分,率,調査対象事業所数,回答事業所数,分母,分子\n";

  @BeforeAll
  static void in_japanese() {
    LocaleContextHolder.setLocale(Locale.JAPANESE);
  }

  @AfterAll
  static void as_before() {
    LocaleContextHolder.resetLocaleContext();
  }

  private static String row(String survey, String rest) {
    return survey + "," + rest + "\n";
  }

  private static Surveys.Taken check(byte[] bytes) {
    return House.as(OFFICER, () -> House.bean(Surveys.class).check(bytes, "調査.csv"));
  }

  private static Surveys.Taken check(String text) {
    return check(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Surveys.Refused> refused(Surveys.Taken taken) {
    return House.as(OFFICER, () -> House.bean(Surveys.class).refused(taken.id()));
  }

  private static void apply(Surveys.Taken taken) {
    House.as(
        OFFICER,
        () -> {
          House.bean(Surveys.class).apply(taken.id());
          return true;
        });
  }

  private static List<Surveys.Difference> differences(Surveys.Taken taken) {
    return House.as(OFFICER, () -> House.bean(Surveys.class).differences(taken.id()));
  }

  @Test
  void every_way_of_writing_a_sound_file_is_understood() {
    String survey = "調査" + UUID.randomUUID();
    List<String> good =
        List.of(
            "R7.6,二次医療圏,中央医療圏,要介護,退院調整率,120,98,240,180",
            "令和7年6月,二次医療圏,9902,要支援,入院調整率,,,60,30",
            "2025-06,,川上医療圏,,ルール活用率,１００,９０,\"1,200\",９００",
            "202507,二次医療圏,山並医療圏,合計,退院調整率,10,10,0,0");
    StringBuilder file = new StringBuilder("令和7年度 調査\n\n" + HEAD);
    good.forEach(line -> file.append(row(survey, line)));
    file.append(row(survey, "R7.6,,合計,,退院調整率,,,999,999"));
    Surveys.Taken taken = check(file.toString());
    assertThat(refused(taken)).hasSize(1);
    assertThat(refused(taken).getFirst().blocks()).isFalse();
    assertThat(refused(taken).getFirst().place()).isEqualTo("8行目 「区域」");
    assertThat(taken).isEqualTo(new Surveys.Taken(taken.id(), 5, 0, 4, 1));
    Charset ms932 = Charset.forName("windows-31j");
    assertThat(check(file.toString().getBytes(ms932)).changed()).isEqualTo(4);
    assertThat(check(file.toString().replace(',', '\t').replace("1\t200", "1200")).changed())
        .isEqualTo(4);
    assertThat(
            differences(taken).stream()
                .filter(one -> one.row().key().rate() == Rate.RULE_USE)
                .map(one -> one.row().all()))
        .containsExactly(1_200L);
  }

  @Test
  void excel_is_understood_with_numbers_as_numbers() {
    String survey = "調査" + UUID.randomUUID();
    Sheet sheet =
        new Sheet(
            "調査",
            "調査の結果",
            List.of("令和7年度"),
            List.of(
                SheetColumn.text("調査名", 20),
                SheetColumn.day("調査月"),
                SheetColumn.text("圏域名", 20),
                SheetColumn.text("指標", 20),
                SheetColumn.count("対象者数(人)"),
                SheetColumn.count("該当者数(人)")),
            List.of(
                Arrays.asList(
                    survey, java.time.LocalDate.of(2025, 6, 1), "中央医療圏", "退院調整率", 41, 30)));
    Surveys.Taken taken = check(TableWriter.xlsx(List.of(sheet)));
    assertThat(refused(taken)).isEmpty();
    assertThat(differences(taken).getFirst().row().done()).isEqualTo(30);
  }

  @Test
  void a_file_with_any_fault_is_refused_whole_and_each_fault_names_its_place() {
    String survey = "調査" + UUID.randomUUID();
    String sound = row(survey, "R7.6,二次医療圏,中央医療圏,要介護,退院調整率,120,98,240,180");
    List<String[]> faults =
        List.of(
            new String[] {"R7.13,二次医療圏,西部医療圏,要介護,退院調整率,1,1,2,1", "「年月」"},
            new String[] {"S70.6,二次医療圏,西部医療圏,要介護,退院調整率,1,1,2,1", "「年月」"},
            new String[] {"R7.6,二次医療圏,存在医療圏,要介護,退院調整率,1,1,2,1", "「区域」"},
            new String[] {"R7.6,月の裏,西部医療圏,要介護,退院調整率,1,1,2,1", "「区域の種類」"},
            new String[] {"R7.6,二次医療圏,西部医療圏,要介護5,退院調整率,1,1,2,1", "「区分」"},
            new String[] {"R7.6,二次医療圏,西部医療圏,要介護,出席率,1,1,2,1", "「率」"},
            new String[] {"R7.6,二次医療圏,西部医療圏,要介護,退院調整率,1,2,2,1", "「回答事業所数」"},
            new String[] {"R7.6,二次医療圏,西部医療圏,要介護,退院調整率,1,1,2,3", "「分子」"},
            new String[] {"R7.6,二次医療圏,西部医療圏,要介護,退院調整率,1,1,2,-1", "「分子」"},
            new String[] {"R7.6,二次医療圏,西部医療圏,要介護,退院調整率,1,1,1.5,1", "「分母」"},
            new String[] {"R7.6,二次医療圏,西部医療圏,要介護,退院調整率,1,1,,1", "「分母」"},
            // All columns moved one to the left.
            new String[] {"二次医療圏,西部医療圏,要介護,退院調整率,1,1,2,1,", "「年月」"},
            // The first row once more.
            new String[] {"R7.6,二次医療圏,中央医療圏,要介護,退院調整率,120,98,240,181", "「年月」"});
    for (String[] fault : faults) {
      Surveys.Taken taken = check(HEAD + sound + row(survey, fault[0]));
      List<Surveys.Refused> refused = refused(taken);
      assertThat(refused).as(fault[0]).anyMatch(Surveys.Refused::blocks);
      assertThat(refused.stream().map(Surveys.Refused::place))
          .as(fault[0])
          .contains("3行目 " + fault[1]);
      assertThat(taken.changed()).as(fault[0]).isZero();
      assertThat(differences(taken)).as(fault[0]).isEmpty();
      assertThatThrownBy(() -> apply(taken)).isInstanceOf(RefusedException.class);
    }
    assertThat(refused(check("区域,率\n中央,5\n")).getFirst().reason()).contains("調査名");
    assertThat(refused(check(new byte[] {'P', 'K', 3, 4, 9})).getFirst().reason()).contains("壊れて");
  }

  @Test
  void an_import_changes_what_counts_and_its_undoing_brings_back_what_was() {
    String survey = "調査" + UUID.randomUUID();
    String line = "R7.6,二次医療圏,中央医療圏,要介護,退院調整率,120,98,240,";
    Surveys.Taken first = check(HEAD + row(survey, line + "180"));
    apply(first);
    Surveys.Taken same = check(HEAD + row(survey, line + "180"));
    assertThat(same).isEqualTo(new Surveys.Taken(same.id(), 1, 1, 0, 0));
    Surveys.Taken second = check(HEAD + row(survey, line + "190"));
    Surveys.Difference difference = differences(second).getFirst();
    assertThat(difference.row().done()).isEqualTo(190);
    SurveyRow before = difference.before();
    assertThat(before == null ? -1 : before.done()).isEqualTo(180);
    apply(second);
    assertThatThrownBy(() -> apply(second)).isInstanceOf(RefusedException.class);
    assertThat(check(HEAD + row(survey, line + "190")).kept()).isEqualTo(1);
    House.as(
        OFFICER,
        () -> {
          House.bean(Surveys.class).undo(second.id());
          return true;
        });
    assertThat(check(HEAD + row(survey, line + "180")).kept()).isEqualTo(1);
  }

  @Test
  void the_command_takes_sound_files_writes_the_rest_beside_them_and_ends_with_the_counts(
      @TempDir Path folder) throws IOException {
    String survey = "調査" + UUID.randomUUID();
    Path good = folder.resolve("good.csv");
    Path bad = folder.resolve("bad.csv");
    Files.writeString(
        good,
        HEAD
            + row(survey, "R7.6,二次医療圏,中央医療圏,要介護,退院調整率,120,98,240,180")
            + row(survey, "R7.6,,県計,要介護,退院調整率,120,98,240,180"));
    Files.writeString(
        bad,
        HEAD
            + row(survey, "R7.7,二次医療圏,中央医療圏,要介護,退院調整率,120,98,240,180")
            + row(survey, "R7.6,二次医療圏,どこか,要介護,退院調整率,120,98,240,180"));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Importer importer = House.bean(SurveyImporter.class);
    assertThat(importer.kind()).isEqualTo("surveys");
    int exit;
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      exit = importer.run(List.of(good, bad), out);
    }
    List<String> lines = said.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.getLast()).isEqualTo("rows: in 4, kept 0, changed 1, closed 0, rejected 2");
    assertThat(exit).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("bad.csv.rejected.csv")))
        .contains("3行目 「区域」")
        .contains("どこか");
    assertThat(Files.readString(folder.resolve("good.csv.rejected.csv"))).contains("合計の行");
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(again, true, StandardCharsets.UTF_8)) {
      assertThat(importer.run(List.of(good), out)).isZero();
    }
    assertThat(again.toString(StandardCharsets.UTF_8).strip())
        .endsWith("rows: in 2, kept 1, changed 0, closed 0, rejected 1");
  }
}
