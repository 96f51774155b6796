package tasuki.directory;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes which organisations the search has to read again. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SearchChanges {

  private final JdbcClient jdbc;

  SearchChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is told of these organisations has changed in the running transaction. */
  public void note(Collection<OrganizationId> organizations) {
    if (organizations.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into directory.search_change (organization) select unnest(:ids::uuid[])
            """)
        .param("ids", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .update();
  }

  /** What is told of every organisation that some work has touched has changed. */
  public void noteTouched(UUID work) {
    jdbc.sql(
            """
            insert into directory.search_change (organization)
            select distinct organization from directory.touched where work = ?
            """)
        .param(work)
        .update();
  }
}
