package tasuki.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.area.AreaId;
import tasuki.calendar.FiscalYear;
import tasuki.directory.OrganizationId;
import tasuki.identity.DivisionId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads programmes' years with all that belongs to them, in one statement. */
@Component
class YearRows {

  private static final String ALL =
      """
      select y.*, e.fiscal_year, b.planned, b.supplementary, b.carried_in, b.carried_out,
        b.transferred, b.committed, b.settled, b.settled_until,
        (select json_agg(json_build_object('heading', p.heading, 'position', p.position, 'repost', p.repost,
           'service', p.service) order by p.repost, p.position)
         from programme.placement p where p.year = y.id) as placements,
        (select json_agg(json_build_object('mark', f.mark, 'share', f.share) order by s.position)
         from programme.funding f
         join programme.source s on s.organization = f.organization and s.mark = f.mark
         where f.year = y.id) as funding,
        (select json_agg(json_build_object('name', o.name, 'organization', o.operator)
           order by o.name)
         from programme.operator o where o.year = y.id) as operators
      from programme.year y
      join programme.edition e on e.id = y.edition
      join programme.balance b on b.year = y.id
      where %s
      order by e.fiscal_year, y.number
      """;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  YearRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of which the condition holds, by fiscal year and number. */
  List<ProgrammeYear> where(String condition, Object value) {
    return jdbc.sql(ALL.formatted(condition)).param(value).query(YearRows::year).list();
  }

  private static ProgrammeYear year(ResultSet row, int number) throws SQLException {
    return new ProgrammeYear(
        new YearId(row.getObject("id", UUID.class)),
        new ProgrammeId(row.getObject("programme", UUID.class)),
        new EditionId(row.getObject("edition", UUID.class)),
        new FiscalYear(row.getInt("fiscal_year")),
        entry(row),
        money(row),
        row.getInt("version"));
  }

  private static YearEntry entry(ResultSet row) throws SQLException {
    String execution = row.getString("execution");
    UUID area = row.getObject("area", UUID.class);
    return new YearEntry(
        row.getInt("number"),
        row.getString("name"),
        row.getString("purpose"),
        row.getString("content"),
        execution == null ? null : Execution.valueOf(execution),
        Standing.valueOf(row.getString("standing")),
        row.getObject("first_year", Integer.class),
        row.getObject("last_year", Integer.class),
        new DivisionId(row.getObject("division", UUID.class)),
        row.getString("division_words"),
        area == null ? null : new AreaId(area),
        row.getString("remark"),
        placements(row.getString("placements")),
        funding(row.getString("funding")),
        operators(row.getString("operators")));
  }

  /** The money of a row that has the columns of {@code programme.balance}. */
  static Money money(ResultSet row) throws SQLException {
    LocalDate until = row.getObject("settled_until", LocalDate.class);
    return new Money(
        row.getLong("planned"),
        row.getLong("supplementary"),
        row.getLong("carried_in"),
        row.getLong("carried_out"),
        row.getLong("transferred"),
        row.getLong("committed"),
        row.getObject("settled", Long.class),
        until == null ? null : YearMonth.from(until));
  }

  private static List<Placement> placements(@Nullable String json) {
    List<Placement> placements = new ArrayList<>();
    for (JsonNode one : nodes(json)) {
      placements.add(
          new Placement(
              new HeadingId(UUID.fromString(one.get("heading").asString())),
              one.get("position").asInt(),
              one.get("repost").asBoolean(),
              text(one.get("service"))));
    }
    return placements;
  }

  private static List<Funding> funding(@Nullable String json) {
    List<Funding> funding = new ArrayList<>();
    for (JsonNode one : nodes(json)) {
      JsonNode share = one.get("share");
      funding.add(
          new Funding(one.get("mark").asString(), share.isNull() ? null : share.decimalValue()));
    }
    return funding;
  }

  private static List<Operator> operators(@Nullable String json) {
    List<Operator> operators = new ArrayList<>();
    for (JsonNode one : nodes(json)) {
      String organization = text(one.get("organization"));
      operators.add(
          new Operator(
              one.get("name").asString(),
              organization == null ? null : new OrganizationId(UUID.fromString(organization))));
    }
    return operators;
  }

  private static Iterable<JsonNode> nodes(@Nullable String json) {
    return json == null ? List.of() : JSON.readTree(json);
  }

  private static @Nullable String text(JsonNode node) {
    return node.isNull() ? null : node.asString();
  }
}
