package tasuki.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.intake.Lists;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;

/** On the ground of villages far from the sample prefecture, and years far from today. */
class AreaListTest {

  private static final String HEAD = "種類,コード,名称,英語名,開始日,終了日,市町村コード,構成";
  private static final Actor JOB = new Actor.Job("test");
  private static final LocalDate LATER = LocalDate.of(2091, 4, 1);

  private static Lists.Read check(String... rows) {
    String[] lines = new String[rows.length + 1];
    lines[0] = HEAD;
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return Lists.check("areas", lines);
  }

  private static Lists.Read apply(String... rows) {
    Lists.Read read = check(rows);
    assertThat(read.reasons()).isEmpty();
    Lists.apply(read);
    return read;
  }

  private static Optional<Area> area(AreaKind kind, String code, LocalDate day) {
    return House.as(JOB, () -> House.bean(Areas.class).ofKind(kind, day)).stream()
        .filter(area -> area.code().equals(code))
        .findFirst();
  }

  private static List<String> parts(Area area, LocalDate day) {
    return House.as(JOB, () -> House.bean(Areas.class).parts(area.id(), day)).stream()
        .map(BaseUnit::code)
        .toList();
  }

  @Test
  void towns_make_a_living_area_and_go_again_when_it_is_undone() {
    Lists.Read read =
        apply(
            "町丁,47381-1,竹富一丁目,Taketomi 1,2090-04-01,,47381,",
            "圏域の地区,47381-2,西表,Iriomote,2090-04-01,,47381,",
            "日常生活圏域,L91,竹富圏域,Taketomi,2090-04-01,,,47381-1 47381-2");
    Area area = area(AreaKind.LIVING_AREA, "L91", LATER).orElseThrow();
    assertThat(parts(area, LATER)).containsExactly("47381-1", "47381-2");
    assertThat(area(AreaKind.LIVING_AREA, "L91", LocalDate.of(2089, 1, 1))).isEmpty();
    Lists.undo(read);
    assertThat(area(AreaKind.LIVING_AREA, "L91", LATER)).isEmpty();
    assertThat(House.as(JOB, () -> House.bean(Areas.class).everywhere()))
        .noneMatch(unit -> unit.code().startsWith("47381-"));
  }

  @Test
  void a_new_vintage_takes_the_ground_over_on_its_first_day_and_gives_it_back() {
    Lists.Read first =
        apply(
            "老人福祉圏域,E1,八重山,Yaeyama,2090-04-01,,,47381 47382",
            "老人福祉圏域,E2,多良間,Tarama,2090-04-01,,,47375");
    Lists.Read second = apply("老人福祉圏域,E3,島々,Islands,2092-04-01,,,47382 47375");
    LocalDate eve = LocalDate.of(2092, 3, 31);
    LocalDate day = LocalDate.of(2092, 4, 1);
    assertThat(area(AreaKind.ELDERLY_WELFARE_AREA, "E1", eve)).isPresent();
    assertThat(area(AreaKind.ELDERLY_WELFARE_AREA, "E1", day)).isEmpty();
    assertThat(area(AreaKind.ELDERLY_WELFARE_AREA, "E3", day)).isPresent();
    Lists.undo(second);
    assertThat(area(AreaKind.ELDERLY_WELFARE_AREA, "E1", day)).isPresent();
    Lists.undo(first);
    assertThat(area(AreaKind.ELDERLY_WELFARE_AREA, "E1", day)).isEmpty();
  }

