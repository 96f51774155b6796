package tasuki.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.Acting;
import tasuki.kernel.RefusedException;

/** Who looks after the shared inbox of the acting organisation (担当), and who stands in (代理). */
@Service
@Transactional
public class Inboxes {

  /**
   * Who looks after it.
   *
   * @param inCharge null: it is everybody's
   * @param standIn who does instead from one day to another, both included
   */
  public record Charge(
      @Nullable UUID inCharge,
      @Nullable UUID standIn,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final AuditLog audit;

  Inboxes(JdbcClient jdbc, Clock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /** What was said last. */
  @Transactional(readOnly = true)
  public Optional<Charge> find() {
    return jdbc.sql("select * from notice.inbox where organization = kernel.organization()")
        .query(
            (row, _) ->
                new Charge(
                    row.getObject("in_charge", UUID.class),
                    row.getObject("stand_in", UUID.class),
                    row.getObject("stand_in_from", LocalDate.class),
                    row.getObject("stand_in_until", LocalDate.class)))
        .optional();
  }

  /**
   * Says who looks after it.
   *
   * @throws RefusedException when a stand-in has no days, or nobody is there to stand in for
   */
  public void charge(Charge charge) {
    boolean days = charge.from() != null && charge.until() != null;
    if (charge.standIn() != null && (!days || charge.inCharge() == null)) {
      throw RefusedException.because("notice.refused.stand-in-days");
    }
    jdbc.sql(
            """
            insert into notice.inbox (in_charge, stand_in, stand_in_from, stand_in_until, changed_at)
            values (:inCharge, :standIn, :from, :until, :now)
            on conflict (organization) do update set in_charge = excluded.in_charge,
              stand_in = excluded.stand_in, stand_in_from = excluded.stand_in_from,
              stand_in_until = excluded.stand_in_until, changed_at = excluded.changed_at
            """)
        .param("inCharge", charge.inCharge())
        .param("standIn", charge.standIn())
        .param("from", charge.standIn() == null ? null : charge.from())
        .param("until", charge.standIn() == null ? null : charge.until())
        .param("now", OffsetDateTime.now(clock))
        .update();
    audit.changed("notice.inbox-charged", Acting.organization(), List.of(), null);
  }
}
