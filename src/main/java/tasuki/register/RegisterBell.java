package tasuki.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/**
 * Reminds holders before an entry ends, once per step, says that reports are late, and notes that
 * an entry has ended. Nodes share the rows by locking them.
 */
@Component
class RegisterBell {

  private static final int AT_ONCE = 500;

  /** A late report is told as step 0 of the day on which it was due. */
  private static final int LATE = 0;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Registers registers;
  private final Entries entries;
  private final History history;
  private final RegisterNotices notices;
  private final TransactionTemplate transaction;

  RegisterBell(
      JdbcClient jdbc,
      Clock clock,
      Registers registers,
      Entries entries,
      History history,
      RegisterNotices notices,
      PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.registers = registers;
    this.entries = entries;
    this.history = history;
    this.notices = notices;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  @Scheduled(fixedDelay = 300_000, initialDelay = 40_000)
  void ring() {
    Acting.run(
        new Actor.Job("register"),
        () -> {
          inTransactions(this::expire);
          inTransactions(this::remind);
          inTransactions(this::lateReports);
          inTransactions(this::remindOfPairs);
        });
  }

  /** In parts, so that nobody waits long for a row. */
  private void inTransactions(ToIntFunction<Map<String, Register>> some) {
    Integer done = AT_ONCE;
    while (done != null && done == AT_ONCE) {
      done = transaction.execute(_ -> some.applyAsInt(registers.byCode()));
    }
  }

  private int expire(Map<String, Register> all) {
    List<Entry> over =
        jdbc.sql(
                """
                select * from register.entry
                where state = 'VALID' and valid_until < :today
                order by valid_until, id limit :most for update skip locked
                """)
            .param("today", today())
            .param("most", AT_ONCE)
            .query(Entries::entry)
            .list();
    for (Entry entry : over) {
      LocalDate last = entry.term().until();
      entries.close(entry, EntryState.EXPIRED, last == null ? today() : last, null);
      history.add(entry, EventKind.EXPIRED, null);
      Register register = all.get(entry.register());
      if (register != null && !entry.listed()) {
        notices.expired(entry, register);
      }
    }
    return over.size();
  }

  /** What a list brought ends by a list, so its holder has nothing to renew here. */
  private int remind(Map<String, Register> all) {
    int told = 0;
    for (Register register : all.values()) {
      if (register.remindDays().isEmpty() || register.concerns() == Concerns.PERSON) {
        continue;
      }
      List<Entry> near =
          jdbc.sql(
                  """
                  select * from register.entry
                  where register = :register and state = 'VALID' and not listed
                    and valid_until between :today and :horizon
                  order by valid_until, id for update skip locked
                  """)
              .param("register", register.code())
              .param("today", today())
              .param("horizon", today().plusDays(register.renewalLead()))
              .query(Entries::entry)
              .list();
      for (Entry entry : near) {
        LocalDate until = entry.term().until();
        if (until != null && tellStep(entry.id(), entry.term().from(), until, register)) {
          notices.endsSoon(entry, register, until);
          history.add(entry, EventKind.REMINDED, null);
          told++;
        }
      }
    }
    return Math.min(told, AT_ONCE - 1);
  }

  private boolean tellStep(UUID subject, LocalDate from, LocalDate until, Register register) {
    return Reminders.due(from, until, register.remindDays(), told(subject, until), today()).stream()
        .anyMatch(step -> firstTime(subject, until, step));
  }

  private Set<Integer> told(UUID subject, LocalDate due) {
    return new HashSet<>(
        jdbc.sql("select step from register.reminder where subject = ? and due = ?")
            .params(subject, due)
            .query((row, _) -> row.getInt("step"))
            .list());
  }

  private boolean firstTime(UUID subject, LocalDate due, int step) {
    return jdbc.sql(
                """
                insert into register.reminder (subject, due, step, told_at) values (?, ?, ?, ?)
                on conflict do nothing
                """)
            .params(subject, due, step, OffsetDateTime.now(clock))
            .update()
        == 1;
  }

  private int lateReports(Map<String, Register> all) {
    for (Register register : all.values()) {
      Integer month = register.reportMonth();
      if (month == null) {
        continue;
      }
      List<Entry> holding =
          jdbc.sql("select * from register.entry where register = ? and state = 'VALID'")
              .param(register.code())
              .query(Entries::entry)
              .list();
      for (Entry entry : holding) {
        Reporting.owed(entry.term().from(), null, month, reported(entry.id()), today()).stream()
            .filter(Reporting.Owed::overdue)
            .filter(owed -> firstTime(entry.id(), owed.due(), LATE))
            .forEach(owed -> notices.reportLate(entry, register, owed.year()));
      }
    }
    return 0;
  }

  private List<Integer> reported(UUID entry) {
    return jdbc.sql("select fiscal_year from register.report where entry = ?")
        .param(entry)
        .query((row, _) -> row.getInt("fiscal_year"))
        .list();
  }

  private record NearPair(
      UUID id, UUID person, OrganizationId organization, LocalDate from, LocalDate renewBy) {}

  private int remindOfPairs(Map<String, Register> all) {
    for (Register register : all.values()) {
      if (register.concerns() != Concerns.PERSON || register.remindDays().isEmpty()) {
        continue;
      }
      for (NearPair pair : nearPairs(register)) {
        if (tellStep(pair.id(), pair.from(), pair.renewBy(), register)) {
          notices.pairSoon(pair.id(), pair.person(), pair.organization(), register, pair.renewBy());
        }
      }
    }
    return 0;
  }

  private List<NearPair> nearPairs(Register register) {
    return jdbc.sql(
            """
            select id, person, organization, begun_on, renew_by from register.pair
            where register = :register and ended_on is null
              and renew_by between :today and :horizon
            order by renew_by, id
            """)
        .param("register", register.code())
        .param("today", today())
        .param("horizon", today().plusDays(register.renewalLead()))
        .query(
            (row, _) ->
                new NearPair(
                    row.getObject("id", UUID.class),
                    row.getObject("person", UUID.class),
                    new OrganizationId(row.getObject("organization", UUID.class)),
                    row.getObject("begun_on", LocalDate.class),
                    row.getObject("renew_by", LocalDate.class)))
        .list();
  }

  private LocalDate today() {
    return JapanTime.today(clock);
  }
}
