package tasuki.practice;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.directory.OrganizationId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Cases as rows. Any number of them is written by the same few statements. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PracticeRows {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String SELECT =
      """
      select practice.*,
        (select json_agg(json_build_object('fiscalYear', fiscal_year, 'plannedYen', planned_yen,
            'settledYen', settled_yen, 'funding', funding, 'note', note) order by place)
          from practice.budget where practice = practice.id) as budget,
        (select json_agg(json_build_object('indicator', indicator, 'area', area, 'period', period,
            'value', value::text, 'unit', unit, 'kind', kind, 'note', note) order by place)
          from practice.figure where practice = practice.id) as figures
      from practice.practice practice
      """;

  /** A published case and the version it is of. */
  record Stand(UUID id, int version) {}

  private final JdbcClient jdbc;

  PracticeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The cases the acting organisation may see, of these. */
  List<Practice> byId(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + " where practice.id = any(:ids)")
            .param("ids", ids.toArray(UUID[]::new))
            .query(PracticeRows::practice)
            .list();
  }

  Optional<Practice> byCode(String code) {
    return jdbc.sql(SELECT + " where practice.code = ?")
        .param(code)
        .query(PracticeRows::practice)
        .optional();
  }

  /** What the organisation wrote, the newest first. */
  List<Practice> of(OrganizationId organization) {
    return jdbc.sql(SELECT + " where practice.organization = ? order by practice.id desc")
        .param(organization.value())
        .query(PracticeRows::practice)
        .list();
  }

  List<Stand> published() {
    return jdbc.sql("select id, version from practice.practice where state = 'PUBLISHED'")
        .query((row, _) -> new Stand(row.getObject("id", UUID.class), row.getInt("version")))
        .list();
  }

  long edition() {
    return jdbc.sql("select number from practice.edition").query(Long.class).single();
  }

  /** Tells all nodes that what is published has changed. */
  void nextEdition() {
    jdbc.sql("update practice.edition set number = number + 1").update();
  }

  /**
   * Writes the cases.
   *
   * @param digests of what was brought in, by id, for shipped ones
   * @return how many were written; one whose version stands already is not
   */
  int write(List<Practice> practices, Map<UUID, String> digests) {
    String rows =
        JSON.writeValueAsString(
            practices.stream().map(one -> row(one, digests.get(one.id()))).toList());
    int written =
        jdbc.sql(
                """
                insert into practice.practice
                select row.* from jsonb_populate_recordset(null::practice.practice, :rows::jsonb) row
                on conflict (id) do update set state = excluded.state, version = excluded.version,
                  source = excluded.source, digest = excluded.digest,
                  changed_at = excluded.changed_at, prefecture = excluded.prefecture,
                  name = excluded.name, name_en = excluded.name_en, parent = excluded.parent,
                  operators = excluded.operators, area = excluded.area,
                  area_type = excluded.area_type, purpose = excluded.purpose,
                  approach = excluded.approach, instruments = excluded.instruments,
                  rules = excluded.rules, issues = excluded.issues,
                  proposals = excluded.proposals, actors = excluded.actors,
                  systems = excluded.systems, note = excluded.note, details = excluded.details
                where practice.version = excluded.version - 1
                """)
            .param("rows", rows)
            .update();
    if (written == practices.size()) {
      numbers(practices);
    }
    return written;
  }

  private void numbers(List<Practice> practices) {
    UUID[] ids = practices.stream().map(Practice::id).toArray(UUID[]::new);
    jdbc.sql("delete from practice.budget where practice = any(:ids)").param("ids", ids).update();
    jdbc.sql("delete from practice.figure where practice = any(:ids)").param("ids", ids).update();
    String numbers =
        JSON.writeValueAsString(
            practices.stream()
                .map(
                    one ->
                        Map.of(
                            "id",
                            one.id(),
                            "budget",
                            one.content().budget(),
                            "figures",
                            one.content().figures()))
                .toList());
    jdbc.sql(
            """
            insert into practice.budget
            select (one ->> 'id')::uuid, number, (row ->> 'fiscalYear')::smallint,
              (row ->> 'plannedYen')::bigint, (row ->> 'settledYen')::bigint, row ->> 'funding',
              row ->> 'note'
            from jsonb_array_elements(:numbers::jsonb) one,
              jsonb_array_elements(one -> 'budget') with ordinality as line (row, number)
            """)
        .param("numbers", numbers)
        .update();
    jdbc.sql(
            """
            insert into practice.figure
            select (one ->> 'id')::uuid, number, row ->> 'indicator', row ->> 'area',
              row ->> 'period', (row ->> 'value')::numeric, row ->> 'unit', row ->> 'kind',
              row ->> 'note'
            from jsonb_array_elements(:numbers::jsonb) one,
              jsonb_array_elements(one -> 'figures') with ordinality as line (row, number)
            """)
        .param("numbers", numbers)
        .update();
  }

  private static Map<String, @Nullable Object> row(Practice practice, @Nullable String digest) {
    Content content = practice.content();
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", practice.id());
    row.put("code", practice.code());
    row.put(
        "organization", practice.organization() == null ? null : practice.organization().value());
    row.put("state", practice.state());
    row.put("version", practice.version());
    row.put("source", practice.source());
    row.put("digest", digest);
    row.put("changed_at", practice.changedAt().toString());
    row.put("prefecture", content.prefecture());
    row.put("name", content.name());
    row.put("name_en", content.nameEn());
    row.put("parent", content.parent());
    row.put("operators", content.operators());
    row.put("area", content.area());
    row.put("area_type", content.areaType());
    row.put("purpose", content.purpose());
    row.put("approach", content.approach());
    row.put("instruments", content.instruments());
    row.put("rules", content.rules());
    row.put("issues", content.issues());
    row.put("proposals", content.proposals());
    row.put("actors", content.actors());
    row.put("systems", content.systems());
    row.put("note", content.note());
    row.put("details", content.details());
    return row;
  }

  private static Practice practice(ResultSet row, int number) throws SQLException {
    UUID organization = row.getObject("organization", UUID.class);
    return new Practice(
        row.getObject("id", UUID.class),
        row.getString("code"),
        organization == null ? null : new OrganizationId(organization),
        PracticeState.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getString("source"),
        row.getObject("changed_at", OffsetDateTime.class),
        content(row));
  }

  private static Content content(ResultSet row) throws SQLException {
    String areaType = row.getString("area_type");
    return new Content(
        row.getString("prefecture"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("parent"),
        texts(row, "operators"),
        row.getString("area"),
        areaType == null ? null : AreaType.valueOf(areaType),
        row.getString("purpose"),
        texts(row, "approach"),
        instruments(row),
        texts(row, "rules"),
        list(row.getString("budget"), new TypeReference<>() {}),
        list(row.getString("figures"), new TypeReference<>() {}),
        texts(row, "issues"),
        texts(row, "proposals"),
        texts(row, "actors"),
        texts(row, "systems"),
        row.getString("note"),
        list(row.getString("details"), new TypeReference<>() {}));
  }

  private static Set<Instrument> instruments(ResultSet row) throws SQLException {
    return texts(row, "instruments").stream().map(Instrument::valueOf).collect(Collectors.toSet());
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return Arrays.asList((String[]) array.getArray());
  }

  private static <T> List<T> list(@Nullable String json, TypeReference<List<T>> type) {
    return json == null ? List.of() : JSON.readValue(json, type);
  }
}
