package tasuki.equipment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.calendar.JapanTime;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/**
 * Reminds of what comes back tomorrow, of what should have come back (the day after and a week
 * later) and of inspections that run out. Each step is told once, whichever node comes first.
 */
@Component
class LoanBell {

  private static final int WEEK = 7;
  private static final int INSPECTION_AHEAD = 30;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Loans loans;
  private final Things things;
  private final LoanNotices notices;
  private final TransactionTemplate transaction;

  LoanBell(
      JdbcClient jdbc,
      Clock clock,
      Loans loans,
      Things things,
      LoanNotices notices,
      PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.loans = loans;
    this.things = things;
    this.notices = notices;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  @Scheduled(fixedDelay = 300_000, initialDelay = 60_000)
  void ring() {
    Acting.run(
        new Actor.Job("loans"),
        () -> {
          LocalDate today = JapanTime.today(clock);
          loansOut(today)
              .forEach(loan -> transaction.executeWithoutResult(_ -> tellLoan(loan, today)));
          inspections(today)
              .forEach(
                  thing -> transaction.executeWithoutResult(_ -> tellInspection(thing, today)));
        });
  }

  private List<UUID> loansOut(LocalDate today) {
    return ids("select id from equipment.loan where state = 'OUT' and last_day <= ?", today, 1);
  }

  private List<UUID> inspections(LocalDate today) {
    return ids(
        "select id from equipment.thing where retired_on is null and inspection_due <= ?",
        today,
        INSPECTION_AHEAD);
  }

  private List<UUID> ids(String sql, LocalDate today, int ahead) {
    List<UUID> found =
        transaction.execute(
            _ ->
                jdbc.sql(sql)
                    .param(today.plusDays(ahead))
                    .query((row, _) -> row.getObject(1, UUID.class))
                    .list());
    return found == null ? List.of() : found;
  }

  private void tellLoan(UUID id, LocalDate today) {
    Loan loan = loans.get(new LoanId(id));
    Thing thing = things.get(loan.thing());
    LocalDate last = loan.days().last();
    if (last.isEqual(today.plusDays(1)) && first(id, "DUE")) {
      notices.due(loan, thing);
    }
    if (last.isBefore(today) && first(id, "OVERDUE")) {
      notices.overdue(loan, thing);
    }
    if (last.plusDays(WEEK).isBefore(today) && first(id, "OVERDUE_WEEK")) {
      notices.overdue(loan, thing);
    }
  }

  private void tellInspection(UUID id, LocalDate today) {
    Thing thing = things.get(new ThingId(id));
    LocalDate due = thing.inspectionDue();
    if (due != null
        && first(id, (due.isBefore(today) ? "INSPECTION_OVER " : "INSPECTION ") + due)) {
      notices.inspection(thing, due);
    }
  }

  /** Whether nobody has told this step yet; from now on somebody has. */
  private boolean first(UUID subject, String step) {
    return jdbc.sql(
                """
                insert into equipment.told (subject, step, at) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(subject, step, OffsetDateTime.now(clock))
            .update()
        == 1;
  }
}
