package tasuki.insight.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.area.Populations;
import tasuki.area.Populations.Known;
import tasuki.directory.Position;
import tasuki.directory.Position.Precision;
import tasuki.kernel.Actor;
import tasuki.table.ListFile;
import tasuki.table.TableRow;
import tasuki.table.Tables;

/** Who lives in the rings around a place, in the sample prefecture. */
class RingPeopleTest {

  private static final String PASSWORD = "tasuki-no-sash-2026";
  private static final String TOWN = "99301";
  private static final Actor JOB = new Actor.Job("test");

  private static List<Ground.Unit> units() {
    return House.as(JOB, () -> House.bean(Ground.class).units());
  }

  private static List<Known> years(List<Ground.Unit> units) {
    return House.as(JOB, () -> House.bean(RingPeople.class).years(units));
  }

  private static Position middle(List<Ground.Unit> units) {
    return Objects.requireNonNull(
        units.stream().filter(unit -> unit.code().equals(TOWN)).findFirst().orElseThrow().middle());
  }

  private static List<String> within(List<Ground.Unit> units, double km) {
    Position from = middle(units);
    return units.stream()
        .filter(unit -> unit.middle() != null && from.kmTo(unit.middle()) <= km)
        .map(Ground.Unit::code)
        .toList();
  }

  /** Of a part of a municipality (99204-1) only the municipality's figure is known. */
  private static long counted(List<String> units, int year) {
    return TestDatabase.asOwner()
        .sql(
            """
            select coalesce(sum(value), 0) from area.population
            where source = 'REGISTER' and year = :year and sex = 'BOTH' and band = 'ALL'
              and code in (:units)
            """)
        .param("year", year)
        .param("units", units.stream().map(code -> code.replaceAll("-.*", "")).distinct().toList())
        .query(Long.class)
        .single();
  }

  @Test
  void all_people_count_where_the_middle_of_their_ground_lies_and_nobody_else() {
    List<Ground.Unit> units = units();
    Known now = years(units).getFirst();
    assertThat(now.source()).isEqualTo(Populations.Source.REGISTER);
    Set<Long> sums = new HashSet<>();
    for (int km : Travel.assumed().rings()) {
      List<String> inside = within(units, km);
      long expected = counted(inside, now.year());
      RingPeople.People people = House.bean(RingPeople.class).of(inside, List.of(now));
      assertThat(people.years().getFirst().all()).as(km + " km").isEqualTo(expected).isPositive();
      assertThat(people.years().getFirst().aged75()).isPositive().isLessThan(expected);
      sums.add(expected);
    }
    assertThat(sums).as("rings differ").hasSizeGreaterThan(2);
  }

  @Test
  void what_was_read_once_says_the_same_as_what_is_asked_each_time() {
    List<Ground.Unit> units = units();
    Random random = new Random(20261128);
    for (Known known : years(units)) {
      for (int round = 0; round < 20; round++) {
        List<String> some =
            units.stream().map(Ground.Unit::code).filter(_ -> random.nextInt(3) == 0).toList();
        assertThat(known.of(some))
            .isEqualTo(
                House.as(
                    JOB, () -> House.bean(Populations.class).of(some, known.year()).orElseThrow()));
      }
    }
  }

  @Test
  void ground_of_which_nothing_is_known_is_not_said_to_be_empty() {
    Known now = years(units()).getFirst();
    RingPeople.People people = House.bean(RingPeople.class).of(List.of("99999"), List.of(now));
    assertThat(people.years()).containsExactly(new RingPeople.Count(null, null));
    assertThat(people.doubt()).isNotNull();
    assertThat(House.bean(RingPeople.class).of(List.of(), List.of(now)).years())
        .as("a ring in which nothing lies is empty")
        .containsExactly(new RingPeople.Count(0L, 0L));
  }

  @Test
  void a_part_of_a_municipality_says_whose_people_are_counted_too() {
    Known now = years(units()).getFirst();
    RingPeople.People part = House.bean(RingPeople.class).of(List.of("99204-1"), List.of(now));
    assertThat(part.years().getFirst().all()).isEqualTo(counted(List.of("99204"), now.year()));
    assertThat(part.doubt()).contains("うみべ市").doesNotContain("99204");
  }

  @Test
  void a_ring_is_as_exact_as_the_coarsest_ground_in_it() {
    Position place = new Position(35, 135, Precision.POINT, "試験");
    Ground.Unit any = units().getFirst();
    Coverage.Distance near = new Coverage.Distance(any, 1, place.precision(), 0);
    Coverage.Distance rough = new Coverage.Distance(any, 2, Precision.MUNICIPALITY, 0);
    assertThat(RingPeople.precision(List.of(near))).isEqualTo(Precision.POINT);
    assertThat(RingPeople.precision(List.of(near, rough))).isEqualTo(Precision.MUNICIPALITY);
    assertThat(RingPeople.precision(List.of())).isNull();
  }

  @Test
  void the_page_says_the_people_of_each_ring_and_of_each_base_unit_and_what_counts() {
    List<Ground.Unit> units = units();
    List<Known> years = years(units);
    String page =
        Visitor.signedIn("officer", PASSWORD).get("/coverage/rings?place=unit:" + TOWN).body();
    assertThat(page).contains("中心が輪の中にあれば、その地域の全員を数えます", "・住民基本台帳) 人口(人)", "・推計) 75歳以上(人)");
    for (Known year : years) {
      for (List<String> some : List.of(within(units, 5), within(units, 16), List.of(TOWN))) {
        Populations.Population people = year.of(some);
        assertThat(page)
            .contains(String.format("%,d", people.total()), String.format("%,d", people.aged75()));
      }
    }
  }

  @Test
  void the_spreadsheet_has_a_sheet_of_base_units_and_one_of_rings(@TempDir Path folder)
      throws IOException {
    List<Ground.Unit> units = units();
    Path file = folder.resolve("rings.xlsx");
    Files.write(
        file,
        Visitor.signedIn("officer", PASSWORD)
            .file("/coverage/rings?place=unit:" + TOWN + "&as=xlsx")
            .body());
    List<TableRow> rows = new ArrayList<>();
    Tables.read(new ListFile(file, "rings.xlsx"), rows::add);
    List<String> figures =
        years(units).stream()
            .map(year -> year.of(within(units, 16)))
            .flatMap(people -> Stream.of("" + people.total(), "" + people.aged75()))
            .toList();
    assertThat(rows)
        .as("a row of the rings")
        .anyMatch(
            row ->
                row.cell(0).equals("16km以内")
                    && row.cells().subList(4, 4 + figures.size()).equals(figures));
    assertThat(rows)
        .as("a row of the base units")
        .anyMatch(
            row ->
                row.cell(0).equals(TOWN)
                    && row.cells()
                        .contains("" + years(units).getFirst().of(List.of(TOWN)).total()));
  }
}
