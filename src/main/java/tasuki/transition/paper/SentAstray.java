package tasuki.transition.paper;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.incident.Astray;
import tasuki.incident.Look;

/** Says who opened a form that went to the wrong place, or confirmed its paper by the code. */
@Component
class SentAstray implements Astray {

  static final String SOURCE = "transition.document";

  private final JdbcClient jdbc;

  SentAstray(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Look> looks(UUID incident) {
    return jdbc.sql("select * from transition.opened_by_mistake(?)")
        .param(incident)
        .query(
            (row, _) ->
                new Look(
                    row.getObject("at", OffsetDateTime.class),
                    row.getString("who"),
                    row.getString("place"),
                    null))
        .list();
  }
}
