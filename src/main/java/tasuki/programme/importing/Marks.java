package tasuki.programme.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.programme.YearId;

/** Reads how programmes' years stand. */
@Component
class Marks {

  private final JdbcClient jdbc;

  Marks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How these years stand; one that was left out meanwhile does not. */
  Map<YearId, Trace.Mark> of(Collection<YearId> years) {
    Map<YearId, Trace.Mark> marks = new HashMap<>();
    jdbc.sql(
            """
            select y.id, y.version, (select c.id from programme.amount_change c
              where c.year = y.id order by c.id desc limit 1) as change
            from programme.year y where y.id = any (?::uuid[])
            """)
        .param(years.stream().map(YearId::value).toArray(UUID[]::new))
        .query(
            row -> {
              marks.put(
                  new YearId(row.getObject("id", UUID.class)),
                  new Trace.Mark(row.getInt("version"), row.getObject("change", UUID.class)));
            });
    return marks;
  }
}
