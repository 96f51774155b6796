package tasuki.insight.usage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.calendar.JapanTime;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/**
 * Counts what each organisation did in a month, from what the rooms below log anyway. Every night
 * the running month and the last one are counted anew; any month can be, since nothing is added up.
 */
@Component
class UsageCount {

  private static final Logger LOG = LoggerFactory.getLogger(UsageCount.class);

  /** One row an organisation that works in Tasuki or did something in the month. */
  private static final String COUNT =
      """
      insert into insight.usage (month, organization, accounts, active, sign_ins, written, answered,
        counted_at)
      with belonging as (
          select organization, count(distinct account) as accounts from identity.membership
          where valid_from < :until and (valid_until is null or valid_until > :since)
          group by organization),
        came as (
          select organization, count(distinct account) as active, count(*) as sign_ins
          from audit.entry
          where kind = 'SIGN_IN' and what in ('sign-in', 'organization.switched')
            and organization is not null and at >= :since and at < :until
          group by organization),
        wrote as (
          select organization, count(*) as written from (
            select organization from record.entry
            where message is null and written_at >= :since and written_at < :until
            union all
            select organization from transition.step
            where about is null and mode <> 'SYSTEM' and recorded_at >= :since
              and recorded_at < :until
            union all
            select organization from transition.document where sent_at >= :since and sent_at < :until
          ) everything group by organization),
        answer as (
          select organization, count(*) as answered from (
            select organization from record.receipt where at >= :since and at < :until
            union all
            select organization from transition.step
            where about is not null and recorded_at >= :since and recorded_at < :until
            union all
            select organization from transition.document_receipt where at >= :since and at < :until
          ) everything group by organization)
      select :month, o.id, coalesce(accounts, 0), coalesce(active, 0), coalesce(sign_ins, 0),
        coalesce(written, 0), coalesce(answered, 0), :now
      from directory.organization o
      left join belonging on belonging.organization = o.id
      left join came on came.organization = o.id
      left join wrote on wrote.organization = o.id
      left join answer on answer.organization = o.id
      where o.kind <> 'PERSON_AND_FAMILY'
        and (o.member and o.opened_on < :next and (o.closed_on is null or o.closed_on > :month)
          or coalesce(active, written, answered) is not null)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TransactionTemplate transaction;

  UsageCount(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  /** In the night of Japan, when hardly anybody waits for the database. */
  @Scheduled(cron = "0 40 2 * * *", zone = "Asia/Tokyo")
  void countTheNight() {
    Acting.run(
        new Actor.Job("usage"),
        () -> {
          YearMonth now = YearMonth.from(JapanTime.today(clock));
          transaction.executeWithoutResult(
              _ -> {
                mark(now.minusMonths(1));
                mark(now);
              });
        });
    countMarked();
  }

  private void mark(YearMonth month) {
    jdbc.sql("insert into insight.usage_mark (month) values (?)").param(month.atDay(1)).update();
  }

  /** Counts the months that somebody wants counted, each in one transaction, on one node. */
  @Scheduled(fixedDelay = 20_000, initialDelay = 20_000)
  void countMarked() {
    Acting.run(
        new Actor.Job("usage"),
        () -> {
          List<YearMonth> months =
              transaction.execute(
                  _ ->
                      jdbc
                          .sql("select distinct month from insight.usage_mark order by 1")
                          .query((row, _) -> row.getObject(1, LocalDate.class))
                          .list()
                          .stream()
                          .map(YearMonth::from)
                          .toList());
          for (YearMonth month : months == null ? List.<YearMonth>of() : months) {
            try {
              transaction.executeWithoutResult(_ -> count(month));
            } catch (RuntimeException failure) {
              // Its mark stays, so it is tried again; the other months do not wait for it.
              LOG.warn("The use of {} could not be counted", month, failure);
            }
          }
        });
  }

  private void count(YearMonth month) {
    boolean alone =
        jdbc.sql("select pg_try_advisory_xact_lock(hashtext('insight.usage'))")
            .query(Boolean.class)
            .single();
    if (!alone) {
      return;
    }
    LocalDate first = month.atDay(1);
    LocalDate next = month.plusMonths(1).atDay(1);
    jdbc.sql("delete from insight.usage_mark where month = ?").param(first).update();
    jdbc.sql("delete from insight.usage where month = ?").param(first).update();
    jdbc.sql(COUNT)
        .param("month", first)
        .param("next", next)
        .param("since", start(first))
        .param("until", start(next))
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  private static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(JapanTime.ZONE).toOffsetDateTime();
  }
}
