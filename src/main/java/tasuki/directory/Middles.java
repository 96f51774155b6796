package tasuki.directory;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.BaseUnit;
import tasuki.calendar.JapanTime;

/**
 * Where the middle of a base unit is, as far as the directory itself tells: the median of what lies
 * in it and is known to the building. So distances count from where people and services are, not
 * from the middle of a mountain.
 */
@Service
@Transactional(readOnly = true)
public class Middles {

  /** The source of such a position. */
  public static final String SOURCE = "MIDDLE";

  private final JdbcClient jdbc;
  private final Clock clock;

  Middles(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The middle of a base unit.
   *
   * @param points of how many organisations it is the median
   */
  public record Middle(Position position, int points) {}

  /** The middle of a base unit; empty where nothing in it is known to the building. */
  public Optional<Position> of(String baseUnit) {
    return Optional.ofNullable(of(List.of(baseUnit)).get(baseUnit)).map(Middle::position);
  }

  /**
   * The middles of base units by their codes, without those in which nothing is known to the
   * building: the median of each coordinate, so that one point far out does not move it.
   */
  public Map<String, Middle> of(Collection<String> baseUnits) {
    Map<String, Middle> middles = new HashMap<>();
    if (baseUnits.isEmpty()) {
      return middles;
    }
    jdbc.sql(
            """
            select unit.code, unit.kind, count(*) as points,
              percentile_cont(0.5) within group (order by latitude) as latitude,
              percentile_cont(0.5) within group (order by longitude) as longitude
            from area.base_unit unit
            join directory.organization one on one.base_unit = unit.code
              and one.position_precision = 'POINT'
              and (one.closed_on is null or one.closed_on > :today)
            where unit.code in (:units) group by unit.code, unit.kind
            """)
        .param("units", baseUnits)
        .param("today", JapanTime.today(clock))
        .query(
            row -> {
              Position position =
                  new Position(
                      row.getDouble("latitude"),
                      row.getDouble("longitude"),
                      precision(BaseUnit.Kind.valueOf(row.getString("kind"))),
                      SOURCE);
              middles.put(row.getString("code"), new Middle(position, row.getInt("points")));
            });
    return middles;
  }

  private static Position.Precision precision(BaseUnit.Kind kind) {
    return switch (kind) {
      case TOWN, LIVING_PART -> Position.Precision.TOWN;
      case MUNICIPALITY, WARD, FORMER_MUNICIPALITY -> Position.Precision.MUNICIPALITY;
    };
  }
}
