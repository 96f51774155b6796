package tasuki.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.SharedData;
import tasuki.intake.Lists;
import tasuki.kernel.Actor;

class PopulationListTest {

  private static final Path FILES = SharedData.at("population");

  private static final Actor JOB = new Actor.Job("test");
  private static final List<Lists.Read> READ = new ArrayList<>();
  private static long figuresBefore;

  @BeforeAll
  static void the_four_files_are_taken() {
    figuresBefore = figures();
    for (String name : List.of("juki_age_muni_2025", "kekkahyo1", "kekkahyo3_3", "kekkahyo3_4")) {
      Lists.Read read = Lists.check("population", FILES.resolve(name + ".xlsx"));
      Lists.apply(read);
      READ.add(read);
    }
  }

  @AfterAll
  static void and_taken_back() {
    READ.reversed().forEach(Lists::undo);
    assertThat(figures()).as("those of the sample prefecture").isEqualTo(figuresBefore);
  }

  private static long figures() {
    return House.as(
        JOB,
        () ->
            House.bean(JdbcClient.class)
                .sql("select count(*) from area.population")
                .query(Long.class)
                .single());
  }

  private static Populations populations() {
    return House.bean(Populations.class);
  }

  private static Populations.Population of(int year, String... units) {
    return House.as(JOB, () -> populations().of(List.of(units), year)).orElseThrow();
  }

  @Test
  void the_municipalities_together_are_the_nation() {
    long nation =
        House.as(
            JOB,
            () ->
                House.bean(JdbcClient.class)
                    .sql(
                        """
                        select sum(value) from area.population population
                        join area.base_unit unit on unit.code = population.code
                        where unit.kind = 'MUNICIPALITY' and source = 'REGISTER' and year = 2025
                          and sex = 'BOTH' and band = 'ALL'
                        """)
                    .query(Long.class)
                    .single());
    assertThat(nation).isEqualTo(124_330_690L);
  }

  @Test
  void every_row_is_taken_or_rejected_for_being_a_sum_or_a_ward_that_is_no_more() {
    Lists.Read register = READ.getFirst();
    assertThat(register.in()).isEqualTo(2_274 * 3);
    assertThat(register.changed()).isEqualTo(1_918 * 3);
    assertThat(Set.copyOf(register.reasons()))
        .containsExactlyInAnyOrder(
            "area.population.fault.total",
            "area.population.fault.county",
            "area.population.fault.unit");
    Lists.Read projected = READ.get(1);
    assertThat(projected.in()).isEqualTo(1_951);
    assertThat(projected.reasons().stream().filter("area.population.fault.unit"::equals))
        .as("the seven former wards of Hamamatsu")
        .hasSize(7);
    assertThat(projected.changed()).isEqualTo(1_951 - 47 - 7);
    assertThat(Lists.check("population", FILES.resolve("kekkahyo1.xlsx")).kept())
        .isEqualTo(projected.changed());
  }

  @Test
  void a_city_is_not_counted_again_beside_its_wards() {
    Populations.Population sapporo = of(2025, "01100");
    assertThat(sapporo.total()).isEqualTo(1_955_678);
    assertThat(sapporo.source()).isEqualTo(Populations.Source.REGISTER);
    assertThat(sapporo.aged65())
        .isEqualTo(119_928 + 134_118 + 122_929 + 86_627 + 56_383 + 31_565 + 9_717 + 1_478);
    assertThat(of(2025, "01100", "01101", "01102").total()).isEqualTo(1_955_678);
    assertThat(of(2025, "01101").total()).isEqualTo(245_916);
    assertThat(sapporo.groups()).isEmpty();
  }

  @Test
  void a_projection_gives_persons_from_its_shares() {
    Populations.Population sapporo = of(2050, "01100");
    assertThat(sapporo.source()).isEqualTo(Populations.Source.PROJECTION);
    assertThat(sapporo.total()).isEqualTo(1_745_608);
    assertThat(sapporo.aged65()).isEqualTo(Math.round(1_745_608 * 0.39357289838268386));
    assertThat(sapporo.aged75()).isEqualTo(Math.round(1_745_608 * 0.24909945417298729));
  }

  @Test
  void a_figure_of_thirteen_municipalities_is_given_once_and_says_for_whom_it_stands() {
    Populations.Population iwaki = of(2020, "07204", "07209");
    assertThat(iwaki.total()).isEqualTo(452_508);
    assertThat(iwaki.groups())
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.code()).isEqualTo("07999");
              assertThat(group.name()).isEqualTo("浜通り地域");
              assertThat(group.asked()).containsExactlyInAnyOrder("07204", "07209");
              assertThat(group.beyond()).hasSize(11).contains("07564");
            });
  }

  @Test
  void a_ward_of_today_has_its_citys_projection() {
    Populations.Population ward = of(2030, "22138");
    assertThat(ward.groups())
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.name()).isEqualTo("浜松市");
              assertThat(group.beyond()).containsExactlyInAnyOrder("22139", "22140");
            });
    assertThat(of(2025, "22138").total()).isEqualTo(604_410);
  }

  @Test
  void what_is_unknown_is_said() {
    assertThat(of(2030, "01695", "01101").missing()).containsExactly("01695");
    assertThat(House.as(JOB, () -> populations().of(List.of("01101"), 1999))).isEmpty();
  }

  @Test
  void a_table_of_something_else_is_no_population() {
    assertThatThrownBy(() -> Lists.check("population", "市町村,人口", "01100,3"))
        .hasMessageContaining("area.population.fault.title");
    assertThatThrownBy(
            () -> Lists.check("population", "令和7年1月1日住民基本台帳年齢階級別人口", "011002,北海道,札幌市,計,1"))
        .hasMessageContaining("area.population.fault.heading");
  }
}
