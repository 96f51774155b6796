package tasuki.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasuki.House;
import tasuki.Visitor;
import tasuki.calendar.FiscalYear;

class ListFiguresTest {

  private static final FiscalYear YEAR = new FiscalYear(2026);

  @TempDir private Path files;

  private final Keeping keeping = new Keeping();
  private final Totals totals = House.bean(Totals.class);

  @Test
  void from_october_on_a_programme_that_spends_less_than_half_of_evenly_is_shown() {
    Money three = new Money(162_000_000, 0, 0, 0, 0, 0, 4_825_000L, null);
    assertThat(lags(three, LocalDate.of(2026, 9, 30))).isEmpty();
    assertThat(lags(three, LocalDate.of(2026, 10, 1))).isPresent();
    assertThat(lags(three, LocalDate.of(2027, 6, 1))).isPresent();
    Money even = new Money(100, 0, 0, 0, 0, 0, 26L, null);
    assertThat(lags(even, LocalDate.of(2026, 10, 1))).isEmpty();
    assertThat(lags(Money.NONE, LocalDate.of(2026, 12, 1))).isEmpty();
  }

  /** What the policy asks for at least, where the money does not reach it. */
  private static Optional<BigDecimal> lags(Money money, LocalDate today) {
    return SpendingPolicy.least(YEAR, today)
        .filter(_ -> money.available() > 0)
        .filter(least -> money.execution().orElse(BigDecimal.ZERO).compareTo(least) < 0);
  }

  @Test
  void the_parts_of_a_list_by_whatever_are_together_the_whole() {
    Edition edition = keeping.list(2026, false);
    ProgrammeYear one = keeping.add(edition, 1, keeping.nursing, true);
    ProgrammeYear two = keeping.add(edition, 2, keeping.compiling, false);
    keeping.add(edition, 3, keeping.compiling, true);
    keeping.plan(one, 549_000);
    keeping.plan(two, 1_122_000);
    for (Breakdown by : Breakdown.values()) {
      List<Totals.Part> parts = House.as(keeping.nurse, () -> totals.parts(edition.id(), by));
      assertThat(parts.stream().mapToLong(part -> part.total().money().planned()).sum())
          .as(by.name())
          .isEqualTo(1_671_000);
      assertThat(parts.stream().mapToInt(part -> part.total().programmes()).sum())
          .as(by.name())
          .isEqualTo(3);
    }
    assertThat(
            House.as(
                keeping.nurse,
                () -> totals.lagging(Scope.of(edition.id()), new BigDecimal("0.2"), 10)))
        .extracting(Totals.Lagging::id)
        .containsExactly(two.id(), one.id());
  }

  @Test
  void the_table_to_take_along_has_numbers_and_less_is_a_negative_one() throws IOException {
    Edition former = keeping.list(2025, false);
    ProgrammeYear before = keeping.add(former, 1, keeping.nursing, false);
    keeping.plan(before, 1_671_500);
    Edition edition =
        House.as(
            keeping.compiler,
            () ->
                House.bean(Editions.class)
                    .get(
                        House.bean(Rollover.class)
                            .next(former, "令和8年度架空", Set.of(before.id()), false)));
    ProgrammeYear year =
        House.as(keeping.compiler, () -> House.bean(Programmes.class).of(edition.id())).getFirst();
    House.as(
        keeping.compiler,
        () ->
            House.bean(Amounts.class)
                .set(
                    year,
                    List.of(Keeping.planned(year, 1_600_000), Keeping.settled(year, 3, 400_000)),
                    null));
    Visitor officer = Keeping.signedIn(keeping.nurse);
    String address = "/programmes/lists/" + edition.id() + "/figures";
    assertThat(officer.get(address).body())
        .contains("1,600", "1,671.5", "▲71.5", "400,000", "25.0%");
    byte[] excel = officer.file(address + "?as=xlsx").body();
    assertThat(firstSheet(excel))
        .contains(
            "<v>1600</v>", "<v>1671.500</v>", "<v>-71.500</v>", "<v>400000</v>", "<v>0.250</v>");
  }

  /** The cells as Excel keeps them: a text would be a reference to one. */
  private String firstSheet(byte[] excel) throws IOException {
    Path file = Files.write(files.resolve("figures.xlsx"), excel);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      byte[] sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
      return new String(sheet, StandardCharsets.UTF_8);
    }
  }
}
