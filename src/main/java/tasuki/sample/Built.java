package tasuki.sample;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Remembers what of the sample prefecture stands, so that building goes on where it stopped. */
@Component
class Built {

  private final JdbcClient jdbc;

  Built(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Marks the part as built, together with the change that builds it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void mark(String part, @Nullable UUID id) {
    jdbc.sql("insert into sample.built (part, id) values (:part, :id)")
        .param("part", part)
        .param("id", id, java.sql.Types.OTHER)
        .update();
  }

  /** Whether the part stands. */
  @Transactional(readOnly = true)
  public boolean stands(String part) {
    return jdbc.sql("select exists (select from sample.built where part = ?)")
        .param(part)
        .query(Boolean.class)
        .single();
  }

  /** The id of what was built as the part. */
  @Transactional(readOnly = true)
  public Optional<UUID> id(String part) {
    return jdbc.sql("select id from sample.built where part = ? and id is not null")
        .param(part)
        .query(UUID.class)
        .optional();
  }
}
