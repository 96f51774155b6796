package tasuki.directory.listing;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The middles of towns and municipalities, as the points of the organisations there tell them: the
 * position of whoever has none that is believed, and said to be no more than that.
 */
@Repository
class MiddlePositions {

  private static final int ENOUGH_OF_A_TOWN = 3;
  private static final int ENOUGH_OF_A_MUNICIPALITY = 5;

  private final JdbcClient jdbc;

  MiddlePositions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Computes the middles anew wherever a point has changed, and gives them to those without. */
  void find(UUID work) {
    middle("base_unit", ENOUGH_OF_A_MUNICIPALITY, work);
    middle("town_key", ENOUGH_OF_A_TOWN, work);
    give("o.town_key", "TOWN", work);
    give("o.base_unit", "MUNICIPALITY", work);
  }

  private void middle(String place, int enough, UUID work) {
    jdbc.sql(
            """
            insert into directory.middle (place, latitude, longitude, points)
            select l.%1$s, percentile_disc(0.5) within group (order by l.latitude),
              percentile_disc(0.5) within group (order by l.longitude), count(*)
            from directory.listing l
            where l.until is null and l.position_precision = 'POINT' and l.%1$s <> ''
              and l.%1$s in (select i.%1$s from directory.incoming i
                where i.work = :work and i.position_precision = 'POINT')
            group by l.%1$s having count(*) >= :enough
            on conflict (place) do update set latitude = excluded.latitude,
              longitude = excluded.longitude, points = excluded.points
            """
                .formatted(place))
        .param("work", work)
        .param("enough", enough)
        .update();
  }

  private void give(String place, String precision, UUID work) {
    jdbc.sql(
            """
            with given as (
              update directory.organization o set latitude = m.latitude, longitude = m.longitude,
                position_precision = :precision, position_source = 'MIDDLE',
                version = o.version + 1
              from directory.middle m
              where m.place = %s and o.latitude is null and o.closed_on is null
                and (o.id in (select t.organization from directory.touched t where t.work = :work)
                  or o.base_unit in (select i.base_unit from directory.incoming i
                    where i.work = :work and i.position_precision = 'POINT'))
              returning o.id
            )
            insert into directory.touched (work, organization, made)
            select :work, g.id, false from given g
            where not exists (select from directory.touched t
              where t.work = :work and t.organization = g.id)
            """
                .formatted(place))
        .param("precision", precision)
        .param("work", work)
        .update();
  }
}
