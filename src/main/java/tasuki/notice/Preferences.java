package tasuki.notice;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.Acting;

/** How the acting account wants mail about each kind of notice. */
@Service
@Transactional
public class Preferences {

  private final JdbcClient jdbc;
  private final NoticeBox box;
  private final AuditLog audit;
  private final boolean mails;

  Preferences(JdbcClient jdbc, NoticeBox box, AuditLog audit, MailSettings settings) {
    this.jdbc = jdbc;
    this.box = box;
    this.audit = audit;
    this.mails = settings.configured();
  }

  /** Whether this installation sends mail at all. */
  public boolean mails() {
    return mails;
  }

  /** What is chosen, by the code of the kind. */
  @Transactional(readOnly = true)
  public Map<String, How> chosen() {
    Map<String, How> chosen = new HashMap<>();
    box.kinds().forEach(kind -> chosen.put(kind.code(), kind.how()));
    jdbc.sql("select kind, how from notice.preference where account = kernel.account()")
        .query(
            row -> {
              chosen.computeIfPresent(row.getString("kind"), (_, _) -> valueOf(row));
            });
    return chosen;
  }

  private static How valueOf(java.sql.ResultSet row) {
    try {
      return How.valueOf(row.getString("how"));
    } catch (java.sql.SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Chooses for these kinds; mail of a compulsory kind is never turned off. */
  public void choose(Map<String, How> wanted) {
    for (NoticeKind kind : box.kinds()) {
      How how = wanted.get(kind.code());
      if (how != null && !(kind.compulsory() && how == How.NEVER)) {
        jdbc.sql(
                """
                insert into notice.preference (kind, how) values (:kind, :how)
                on conflict (account, kind) do update set how = excluded.how
                """)
            .param("kind", kind.code())
            .param("how", how.name())
            .update();
      }
    }
    audit.changed("notice.preferences", Acting.account(), java.util.List.of(), null);
  }

  /** Whether the last mail to the acting account could not be delivered. */
  @Transactional(readOnly = true)
  public boolean lastMailFailed() {
    return jdbc.sql(
            """
            select coalesce((select dropped_at is not null from notice.mail
              where account = kernel.account() and (sent_at is not null or dropped <> 'READ')
              order by coalesce(sent_at, dropped_at) desc limit 1), false)
            """)
        .query(Boolean.class)
        .single();
  }
}
