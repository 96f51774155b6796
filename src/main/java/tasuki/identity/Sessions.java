package tasuki.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends running sessions when what an account signs in with has changed. */
@Component
class Sessions {

  private final JdbcClient jdbc;

  Sessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Signs the account out everywhere, except in the session given. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(UUID account, @Nullable String except) {
    jdbc.sql(
            """
            delete from identity.spring_session
            where principal_name = :account and session_id is distinct from :except
            """)
        .param("account", account.toString())
        .param("except", except, java.sql.Types.VARCHAR)
        .update();
  }
}