  @Test
  void each_fault_is_told_and_the_sound_rows_are_not_touched_by_it() {
    Lists.Read read =
        check(
            "老人福祉圏域,G1,無事,Sound,2093-04-01,,,47362",
            "月の裏,G2,a,,2093-04-01,,,47362",
            "老人福祉圏域,,a,,2093-04-01,,,47350",
            "老人福祉圏域,G3,,,2093-04-01,,,47350",
            "老人福祉圏域,G4,a,,2093-02-30,,,47350",
            "老人福祉圏域,G5,a,,2093-04-01,2093-04-01,,47350",
            "老人福祉圏域,G6,a,,2093-04-01,,,99999",
            "老人福祉圏域,G7,a,,2093-04-01,,,47350 47350",
            "老人福祉圏域,G8,a,,2093-04-01,,,",
            "老人福祉圏域,G9,a,,2093-04-01,,,47362",
            "町丁,47362-1,a,,2093-04-01,,99999,",
            "町丁,1,a,,2093-04-01,,47362,");
    assertThat(read.changed()).isEqualTo(1);
    assertThat(read.reasons())
        .containsExactly(
            "area.fault.kind",
            "area.fault.code",
            "table.fault.cell-empty",
            "table.fault.said",
            "area.fault.ends-before",
            "area.fault.unit",
            "area.fault.unit-twice",
            "area.fault.no-units",
            "area.fault.shared",
            "area.fault.municipality",
            "area.fault.unit-code");
  }

  @Test
  void vintages_of_one_area_do_not_overlap() {
    Lists.Read read =
        check(
            "老人福祉圏域,H1,a,,2090-04-01,2095-04-01,,47350",
            "老人福祉圏域,H1,a,,2093-04-01,,,47350",
            "老人福祉圏域,H1,a,,2095-04-01,,,47350");
    assertThat(read.reasons()).contains("area.fault.overlap");
    assertThat(read.changed()).isEqualTo(2);
  }

  @Test
  void a_town_lies_in_its_municipality_and_associations_may_share_both() {
    String town = "町丁,47361-1,a,,2090-04-01,,47361,";
    assertThat(
            check(town, "老人福祉圏域,K1,a,,2093-04-01,,,47361", "老人福祉圏域,K2,b,,2093-04-01,,,47361-1")
                .reasons())
        .containsExactly("area.fault.shared");
    assertThat(
            check(
                    town,
                    "郡市医師会,K1,a,,2093-04-01,,,47361",
                    "郡市医師会,K2,b,,2093-04-01,,,47361-1",
                    "二次医療圏,K1,c,,2093-04-01,,,47361")
                .reasons())
        .isEmpty();
  }

  @Test
  void what_has_begun_changes_only_by_a_new_vintage() {
    Area begun =
        House.as(
                JOB,
                () ->
                    House.bean(Areas.class)
                        .ofKind(AreaKind.SECONDARY_MEDICAL_AREA, LocalDate.of(2026, 11, 1)))
            .getFirst();
    List<String> parts = parts(begun, LocalDate.of(2026, 11, 1));
    String row =
        "二次医療圏,%s,%s,%s,%s,,,%s"
            .formatted(
                begun.code(),
                begun.name(),
                begun.nameEnglish(),
                begun.validFrom(),
                String.join(" ", parts));
    assertThat(check(row).reasons()).isEmpty();
    assertThat(check(row.replace(begun.name(), "改名")).reasons())
        .containsExactly("area.fault.in-force");
    assertThat(check("二次医療圏,Z9,新,,2025-04-01,,,47361").reasons())
        .containsExactly("area.fault.in-force");
    Lists.Read known = apply(row);
    Lists.undo(known);
    assertThat(House.as(JOB, () -> House.bean(Areas.class).find(begun.id())))
        .as("what was there before the list stays when the list is undone")
        .isPresent();
  }

  @Test
  void what_others_stand_on_cannot_vanish() {
    Lists.Read units = apply("町丁,47360-1,a,,2090-04-01,,47360,");
    Lists.Read areas = apply("老人福祉圏域,M1,a,,2094-04-01,,,47360-1");
    assertThatThrownBy(() -> Lists.undo(units))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refused().reason()).isEqualTo("area.refused.in-use"));
    Lists.undo(areas);
    Lists.undo(units);
  }
}
