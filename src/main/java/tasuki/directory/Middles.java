package tasuki.directory;

import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

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

  /** Units as large as a municipality; others are towns or smaller. */
  private static final Set<String> COARSE = Set.of("MUNICIPALITY", "WARD", "FORMER_MUNICIPALITY");

  private final JdbcClient jdbc;

  Middles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The middle of a base unit; empty where nothing in it is known to the building. */
  public Optional<Position> of(String baseUnit) {
    return jdbc.sql(
            """
            select unit.kind,
              percentile_cont(0.5) within group (order by latitude) as latitude,
              percentile_cont(0.5) within group (order by longitude) as longitude
            from area.base_unit unit
            join directory.organization one on one.base_unit = unit.code
              and one.position_precision = 'POINT' and one.closed_on is null
            where unit.code = ? group by unit.kind
            """)
        .param(baseUnit)
        .query(
            (row, _) ->
                new Position(
                    row.getDouble("latitude"),
                    row.getDouble("longitude"),
                    !COARSE.contains(row.getString("kind"))
                        ? Position.Precision.TOWN
                        : Position.Precision.MUNICIPALITY,
                    SOURCE))
        .optional();
  }
}
