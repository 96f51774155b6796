package tasuki.insight.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.calendar.JapanTime;
import tasuki.directory.Facet;
import tasuki.directory.FacetSource;
import tasuki.directory.Middles;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Position;

/** The own ground with its middles, and who offers what on it and just beyond its border. */
@Service
@Transactional(readOnly = true)
class Ground {

  /** By which the room that knows says that somebody is reached at night. */
  static final String NIGHT = "offer:night";

  /** So much beyond the border, in degrees: a little more than the 16 kilometres of a visit. */
  private static final double BEYOND = 0.25;

  private static final int AT_ONCE = 2_000;

  /**
   * A base unit.
   *
   * @param middle the median of the points of the organisations that lie there; null without any
   * @param points how many points that were
   */
  record Unit(BaseUnit unit, @Nullable Position middle, int points) {
    String code() {
      return unit.code();
    }
  }

  /**
   * Somebody who offers the service asked for.
   *
   * @param night whether at night too
   */
  record Provider(
      OrganizationId id,
      String name,
      @Nullable String baseUnit,
      @Nullable Position position,
      boolean night) {}

  private final JdbcClient jdbc;
  private final Areas areas;
  private final Middles middles;
  private final Clock clock;
  private final ObjectProvider<FacetSource> sources;

  Ground(
      JdbcClient jdbc,
      Areas areas,
      Middles middles,
      Clock clock,
      ObjectProvider<FacetSource> sources) {
    this.jdbc = jdbc;
    this.areas = areas;
    this.middles = middles;
    this.clock = clock;
    this.sources = sources;
  }

  /** The base units of the own ground, in the order of their codes. */
  public List<Unit> units() {
    List<BaseUnit> all = areas.baseUnits(today());
    Map<String, Middles.Middle> found = middles.of(all.stream().map(BaseUnit::code).toList());
    return all.stream()
        .map(
            unit -> {
              Middles.Middle middle = found.get(unit.code());
              return middle == null
                  ? new Unit(unit, null, 0)
                  : new Unit(unit, middle.position(), middle.points());
            })
        .toList();
  }

  /** Everything a room knows one may ask for, by code. */
  public Map<String, Facet> facets() {
    Map<String, Facet> facets = new LinkedHashMap<>();
    sources
        .orderedStream()
        .flatMap(source -> source.facets().stream())
        .forEach(facet -> facets.putIfAbsent(facet.code(), facet));
    return facets;
  }

  /** Whether any room knows who is reached at night. */
  public boolean knowsNights() {
    return facets().containsKey(NIGHT);
  }

  /** Organisations of the kind on the ground and just beyond its border. */
  public List<Provider> ofKind(OrganizationKind kind, List<Unit> units) {
    List<Provider> all = organizations(units, Optional.of(kind));
    Map<OrganizationId, Set<String>> codes = codes(all);
    return all.stream()
        .map(one -> atNight(one, codes.getOrDefault(one.id(), Set.of()).contains(NIGHT)))
        .toList();
  }

  /** Organisations for which the facet holds, on the ground and just beyond its border. */
  public List<Provider> offering(String facet, List<Unit> units) {
    List<Provider> all = organizations(units, Optional.empty());
    Map<OrganizationId, Set<String>> codes = codes(all);
    return all.stream()
        .filter(one -> codes.getOrDefault(one.id(), Set.of()).contains(facet))
        .map(one -> atNight(one, codes.getOrDefault(one.id(), Set.of()).contains(NIGHT)))
        .toList();
  }

  private static Provider atNight(Provider one, boolean night) {
    return new Provider(one.id(), one.name(), one.baseUnit(), one.position(), night);
  }

  private Map<OrganizationId, Set<String>> codes(List<Provider> all) {
    Map<OrganizationId, Set<String>> codes = new HashMap<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<OrganizationId> some =
          all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
              .map(Provider::id)
              .toList();
      sources
          .orderedStream()
          .forEach(
              source ->
                  source
                      .of(some)
                      .forEach(
                          (id, found) ->
                              codes
                                  .computeIfAbsent(id, _ -> new java.util.HashSet<>())
                                  .addAll(found)));
    }
    return codes;
  }

  private List<Provider> organizations(List<Unit> units, Optional<OrganizationKind> kind) {
    if (units.isEmpty()) {
      return List.of();
    }
    List<Position> places =
        units.stream().flatMap(unit -> Optional.ofNullable(unit.middle()).stream()).toList();
    return jdbc.sql(
            """
            select id, name, base_unit, latitude, longitude, position_precision, position_source
            from directory.organization
            where kind <> 'PERSON_AND_FAMILY' and (:kind::text is null or kind = :kind)
              and opened_on <= :today and (closed_on is null or closed_on > :today)
              and (base_unit in (:units) or latitude between :south and :north
                and longitude between :west and :east)
            order by kana, id
            """)
        .param("kind", kind.map(Enum::name).orElse(null))
        .param("today", today())
        .param("units", units.stream().map(Unit::code).toList())
        .param("south", places.stream().mapToDouble(Position::latitude).min().orElse(0) - BEYOND)
        .param("north", places.stream().mapToDouble(Position::latitude).max().orElse(0) + BEYOND)
        .param("west", places.stream().mapToDouble(Position::longitude).min().orElse(0) - BEYOND)
        .param("east", places.stream().mapToDouble(Position::longitude).max().orElse(0) + BEYOND)
        .query(Ground::provider)
        .list();
  }

  private static Provider provider(ResultSet row, int number) throws SQLException {
    String precision = row.getString("position_precision");
    Position position =
        precision == null
            ? null
            : new Position(
                row.getDouble("latitude"),
                row.getDouble("longitude"),
                Position.Precision.valueOf(precision),
                row.getString("position_source"));
    return new Provider(
        new OrganizationId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("base_unit"),
        position,
        false);
  }

  private LocalDate today() {
    return JapanTime.today(clock);
  }
}
