package tasuki.insight.usage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Ids;

/**
 * The counted months. The database shows an organisation its own, and all to whoever looks after an
 * area or the whole.
 */
@Service
@Transactional
public class Usage {

  /**
   * What an organisation did in a month.
   *
   * @param accounts that belonged to it
   * @param active accounts that signed in
   */
  record Fact(
      YearMonth month,
      OrganizationId organization,
      String name,
      OrganizationKind kind,
      @Nullable String baseUnit,
      int accounts,
      int active,
      int signIns,
      int written,
      int answered) {}

  /** What running the system costs in a year, as somebody said. */
  record Cost(long yen, @Nullable String note, LocalDate saidOn) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;

  Usage(JdbcClient jdbc, Ids ids, Clock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * The counted months from one to another.
   *
   * @param only one organisation; null for all that the acting one may see
   */
  @Transactional(readOnly = true)
  public List<Fact> facts(YearMonth first, YearMonth last, @Nullable OrganizationId only) {
    return jdbc.sql(
            """
            select u.*, o.name, o.kind, o.base_unit from insight.usage u
            join directory.organization o on o.id = u.organization
            where u.month between :first and :last
              and (:only::uuid is null or u.organization = :only::uuid)
            order by u.month, o.kana, o.id
            """)
        .param("first", first.atDay(1))
        .param("last", last.atDay(1))
        .param("only", only == null ? null : only.value())
        .query(
            (row, _) ->
                new Fact(
                    YearMonth.from(row.getObject("month", LocalDate.class)),
                    new OrganizationId(row.getObject("organization", UUID.class)),
                    row.getString("name"),
                    OrganizationKind.valueOf(row.getString("kind")),
                    row.getString("base_unit"),
                    row.getInt("accounts"),
                    row.getInt("active"),
                    row.getInt("sign_ins"),
                    row.getInt("written"),
                    row.getInt("answered")))
        .list();
  }

  /** When the months from one to another were counted last; empty where none was. */
  @Transactional(readOnly = true)
  public Optional<OffsetDateTime> countedAt(YearMonth first, YearMonth last) {
    return jdbc.sql("select max(counted_at) from insight.usage where month between ? and ?")
        .params(first.atDay(1), last.atDay(1))
        .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single();
  }

  /** Wants these months counted again; a job does within a minute. */
  public void countAgain(YearMonth first, YearMonth last) {
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      jdbc.sql("insert into insight.usage_mark (month) values (?)").param(month.atDay(1)).update();
    }
    audit.changed("usage.recount", null, List.of(), first + "/" + last);
  }

  /** What was said last of the year's cost. */
  @Transactional(readOnly = true)
  public Optional<Cost> cost(FiscalYear year) {
    return jdbc.sql(
            """
            select * from insight.cost where fiscal_year = ? order by id desc limit 1
            """)
        .param(year.year())
        .query(
            (row, _) ->
                new Cost(
                    row.getLong("yen"),
                    row.getString("note"),
                    JapanTime.at(row.getObject("said_at", OffsetDateTime.class).toInstant())
                        .toLocalDate()))
        .optional();
  }

  /** Says what the year costs; what was said before stays in the log. */
  public void say(FiscalYear year, long yen, @Nullable String note) {
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into insight.cost (id, fiscal_year, yen, note, said_at) values (?, ?, ?, ?, ?)
            """)
        .params(id, year.year(), yen)
        .param(note)
        .param(OffsetDateTime.now(clock))
        .update();
    audit.changed("usage.cost-said", id, List.of(), year.year() + " " + yen);
  }
}
