package tasuki.person;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.identity.AuditDetail;

/** Tells the organisation's auditor why its staff opened persons in an emergency. */
@Component
class EmergencyWords implements AuditDetail {

  private final JdbcClient jdbc;

  EmergencyWords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<UUID, String> of(Collection<UUID> entries) {
    Map<UUID, String> words = new HashMap<>();
    jdbc.sql("select entry, words from person.words_behind(:entries)")
        .param("entries", entries.toArray(UUID[]::new))
        .query(
            row -> {
              words.put(row.getObject("entry", UUID.class), row.getString("words"));
            });
    return words;
  }
}
