package tasuki.equipment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.identity.AccountId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Idempotency;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** Booking, hand-out and return. Whether a thing is free is the database's word, not a look. */
@Service
@Transactional
public class Loans {

  private static final int MOST = 200;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final Idempotency idempotency;
  private final Areas areas;
  private final Organizations organizations;
  private final Things things;
  private final Steps steps;
  private final LoanNotices notices;

  Loans(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      AuditLog audit,
      Idempotency idempotency,
      Areas areas,
      Organizations organizations,
      Things things,
      Steps steps,
      LoanNotices notices) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.idempotency = idempotency;
    this.areas = areas;
    this.organizations = organizations;
    this.things = things;
    this.steps = steps;
    this.notices = notices;
  }

  /**
   * Books a thing for the acting organisation. Of several who want the same days at the same moment
   * one gets them.
   *
   * @param purpose what for, without anybody's data
   * @param key the same for every sending of the same form
   * @throws RefusedException when the days are taken, or the thing is not lent like that
   */
  public LoanId book(ThingId id, Days days, String purpose, UUID key) {
    return new LoanId(idempotency.once(key, () -> bookNow(id, days, purpose)));
  }

  private UUID bookNow(ThingId id, Days days, String purpose) {
    Thing thing = things.get(id);
    Organization own = organizations.get(new OrganizationId(Acting.organization()));
    LendingRules.mayBook(thing, own, isIn(thing, own), days, today()).orThrow();
    if (days.contains(today()) && things.isLate(id, today())) {
      throw RefusedException.because("equipment.refused.not-back");
    }
    UUID loan = ids.next();
    if (!take(loan, id, days)) {
      throw taken(id, days);
    }
    jdbc.sql(
            """
            insert into equipment.loan (id, thing, first_day, last_day, purpose, booked_at)
            values (:id, :thing, :first, :last, :purpose, :at)
            """)
        .param("id", loan)
        .param("thing", id.value())
        .param("first", days.first())
        .param("last", days.last())
        .param("purpose", purpose)
        .param("at", now())
        .update();
    steps.write(id, new LoanId(loan), StepKind.BOOKED, null, null);
    audit.changed("equipment.booked", loan, List.of(), days.range());
    notices.booked(get(new LoanId(loan)), thing, own);
    return loan;
  }

  /** Takes the days, unless some of them are taken: the exclusion constraint decides. */
  boolean take(UUID id, ThingId thing, Days days) {
    return jdbc.sql(
                """
                insert into equipment.taken (id, thing, days) values (?, ?, ?::daterange)
                on conflict do nothing
                """)
            .params(id, thing.value(), days.range())
            .update()
        == 1;
  }

  private RefusedException taken(ThingId thing, Days days) {
    Locale locale = LocaleContextHolder.getLocale();
    Days first =
        things.taken(List.of(thing), days).getOrDefault(thing, List.of()).stream()
            .findFirst()
            .map(Taken::days)
            .orElse(days);
    return RefusedException.because(
        "equipment.refused.taken",
        JapaneseDates.dayAndMonth(first.first(), locale),
        JapaneseDates.dayAndMonth(first.last(), locale));
  }

  private boolean isIn(Thing thing, Organization borrower) {
    return thing.area() == null
        || areas.parts(thing.area(), today()).stream()
            .map(BaseUnit::code)
            .anyMatch(unit -> unit.equals(borrower.baseUnit()));
  }

  /**
   * Gives a booking up; borrower or owner does, and the other side is told.
   *
   * @throws RefusedException when the thing is out or back already
   */
  public void cancel(LoanId id, String reason) {
    Loan loan = locked(id);
    become(loan, LoanState.CANCELLED);
    jdbc.sql("delete from equipment.taken where id = ?").param(id.value()).update();
    steps.write(loan.thing(), id, StepKind.CANCELLED, null, reason);
    audit.changed("equipment.cancelled", id.value(), List.of(), null);
    notices.cancelled(loan, things.get(loan.thing()));
  }

  /**
   * The owner hands the thing out.
   *
   * @throws RefusedException outside the days of the loan, or while somebody else has the thing
   */
  public void handOut(LoanId id, Condition condition, @Nullable String note) {
    Loan loan = ownersLocked(id);
    LendingRules.mayBecome(loan, LoanState.OUT).orThrow();
    LendingRules.mayHandOut(loan, isAway(loan.thing()), today()).orThrow();
    become(loan, LoanState.OUT);
    jdbc.sql("update equipment.taken set away = true where id = ?").param(id.value()).update();
    steps.write(loan.thing(), id, StepKind.HANDED_OUT, condition, note);
    audit.changed("equipment.handed-out", id.value(), List.of(), condition.name());
  }

  /**
   * The owner has the thing back; days that were booked and are left are free from now on.
   *
   * @throws RefusedException when it was not handed out
   */
  public void takeBack(LoanId id, Condition condition, @Nullable String note) {
    Loan loan = ownersLocked(id);
    become(loan, LoanState.RETURNED);
    LocalDate today = today();
    Days kept = loan.days().contains(today) ? new Days(loan.days().first(), today) : loan.days();
    jdbc.sql("update equipment.taken set away = false, days = ?::daterange where id = ?")
        .params(kept.range(), id.value())
        .update();
    steps.write(loan.thing(), id, StepKind.RETURNED, condition, note);
    audit.changed("equipment.returned", id.value(), List.of(), condition.name());
  }

  /** Borrower or owner says that something is broken or missing; the owner is told. */
  public void reportDamage(LoanId id, String note) {
    Loan loan = locked(id);
    steps.write(loan.thing(), id, StepKind.DAMAGE_REPORTED, Condition.DAMAGED, note);
    audit.changed("equipment.damage-reported", id.value(), List.of(), null);
    notices.damaged(loan, things.get(loan.thing()));
  }

  /**
   * A loan of the acting organisation, as borrower or as owner.
   *
   * @throws AbsentException when it has none of this id
   */
  @Transactional(readOnly = true)
  public Loan get(LoanId id) {
    return find(id, "");
  }

  /** What the acting organisation borrows or borrowed, the latest first. */
  @Transactional(readOnly = true)
  public List<Loan> borrowed() {
    return jdbc.sql(
            SELECT
                + """
                 where loan.borrower = kernel.organization()
                order by loan.first_day desc, loan.id desc limit :most
                """)
        .param("most", MOST)
        .query(Loans::loan)
        .list();
  }

  /** Bookings and loans of the acting organisation's things that are not over, the next first. */
  @Transactional(readOnly = true)
  public List<Loan> open() {
    return jdbc.sql(
            SELECT
                + """
                 where thing.owner = kernel.organization() and loan.state in ('BOOKED', 'OUT')
                order by case when loan.state = 'OUT' then loan.last_day else loan.first_day end,
                  loan.id limit :most
                """)
        .param("most", MOST)
        .query(Loans::loan)
        .list();
  }

  /** Every loan of the acting organisation's things that began in these days, in their order. */
  @Transactional(readOnly = true)
  public List<Loan> lent(Days days) {
    return jdbc.sql(
            SELECT
                + """
                 where thing.owner = kernel.organization()
                  and loan.first_day between :first and :last
                order by loan.first_day, loan.id
                """)
        .param("first", days.first())
        .param("last", days.last())
        .query(Loans::loan)
        .list();
  }

  /** The loans of a thing that touch these days, as far as the acting organisation knows them. */
  @Transactional(readOnly = true)
  public List<Loan> of(ThingId thing, Days days) {
    return jdbc.sql(
            SELECT
                + """
                 where loan.thing = :thing and loan.first_day <= :last and loan.last_day >= :first
                  and loan.state <> 'CANCELLED'
                order by loan.first_day
                """)
        .param("thing", thing.value())
        .param("first", days.first())
        .param("last", days.last())
        .query(Loans::loan)
        .list();
  }

  /** What happened in the loan, in its order. */
  @Transactional(readOnly = true)
  public List<Steps.Step> history(LoanId loan) {
    return steps.of(loan);
  }

  /** What happened to the thing, the newest first, as far as the acting organisation may know. */
  @Transactional(readOnly = true)
  public List<Steps.Step> history(ThingId thing) {
    return steps.of(thing);
  }

  private Loan locked(LoanId id) {
    return find(id, " for update of loan");
  }

  private Loan ownersLocked(LoanId id) {
    Loan loan = locked(id);
    things.own(loan.thing());
    return loan;
  }

  private Loan find(LoanId id, String lock) {
    return jdbc.sql(SELECT + " where loan.id = ?" + lock)
        .param(id.value())
        .query(Loans::loan)
        .optional()
        .orElseThrow(() -> new AbsentException("loan"));
  }

  private void become(Loan loan, LoanState next) {
    LendingRules.mayBecome(loan, next).orThrow();
    jdbc.sql("update equipment.loan set state = ? where id = ?")
        .params(next.name(), loan.id().value())
        .update();
  }

  private boolean isAway(ThingId thing) {
    return jdbc.sql("select exists (select from equipment.taken where thing = ? and away)")
        .param(thing.value())
        .query(Boolean.class)
        .single();
  }

  private LocalDate today() {
    return JapanTime.today(clock);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private static final String SELECT =
      """
      select loan.*, thing.owner from equipment.loan loan
      join equipment.thing thing on thing.id = loan.thing
      """;

  private static Loan loan(ResultSet row, int number) throws SQLException {
    return new Loan(
        new LoanId(row.getObject("id", UUID.class)),
        new ThingId(row.getObject("thing", UUID.class)),
        new OrganizationId(row.getObject("owner", UUID.class)),
        new OrganizationId(row.getObject("borrower", UUID.class)),
        new AccountId(row.getObject("account", UUID.class)),
        Things.days(row),
        row.getString("purpose"),
        LoanState.valueOf(row.getString("state")));
  }
}
