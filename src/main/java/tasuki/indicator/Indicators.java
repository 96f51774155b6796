package tasuki.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.JapanTime;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/**
 * The indicators that the acting account may see. What it may change is decided by the room that
 * knows offices and divisions, in PostgreSQL.
 */
@Service
@Transactional
public class Indicators {

  private final JdbcClient jdbc;
  private final AutomaticValues automatic;
  private final Ids ids;
  private final Clock clock;

  Indicators(JdbcClient jdbc, AutomaticValues automatic, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.automatic = automatic;
    this.ids = ids;
    this.clock = clock;
  }

  /** All that are not retired, and those too if wanted, in the order of their area and name. */
  @Transactional(readOnly = true)
  public List<Indicator> all(boolean retiredToo) {
    return read(
        retiredToo
            ? "select i.* from indicator.indicator i"
            : "select i.* from indicator.indicator i where i.retired_on is null",
        Map.of());
  }

  /** These, as far as they can be seen. */
  @Transactional(readOnly = true)
  public List<Indicator> of(Collection<IndicatorId> wanted) {
    return read(
        "select i.* from indicator.indicator i where i.id = any (:wanted)",
        Map.of("wanted", wanted.stream().map(IndicatorId::value).toArray(UUID[]::new)));
  }

  /**
   * One.
   *
   * @throws AbsentException when there is none that can be seen
   */
  @Transactional(readOnly = true)
  public Indicator get(IndicatorId id) {
    List<Indicator> found = of(List.of(id));
    if (found.isEmpty()) {
      throw new AbsentException("indicator");
    }
    return found.getFirst();
  }

  /** The one that a list calls so, retired or not. */
  @Transactional(readOnly = true)
  public Optional<Indicator> named(UUID organization, String area, String name) {
    return read(
            """
            select i.* from indicator.indicator i
            where i.organization = :organization and i.known_as = :name
            """,
            Map.of("organization", organization, "name", knownAs(area, name)))
        .stream()
        .findFirst();
  }

  /** Area and name without what spelling and marks (【再掲】, (R6指標), ※1) add to them. */
  public static String knownAs(String area, String name) {
    return plain(area) + "/" + plain(name);
  }

