package tasuki.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasuki.House;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.table.Fault;
import tasuki.table.ListFile;
import tasuki.table.ListKind;
import tasuki.table.ListRows;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every fault that 医療情報ネット is known for is found in a list that has them all. */
class FacilitiesTest {

  /**
   * Three prefectures, so that most municipalities have as many places as they do in a real list.
   */
  private static final List<String> PREFECTURES = List.of("10", "20", "22");

  private static final int ROWS = 12_000;

  @TempDir private static Path folder;

  private static final Map<String, Facilities.Row> WRITTEN = new HashMap<>();
  private static final Map<String, JsonNode> TAKEN = new HashMap<>();
  private static final List<Fault> REJECTED = new ArrayList<>();

  @BeforeAll
  static void aListIsRead() throws IOException {
    List<BaseUnit> ground =
        House.bean(Areas.class).everywhere().stream()
            .filter(unit -> PREFECTURES.contains(unit.code().substring(0, 2)))
            .toList();
    ListKind list = House.bean("facilityList", ListKind.class);
    for (Path file : Facilities.write(folder, ground, ROWS, row -> WRITTEN.put(row.id(), row))) {
      list.read(new ListFile(file, file.getFileName().toString()), new Kept());
    }
  }

  private static final class Kept implements ListRows {
    private final JsonMapper json = new JsonMapper();

    @Override
    public void take(int line, String scope, String key, String content) {
      TAKEN.put(key, json.readTree(content));
    }

    @Override
    public void reject(int line, Fault fault, List<String> cells) {
      REJECTED.add(fault);
    }

    @Override
    public void reject(int line, String key, Fault fault, List<String> cells) {
      REJECTED.add(fault);
    }
  }

  private static JsonNode taken(Facilities.Row row) {
    return Objects.requireNonNull(TAKEN.get(row.id()), row.id());
  }

  private static List<String> notes(JsonNode content) {
    return content.path("notes").valueStream().map(JsonNode::asString).toList();
  }

  private static List<Facilities.Row> rows(Facilities.Position position) {
    return WRITTEN.values().stream().filter(row -> row.position() == position).toList();
  }

  private static void allNoted(Facilities.Position position, String note) {
    assertThat(rows(position))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(notes(taken(row))).as(row.id()).contains(note));
  }

  @Test
  void no_row_is_lost_by_its_faults() {
    assertThat(REJECTED).isEmpty();
    assertThat(TAKEN.keySet()).isEqualTo(WRITTEN.keySet()).hasSize(ROWS);
  }

  @Test
  void the_list_has_as_many_faults_as_the_published_one() {
    Map<Facilities.Position, Integer> counts = new EnumMap<>(Facilities.Position.class);
    WRITTEN.values().forEach(row -> counts.merge(row.position(), 1, Integer::sum));
    assertThat(counts.get(Facilities.Position.ZERO)).isBetween(ROWS * 14 / 206, ROWS * 18 / 206);
    assertThat(counts.keySet()).containsExactly(Facilities.Position.values());
  }

  @Test
  void a_point_at_zero_is_no_position() {
    allNoted(Facilities.Position.ZERO, "position-zero");
    assertThat(rows(Facilities.Position.ZERO)).noneMatch(row -> taken(row).has("latitude"));
  }

  @Test
  void a_point_that_several_places_share_counts_for_their_town() {
    allNoted(Facilities.Position.SHARED, "position-shared");
    assertThat(rows(Facilities.Position.SHARED))
        .allMatch(row -> taken(row).path("precision").asString().equals("TOWN"));
  }

  @Test
  void a_point_in_another_prefecture_is_not_believed() {
    allNoted(Facilities.Position.ELSEWHERE, "position-far");
    assertThat(rows(Facilities.Position.ELSEWHERE)).noneMatch(row -> taken(row).has("latitude"));
  }

  @Test
  void a_sound_point_is_believed_as_it_stands() {
    assertThat(rows(Facilities.Position.SOUND))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              JsonNode content = taken(row);
              assertThat(content.path("precision").asString()).as(row.id()).isEqualTo("POINT");
              assertThat(notes(content)).noneMatch(note -> note.startsWith("position"));
            });
  }

  @Test
  void a_hospital_without_beds_is_noted_and_nobody_else() {
    assertThat(WRITTEN.values()).anyMatch(Facilities.Row::bedless);
    assertThat(WRITTEN.values())
        .allSatisfy(
            row ->
                assertThat(notes(taken(row)).contains("beds-missing"))
                    .as(row.id())
                    .isEqualTo(row.bedless()));
  }
}
