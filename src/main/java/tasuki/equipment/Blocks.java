package tasuki.equipment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** Days on which an owner keeps a thing back: repair, inspection, own use. */
@Service
@Transactional
public class Blocks {

  /** Such days. */
  public record Block(UUID id, BlockReason reason, Days days, @Nullable String note) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final Things things;
  private final Loans loans;
  private final Steps steps;

  Blocks(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      AuditLog audit,
      Things things,
      Loans loans,
      Steps steps) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.things = things;
    this.loans = loans;
    this.steps = steps;
  }

  /**
   * Keeps a thing back on these days.
   *
   * @param cancelling whether bookings of these days are given up for it, and their borrowers told
   * @throws RefusedException when the thing is booked or out on one of the days
   */
  public void block(
      ThingId thing, Days days, BlockReason reason, @Nullable String note, boolean cancelling) {
    things.own(thing);
    if (days.first().isBefore(JapanTime.today(clock))) {
      throw RefusedException.because("equipment.refused.past");
    }
    if (cancelling) {
      loans.of(thing, days).stream()
          .filter(loan -> loan.state() == LoanState.BOOKED)
          .forEach(loan -> loans.cancel(loan.id(), note == null ? reason.name() : note));
    }
    UUID id = ids.next();
    if (!loans.take(id, thing, days)) {
      throw RefusedException.because("equipment.refused.booked-meanwhile");
    }
    jdbc.sql(
            """
            insert into equipment.block (id, thing, reason, first_day, last_day, note)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(id, thing.value(), reason.name(), days.first(), days.last())
        .param(note)
        .update();
    steps.write(thing, null, StepKind.BLOCKED, null, note);
    audit.changed("equipment.blocked", thing.value(), List.of(), reason.name());
  }

  /**
   * Lends the thing again from today on.
   *
   * @throws AbsentException when the acting organisation has no such block that is not over
   */
  public void end(ThingId thing, UUID block) {
    LocalDate today = JapanTime.today(clock);
    Block found =
        current(thing).stream()
            .filter(one -> one.id().equals(block))
            .findFirst()
            .orElseThrow(() -> new AbsentException("block"));
    if (found.days().first().isBefore(today)) {
      Days past = new Days(found.days().first(), today.minusDays(1));
      jdbc.sql("update equipment.taken set days = ?::daterange where id = ?")
          .params(past.range(), block)
          .update();
    } else {
      jdbc.sql("delete from equipment.taken where id = ?").param(block).update();
    }
    jdbc.sql("update equipment.block set ended_on = ? where id = ?").params(today, block).update();
    steps.write(thing, null, StepKind.UNBLOCKED, null, null);
    audit.changed("equipment.unblocked", thing.value(), List.of(), null);
  }

  /** The blocks of an own thing that are not over, in their order; nothing for others. */
  @Transactional(readOnly = true)
  public List<Block> current(ThingId thing) {
    return jdbc.sql(
            """
            select * from equipment.block
            where thing = ? and ended_on is null and last_day >= ?
            order by first_day, id
            """)
        .params(thing.value(), JapanTime.today(clock))
        .query(
            (row, _) ->
                new Block(
                    row.getObject("id", UUID.class),
                    BlockReason.valueOf(row.getString("reason")),
                    Things.days(row),
                    row.getString("note")))
        .list();
  }
}
