package tasuki.transition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.calendar.JapanTime;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/** Tells an organisation once that a deadline has passed. Nodes share the rows by locking them. */
@Component
class OverdueBell {

  private static final int AT_ONCE = 100;

  private record Late(
      UUID id,
      UUID stay,
      UUID person,
      UUID organization,
      String caseNumber,
      LocalDate due,
      @Nullable UUID account,
      @Nullable UUID standIn,
      boolean fresh) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final StayNotices notices;
  private final TransactionTemplate transaction;

  OverdueBell(
      JdbcClient jdbc,
      Clock clock,
      StayNotices notices,
      PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.notices = notices;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
  void ring() {
    Acting.run(
        new Actor.Job("overdue"),
        () -> {
          Integer rung = AT_ONCE;
          while (rung != null && rung == AT_ONCE) {
            rung = transaction.execute(_ -> ringSome());
          }
        });
  }

  private int ringSome() {
    List<Late> late = late();
    for (Late clockRow : late) {
      // One that ran out long ago, before anybody was told here, is on the list anyway.
      if (clockRow.fresh()) {
        notices.overdue(
            clockRow.stay(),
            clockRow.organization(),
            clockRow.account(),
            clockRow.standIn(),
            clockRow.person(),
            clockRow.caseNumber(),
            clockRow.due());
      }
    }
    if (!late.isEmpty()) {
      jdbc.sql("update transition.clock set overdue_told_at = :now where id in (:ids)")
          .param("now", OffsetDateTime.now(clock))
          .param("ids", late.stream().map(Late::id).toList())
          .update();
    }
    return late.size();
  }

  /** Another grade of the same thing that can still be kept excuses an earlier one. */
  private List<Late> late() {
    return jdbc.sql(
            """
            select c.id, c.stay, c.person, c.organization, c.due_at, s.case_number,
              p.account, p.stand_in, c.late_at > :now::timestamptz - interval '3 days' as fresh
            from transition.clock c
            join transition.stay s on s.id = c.stay
            join directory.organization o on o.id = c.organization and o.member
            left join transition.party p on p.stay = c.stay and p.organization = c.organization
            where c.overdue_told_at is null and c.met_by is null and c.stopped_at is null
              and not c.wish and c.late_at <= :now
              and not exists (select from transition.clock other
                where other.stay = c.stay and other.organization = c.organization
                  and other.family = c.family and other.id <> c.id and other.late_at > :now)
            order by c.late_at limit :most for update of c skip locked
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("most", AT_ONCE)
        .query(
            (row, _) ->
                new Late(
                    row.getObject("id", UUID.class),
                    row.getObject("stay", UUID.class),
                    row.getObject("person", UUID.class),
                    row.getObject("organization", UUID.class),
                    row.getString("case_number"),
                    JapanTime.at(row.getObject("due_at", OffsetDateTime.class).toInstant())
                        .toLocalDate(),
                    row.getObject("account", UUID.class),
                    row.getObject("stand_in", UUID.class),
                    row.getBoolean("fresh")))
        .list();
  }
}