  private static String plain(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFKC)
        .replaceAll("【再掲】|\\(再掲\\)|\\((R\\d+|令和\\d+年度)指標\\)|\\(※\\d+\\)|※\\d+|\\s+", "");
  }

  private List<Indicator> read(String select, Map<String, ?> parameters) {
    record Head(UUID id, Indicator empty) {}
    List<Head> heads =
        jdbc.sql(select + " order by i.area, i.known_as, i.id")
            .params(parameters)
            .query((row, _) -> new Head(row.getObject("id", UUID.class), head(row)))
            .list();
    UUID[] wanted = heads.stream().map(Head::id).toArray(UUID[]::new);
    Map<UUID, List<Definition>> definitions =
        grouped(
            """
            select d.indicator as owner, d.* from indicator.definition d
            where d.indicator = any (:wanted) order by d.valid_from, d.at, d.id
            """,
            wanted,
            IndicatorRows::definition);
    Map<UUID, List<Series>> series =
        grouped(
            """
            select s.indicator as owner, s.* from indicator.series s
            where s.indicator = any (:wanted) order by s.place, s.id
            """,
            wanted,
            IndicatorRows::series);
    Map<UUID, List<Target>> targets =
        grouped(inForce("target", "year"), wanted, IndicatorRows::target);
    Map<UUID, List<Actual>> actuals =
        grouped(inForce("actual", "year"), wanted, IndicatorRows::actual);
    Map<UUID, List<ComparatorValue>> comparators =
        grouped(inForce("comparator", "name, as_of"), wanted, IndicatorRows::comparator);
    List<Indicator> found = new ArrayList<>();
    for (Head head : heads) {
      List<Indicator.Line> lines =
          of(series, head.id()).stream()
              .map(
                  one ->
                      new Indicator.Line(
                          one,
                          of(targets, one.id()),
                          of(actuals, one.id()),
                          of(comparators, one.id())))
              .toList();
      found.add(automatic.fill(whole(head.empty(), onePerDay(of(definitions, head.id())), lines)));
    }
    return found;
  }

  private static String inForce(String figure, String order) {
    return """
        select f.series as owner, f.* from indicator.%s_in_force f
        where f.indicator = any (:wanted) order by %s
        """
        .formatted(figure, order);
  }

  /** Of definitions that begin on one day the one entered last counts. */
  private static List<Definition> onePerDay(List<Definition> definitions) {
    Map<LocalDate, Definition> last = new java.util.LinkedHashMap<>();
    definitions.forEach(one -> last.put(one.validFrom(), one));
    return List.copyOf(last.values());
  }

  private <T> Map<UUID, List<T>> grouped(String select, UUID[] wanted, RowMapper<T> mapper) {
    Map<UUID, List<T>> grouped = new HashMap<>();
    jdbc.sql(select)
        .param("wanted", wanted)
        .query(
            (row, number) ->
                grouped
                    .computeIfAbsent(row.getObject("owner", UUID.class), _ -> new ArrayList<>())
                    .add(mapper.mapRow(row, number)))
        .list();
    return grouped;
  }

  private static <T> List<T> of(Map<UUID, List<T>> grouped, UUID owner) {
    return List.copyOf(grouped.getOrDefault(owner, List.of()));
  }

  private static Indicator head(ResultSet row) throws SQLException {
    return new Indicator(
        new IndicatorId(row.getObject("id", UUID.class)),
        row.getObject("organization", UUID.class),
        row.getObject("division", UUID.class),
        row.getString("area"),
        row.getBoolean("published"),
        row.getObject("retired_on", LocalDate.class),
        row.getInt("version"),
        List.of(),
        List.of());
  }

  private static Indicator whole(
      Indicator head, List<Definition> definitions, List<Indicator.Line> lines) {
    return new Indicator(
        head.id(),
        head.organization(),
        head.division(),
        head.area(),
        head.published(),
        head.retiredOn(),
        head.version(),
        definitions,
        lines);
  }

  /**
   * Sets an indicator up.
   *
   * @throws RefusedException when the organisation has one of that name and area
   */
  public IndicatorId setUp(NewIndicator indicator, Definition definition, List<String> labels) {
    IndicatorId id = new IndicatorId(ids.next());
    try {
      jdbc.sql(
              """
              insert into indicator.indicator (id, organization, division, area, known_as,
                published)
              values (:id, :organization, :division::uuid, :area, :known, :published)
              """)
          .param("id", id.value())
          .param("organization", indicator.organization())
          .param("division", indicator.division())
          .param("area", indicator.area())
          .param("known", knownAs(indicator.area(), definition.name()))
          .param("published", indicator.published())
          .update();
    } catch (DuplicateKeyException twice) {
      throw RefusedException.because("indicator.refused.twice", definition.name());
    }
    define(id, definition);
    labels.forEach(label -> series(id, label));
    return id;
  }

  /** Adds a version of the definition. */
  public void define(IndicatorId indicator, Definition definition) {
    Formula formula = definition.formula();
    jdbc.sql(
            """
            insert into indicator.definition (id, indicator, valid_from, name_ja, name_en, text,
              unit, direction, decimals, source, breaks, measure, measured_in, scale, at)
            values (:id, :indicator, :from, :name, :english, :text, :unit, :direction, :decimals,
              :source, :breaks, :measure, :area::uuid, :scale::numeric, :at)
            """)
        .param("id", ids.next())
        .param("indicator", indicator.value())
        .param("from", definition.validFrom())
        .param("name", definition.name())
        .param("english", definition.nameEnglish())
        .param("text", definition.text())
        .param("unit", definition.unit())
        .param("direction", definition.direction().name())
        .param("decimals", definition.decimals())
        .param("source", definition.source())
        .param("breaks", definition.breaks())
        .param("measure", formula == null ? null : formula.measure().value())
        .param("area", formula == null || formula.area() == null ? null : formula.area().value())
        .param("scale", formula == null ? null : formula.scale())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** The series of that label, made if there is none; the empty label is that of an only one. */
  public UUID series(IndicatorId indicator, String label) {
    return jdbc.sql("select id from indicator.series where indicator = ? and label = ?")
        .params(indicator.value(), label)
        .query(UUID.class)
        .optional()
        .orElseGet(
            () -> {
              UUID id = ids.next();
              jdbc.sql(
                      """
                      insert into indicator.series (id, indicator, label, place)
                      select :id, :indicator, :label, count(*) from indicator.series
                      where indicator = :indicator
                      """)
                  .param("id", id)
                  .param("indicator", indicator.value())
                  .param("label", label)
                  .update();
              return id;
            });
  }

  /**
   * Changes who is in charge, whether everybody may see it and whether it is followed.
   *
   * @param version as it was when somebody began to change it
   * @throws RefusedException when somebody was quicker, or it is another division's
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(
      IndicatorId id, int version, @Nullable UUID division, boolean published, boolean retired) {
    int changed =
        jdbc.sql(
                """
                update indicator.indicator set division = :division::uuid, published = :published,
                  version = version + 1,
                  retired_on = case when :retired then coalesce(retired_on, :today::date) end
                where id = :id and version = :version
                """)
            .param("id", id.value())
            .param("version", version)
            .param("division", division)
            .param("published", published)
            .param("retired", retired)
            .param("today", JapanTime.today(clock))
            .update();
    if (changed == 0) {
      throw RefusedException.because("indicator.refused.quicker");
    }
  }

  /**
   * Notes that somebody writes about an indicator as it was when they began.
   *
   * @throws RefusedException when somebody was quicker, or it is another division's
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void touch(IndicatorId id, int version) {
    int changed =
        jdbc.sql(
                """
                update indicator.indicator set version = version + 1
                where id = ? and version = ?
                """)
            .params(id.value(), version)
            .update();
    if (changed == 0) {
      throw RefusedException.because("indicator.refused.quicker");
    }
  }
}
