package tasuki.area;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.table.Column;
import tasuki.table.ListChanges;
import tasuki.table.ListFile;
import tasuki.table.ListKind;
import tasuki.table.ListRows;
import tasuki.table.Tables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Areas of every kind, vintage by vintage, and the smaller pieces of ground they are made of. What
 * is in force changes only by a new vintage: figures of the past stay where they were counted.
 */
@Component
class AreaList implements ListKind {

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private static final List<Column> COLUMNS =
      List.of(
          Column.required("kind", "種類", "区域の種類", "kind"),
          Column.required("code", "コード", "code"),
          Column.required("name", "名称", "name"),
          Column.optional("kana", "ふりがな", "フリガナ", "kana"),
          Column.optional("name_en", "英語名", "name_en", "english name"),
          Column.required("valid_from", "開始日", "有効開始", "valid_from"),
          Column.optional("valid_until", "終了日", "有効終了", "valid_until"),
          Column.optional("municipality", "市町村コード", "市区町村コード", "municipality"),
          Column.optional("base_units", "構成", "構成市町村", "base_units"));

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final MessageSource messages;

  AreaList(JdbcClient jdbc, Ids ids, Clock clock, MessageSource messages) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.messages = messages;
  }

  @Override
  public String kind() {
    return "areas";
  }

  @Override
  public void read(ListFile file, ListRows rows) {
    AreaRows reader = new AreaRows(AreaGround.of(jdbc), today(), messages, rows);
    Tables.read(file, COLUMNS, reader::row);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), JAPAN);
  }

  @Override
  public void project(ListChanges changes) {
    List<JsonNode> gone = new ArrayList<>();
    List<JsonNode> units = new ArrayList<>();
    List<JsonNode> areas = new ArrayList<>();
    Set<String> kinds = new TreeSet<>();
    changes.forEach(
        change -> {
          JsonNode before = read(change.before());
          JsonNode after = read(change.after());
          if (after != null) {
            (isArea(after) ? areas : units).add(after);
          } else if (before != null) {
            gone.add(before);
          }
          kinds.add(Objects.requireNonNull(after != null ? after : before).get("kind").asString());
        });
    units.forEach(this::putUnit);
    gone.stream().filter(AreaList::isArea).forEach(area -> removeArea(area, changes.undoing()));
    areas.forEach(this::putArea);
    gone.stream().filter(one -> !isArea(one)).forEach(this::removeUnit);
    kinds.forEach(this::endFormerVintages);
  }

  private static @Nullable JsonNode read(@Nullable String json) {
    return json == null ? null : JsonMapper.shared().readTree(json);
  }

  private static boolean isArea(JsonNode content) {
    return content.has("base_units");
  }

  private void putUnit(JsonNode unit) {
    jdbc.sql(
            """
            insert into area.base_unit (code, kind, municipality, prefecture, name, kana, name_en,
              valid_from, valid_until)
            select :code, :kind, :municipality, city.prefecture, :name, :kana, :english,
              :from::date, :until::date
            from area.base_unit city where city.code = :municipality
            on conflict (code) do update set name = excluded.name, kana = excluded.kana,
              name_en = excluded.name_en, valid_from = excluded.valid_from,
              valid_until = excluded.valid_until
            """)
        .param("code", unit.get("code").asString())
        .param("kind", unit.get("kind").asString())
        .param("municipality", unit.get("municipality").asString())
        .param("name", unit.get("name").asString())
        .param("kana", unit.get("kana").asString())
        .param("english", unit.get("name_en").asString())
        .param("from", unit.get("valid_from").asString())
        .param("until", until(unit))
        .update();
  }

  private static @Nullable String until(JsonNode content) {
    String until = content.get("valid_until").asString();
    return until.isEmpty() ? null : until;
  }

  private void putArea(JsonNode area) {
    jdbc.sql(
            """
            insert into area.area (id, kind, code, name, name_en, valid_from, said_until, listed)
            values (:id, :kind, :code, :name, :english, :from::date, :until::date, true)
            on conflict (kind, code, valid_from) do update set name = excluded.name,
              name_en = excluded.name_en, said_until = excluded.said_until
            """)
        .param("id", ids.next())
        .param("kind", area.get("kind").asString())
        .param("code", area.get("code").asString())
        .param("name", area.get("name").asString())
        .param("english", area.get("name_en").asString())
        .param("from", area.get("valid_from").asString())
        .param("until", until(area))
        .update();
    jdbc.sql(
            """
            delete from area.part part using area.area area
            where part.area = area.id and area.kind = :kind and area.code = :code
              and area.valid_from = :from::date
            """)
        .param("kind", area.get("kind").asString())
        .param("code", area.get("code").asString())
        .param("from", area.get("valid_from").asString())
        .update();
    jdbc.sql(
            """
            insert into area.part (area, base_unit, valid_from)
            select area.id, unit, area.valid_from
            from area.area area, jsonb_array_elements_text(:units::jsonb) unit
            where area.kind = :kind and area.code = :code and area.valid_from = :from::date
            """)
        .param("kind", area.get("kind").asString())
        .param("code", area.get("code").asString())
        .param("from", area.get("valid_from").asString())
        .param("units", area.get("base_units").toString())
        .update();
  }

  private void removeArea(JsonNode area, boolean undoing) {
    String from = area.get("valid_from").asString();
    if (!undoing && !LocalDate.parse(from).isAfter(today())) {
      throw RefusedException.because("area.refused.in-force", area.get("name").asString());
    }
    remove(
        area,
        List.of(
            """
            delete from area.part part using area.area area
            where part.area = area.id and area.listed and area.kind = :kind and area.code = :code
              and area.valid_from = :from::date
            """,
            """
            delete from area.area area
            where listed and kind = :kind and code = :code and valid_from = :from::date
            """));
  }

  private void removeUnit(JsonNode unit) {
    remove(
        unit,
        List.of(
            """
            delete from area.base_unit
            where kind = :kind and code = :code and valid_from = :from::date
            """));
  }

  /** What others refer to stays: stays were judged and persons lived by it. */
  private void remove(JsonNode one, List<String> statements) {
    try {
      for (String statement : statements) {
        jdbc.sql(statement)
            .param("kind", one.get("kind").asString())
            .param("code", one.get("code").asString())
            .param("from", one.get("valid_from").asString())
            .update();
      }
    } catch (DataIntegrityViolationException used) {
      throw RefusedException.because("area.refused.in-use", one.get("name").asString());
    }
  }

  /** A later vintage takes the ground over on its first day, whatever the former one said. */
  private void endFormerVintages(String kind) {
    boolean overlap =
        Arrays.stream(AreaKind.values())
            .anyMatch(one -> one.name().equals(kind) && one.mayOverlap());
    jdbc.sql(
            """
            update area.area area
            set valid_until = least(area.said_until, (
              select min(later.valid_from) from area.area later
              where later.kind = area.kind and later.listed and later.valid_from > area.valid_from
                and (later.code = area.code or not :overlap and exists (
                  select from area.part mine join area.part theirs using (base_unit)
                  where mine.area = area.id and theirs.area = later.id))))
            where area.kind = :kind
            """)
        .param("kind", kind)
        .param("overlap", overlap)
        .update();
    jdbc.sql(
            """
            update area.part part set valid_until = area.valid_until
            from area.area area
            where area.id = part.area and area.kind = :kind
              and part.valid_until is distinct from area.valid_until
            """)
        .param("kind", kind)
        .update();
  }
}
