package tasuki.insight.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.calendar.FiscalYear;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.programme.Amounts;
import tasuki.programme.Edition;
import tasuki.programme.Keeping;
import tasuki.programme.ProgrammeYear;
import tasuki.programme.Totals;

/** Where a year stands, on one page and in Excel. */
class ProgressTest {

  private static final FiscalYear YEAR = new FiscalYear(2025);

  private final Keeping keeping = new Keeping();
  private final ProgressReader reader = House.bean(ProgressReader.class);

  @Test
  void lists_and_divisions_of_the_year_sum_up_to_the_same() {
    Edition first = keeping.list(2025, true);
    ProgrammeYear one = keeping.add(first, 1, keeping.nursing, false);
    ProgrammeYear two = keeping.add(first, 2, keeping.compiling, false);
    Edition second = keeping.list(2025, true);
    ProgrammeYear three = keeping.add(second, 1, keeping.nursing, false);
    Edition other = keeping.list(2024, true);
    keeping.plan(keeping.add(other, 9, keeping.nursing, false), 99_000_000);
    keeping.plan(one, 1_000_000);
    keeping.plan(two, 2_000_000);
    keeping.plan(three, 4_000_000);
    settle(one, 900_000);

    Progress all = read(null);
    assertThat(all.whole().programmes()).isEqualTo(3);
    assertThat(all.whole().money().planned()).isEqualTo(7_000_000);
    assertThat(all.lists()).extracting(line -> line.total().programmes()).contains(2, 1);
    assertThat(all.divisions().stream().mapToLong(part -> part.total().money().planned()).sum())
        .isEqualTo(7_000_000);
    assertThat(all.lagging())
        .as("the year is over: what is not half spent, the most money left first")
        .extracting(Totals.Lagging::id)
        .containsExactly(three.id(), two.id());
    assertThat(all.unjudged()).hasSize(2);
    assertThat(all.unjudgedCount()).isEqualTo(3);

    Progress nursing = read(keeping.nursing.value());
    assertThat(nursing.whole().programmes()).isEqualTo(2);
    assertThat(nursing.whole().money().planned()).isEqualTo(5_000_000);
    assertThat(nursing.unjudged()).hasSize(2);
    assertThat(nursing.divisions()).hasSize(1);
  }

  @Test
  void the_page_and_its_workbook_say_the_same_with_numbers_as_numbers() throws IOException {
    Edition list = keeping.list(2025, true);
    ProgrammeYear year = keeping.add(list, 1, keeping.nursing, false);
    keeping.plan(year, 12_345_000);
    Visitor officer = Keeping.signedIn(keeping.compiler);
    String page = officer.get("/progress?year=2025").body();
    assertThat(page).contains("令和7年度の進捗", "12,345", year.entry().name(), "基金の期限");
    byte[] file = officer.file("/progress?year=2025&as=xlsx").body();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<Sheet> sheets = book.getSheets().toList();
      assertThat(sheets).hasSize(7);
      List<Row> rows = sheets.getFirst().read();
      Row last = rows.getLast();
      assertThat(last.getCell(0).asString()).isEqualTo(list.title());
      assertThat(last.getCell(2).asNumber()).isEqualByComparingTo(new BigDecimal("12345"));
    }
    assertThat(officer.get("/progress?year=abc&division=x").statusCode()).isEqualTo(200);
  }

  private void settle(ProgrammeYear year, long yen) {
    House.as(
        keeping.compiler,
        () -> House.bean(Amounts.class).set(year, List.of(Keeping.settled(year, 3, yen)), null));
  }

  private Progress read(@Nullable UUID division) {
    return House.as(
        keeping.compiler,
        () ->
            reader.read(
                House.bean(Organizations.class)
                    .get(new OrganizationId(keeping.compiler.organization())),
                YEAR,
                division,
                2));
  }
}
