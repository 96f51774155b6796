package tasuki.sample;

import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the organisations on the map, around the middle of the ground they lie on. The whole
 * prefecture lies in the open sea, so that nobody takes it for a real one.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SamplePlaces {

  /** Degrees from the middle to the farthest. */
  private static final double SPREAD = 0.012;

  private final JdbcClient jdbc;
  private final SampleKeys keys;

  SamplePlaces(JdbcClient jdbc, SampleKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  /** Gives every organisation of the own ground a point, unless it has one. */
  public void put() {
    Map<String, SampleRow> places =
        SampleRow.all("places").stream()
            .collect(Collectors.toMap(row -> row.get("unit"), Function.identity()));
    for (SampleRow row : SampleRow.all("organizations")) {
      SampleRow place = places.get(row.get("unit"));
      if (place != null) {
        Random random = new Random(row.get("key").hashCode());
        jdbc.sql(
                """
                update directory.organization set latitude = ?, longitude = ?,
                  position_precision = 'POINT', position_source = '見本'
                where id = ? and latitude is null
                """)
            .params(degrees(place, "latitude", random), degrees(place, "longitude", random))
            .param(keys.organization(row.get("key")).value())
            .update();
      }
    }
  }

  private static double degrees(SampleRow place, String name, Random random) {
    double middle = Double.parseDouble(place.get(name));
    return Math.round((middle + (2 * random.nextDouble() - 1) * SPREAD) * 1e6) / 1e6;
  }
}
