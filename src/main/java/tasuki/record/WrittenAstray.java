package tasuki.record;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.incident.Astray;
import tasuki.incident.Look;

/** Says who opened the timeline on which an entry stood by mistake. */
@Component
class WrittenAstray implements Astray {

  static final String SOURCE = "record.entry";

  private final JdbcClient jdbc;

  WrittenAstray(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Look> looks(UUID incident) {
    return jdbc.sql("select * from record.opened_by_mistake(?)")
        .param(incident)
        .query(
            (row, _) ->
                new Look(
                    row.getObject("at", OffsetDateTime.class),
                    row.getString("who"),
                    row.getString("place"),
                    row.getObject("organization", UUID.class)))
        .list();
  }
}
