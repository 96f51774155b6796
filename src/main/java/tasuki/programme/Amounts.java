package tasuki.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** The money of programmes, by kind, source and month; each change of it is kept. */
@Service
@Transactional
public class Amounts {

  /** Without a source. */
  public static final String NO_SOURCE = "";

  /**
   * An amount.
   *
   * @param mark of the source of money; empty where it is not known by source
   * @param month of the fiscal year, or of the two months after it in which accounts are closed
   *     (出納整理期間); the first month for what is not known by month
   * @param yen null to take it away
   */
  public record Amount(AmountKind kind, String mark, YearMonth month, @Nullable Long yen) {}

  /** A change that was made. */
  public record Change(
      AmountKind kind,
      String mark,
      YearMonth month,
      @Nullable Long before,
      @Nullable Long after,
      @Nullable String reason,
      UUID account,
      LocalDateTime at) {}

  private static final int CLOSING_MONTHS = 2;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;

  Amounts(JdbcClient jdbc, Ids ids, Clock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /** The months in which money of a fiscal year is spent: its own, and two more to close. */
  public static List<YearMonth> months(FiscalYear year) {
    List<YearMonth> months = new ArrayList<>(year.months());
    for (int more = 1; more <= CLOSING_MONTHS; more++) {
      months.add(year.months().getLast().plusMonths(more));
    }
    return months;
  }

  /** Every amount of a programme's year. */
  @Transactional(readOnly = true)
  public List<Amount> of(YearId year) {
    return jdbc.sql(
            "select kind, mark, month, yen from programme.amount where year = ? order by 1, 2, 3")
        .param(year.value())
        .query(
            (row, _) ->
                new Amount(
                    AmountKind.valueOf(row.getString("kind")),
                    row.getString("mark"),
                    YearMonth.from(row.getObject("month", LocalDate.class)),
                    row.getLong("yen")))
        .list();
  }

  /** What was changed, the latest first. */
  @Transactional(readOnly = true)
  public List<Change> changes(YearId year, int most) {
    return jdbc.sql(
            """
            select * from programme.amount_change where year = ? order by id desc limit ?
            """)
        .params(year.value(), most)
        .query(
            (row, _) ->
                new Change(
                    AmountKind.valueOf(row.getString("kind")),
                    row.getString("mark"),
                    YearMonth.from(row.getObject("month", LocalDate.class)),
                    row.getObject("before_yen", Long.class),
                    row.getObject("after_yen", Long.class),
                    row.getString("reason"),
                    row.getObject("account", UUID.class),
                    JapanTime.at(row.getObject("at", OffsetDateTime.class).toInstant())))
        .list();
  }

  /**
   * Lets these amounts stand; others stay as they are.
   *
   * @return how many became different
   * @throws RefusedException when an amount cannot be, or is not the acting division's to change
   */
  public int set(ProgrammeYear year, Collection<Amount> amounts, @Nullable String reason) {
    // Two who write the same amount do so one after the other, so that before is what stood.
    boolean mine =
        jdbc.sql("select true from programme.year where id = ? for update")
            .param(year.id().value())
            .query(Boolean.class)
            .optional()
            .orElse(false);
    if (!mine) {
      throw RefusedException.because("programme.refused.other-division");
    }
    int changed = 0;
    for (Amount amount : amounts) {
      changed += set(year, amount, reason) ? 1 : 0;
    }
    return changed;
  }

  private boolean set(ProgrammeYear year, Amount amount, @Nullable String reason) {
    check(year.fiscalYear(), amount);
    Long before = standing(year.id(), amount).orElse(null);
    Long after = amount.yen();
    if (Objects.equals(before, after)) {
      return false;
    }
    if (after == null) {
      jdbc.sql(
              """
              delete from programme.amount
              where year = ? and kind = ? and mark = ? and month = ?
              """)
          .params(year.id().value(), amount.kind().name(), amount.mark(), amount.month().atDay(1))
          .update();
    } else {
      jdbc.sql(
              """
              insert into programme.amount (year, kind, mark, month, yen) values (?, ?, ?, ?, ?)
              on conflict (year, kind, mark, month) do update set yen = excluded.yen
              """)
          .params(
              year.id().value(),
              amount.kind().name(),
              amount.mark(),
              amount.month().atDay(1),
              after)
          .update();
    }
    note(year, amount, before, reason);
    return true;
  }

  private Optional<Long> standing(YearId year, Amount amount) {
    return jdbc.sql(
            """
            select yen from programme.amount
            where year = ? and kind = ? and mark = ? and month = ?
            """)
        .params(year.value(), amount.kind().name(), amount.mark(), amount.month().atDay(1))
        .query(Long.class)
        .optional();
  }

  private void note(
      ProgrammeYear year, Amount amount, @Nullable Long before, @Nullable String reason) {
    jdbc.sql(
            """
            insert into programme.amount_change
              (id, year, kind, mark, month, before_yen, after_yen, reason, at)
            values (:id, :year, :kind, :mark, :month, :before, :after, :reason, :at)
            """)
        .param("id", ids.next())
        .param("year", year.id().value())
        .param("kind", amount.kind().name())
        .param("mark", amount.mark())
        .param("month", amount.month().atDay(1))
        .param("before", before)
        .param("after", amount.yen())
        .param("reason", reason)
        .param("at", OffsetDateTime.now(clock))
        .update();
    audit.changed(
        "programme.amount",
        year.id().value(),
        List.of(),
        "%s %s%s %s → %s"
            .formatted(amount.kind(), amount.mark(), amount.month(), before, amount.yen()));
  }

  private static void check(FiscalYear year, Amount amount) {
    if (!months(year).contains(amount.month())) {
      throw RefusedException.because("programme.refused.month");
    }
    Long yen = amount.yen();
    if (yen != null && yen < 0 && !amount.kind().maySink()) {
      throw RefusedException.because("programme.refused.negative");
    }
  }
}
