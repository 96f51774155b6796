package tasuki.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.directory.Organization;
import tasuki.kernel.RefusedException;

/** What the one who decides does with an application; who that is, the database judges too. */
@Service
@Transactional
public class Decisions {

  /**
   * The decision to accept.
   *
   * @param on the day of the decision
   * @param rests what it rests on: body, number, date of the paper
   * @param number typed; empty for the one the register gives
   * @param from the first day; null for the one that follows from the rules
   */
  public record Accepted(
      LocalDate on, @Nullable String rests, String number, @Nullable LocalDate from) {}

  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final Registers registers;
  private final Applications applications;
  private final Entries entries;
  private final History history;
  private final RegisterNotices notices;

  Decisions(
      JdbcClient jdbc,
      AuditLog audit,
      Registers registers,
      Applications applications,
      Entries entries,
      History history,
      RegisterNotices notices) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.registers = registers;
    this.applications = applications;
    this.entries = entries;
    this.history = history;
    this.notices = notices;
  }

  /** Complete: the decision can be made. */
  public void check(UUID id) {
    Application application = locked(id);
    EntryPolicy.mayBecome(application, ApplicationState.CHECKED).orThrow();
    step(id, ApplicationState.CHECKED, null);
    history.add(application, application.renews(), EventKind.CHECKED, null);
    audit.changed("register.checked", id, List.of(), null);
  }

  /** Something is missing: who applied is told what. */
  public void askFor(UUID id, String missing) {
    Application application = locked(id);
    EntryPolicy.mayBecome(application, ApplicationState.INCOMPLETE).orThrow();
    step(id, ApplicationState.INCOMPLETE, missing);
    history.add(application, application.renews(), EventKind.INCOMPLETE, missing);
    audit.changed("register.incomplete", id, List.of(), null);
    notices.incomplete(application, registers.get(application.register()));
  }

  private void step(UUID id, ApplicationState next, @Nullable String missing) {
    jdbc.sql("update register.application set state = ?, missing = ? where id = ?")
        .param(next.name())
        .param(missing)
        .param(id)
        .update();
  }

  /** Declines, with the reason that who applied reads. */
  public void decline(UUID id, LocalDate on, @Nullable String rests, String reason) {
    Application application = locked(id);
    EntryPolicy.mayBecome(application, ApplicationState.DECLINED).orThrow();
    decided(id, ApplicationState.DECLINED, on, rests, reason, null);
    history.add(application, application.renews(), EventKind.DECLINED, reason);
    audit.changed("register.declined", id, List.of(), null);
    notices.decided(application, registers.get(application.register()), false);
  }

  /**
   * Accepts: somebody stands in the register, or holds on to it.
   *
   * @return id of the entry
   * @throws RefusedException when the number is another's, or the days contradict each other
   */
  public UUID accept(UUID id, Accepted accepted) {
    Application application = locked(id);
    Register register = registers.get(application.register());
    UUID renews = application.renews();
    UUID entry =
        renews == null
            ? enter(application, register, accepted)
            : renew(application, register, entries.get(renews), accepted);
    decided(id, ApplicationState.ACCEPTED, accepted.on(), accepted.rests(), null, entry);
    audit.changed("register.accepted", id, List.of(), register.code());
    notices.decided(application, register, true);
    return entry;
  }

  /**
   * Enters somebody who did not apply here, as decided on paper.
   *
   * @return id of the entry
   * @throws RefusedException when it cannot stand there, or the number is another's
   */
  public UUID enrol(
      Register register,
      Organization organization,
      @Nullable Professional professional,
      Accepted accepted) {
    EntryPolicy.mayBeEnrolled(register).orThrow();
    LocalDate from = accepted.from() == null ? accepted.on() : accepted.from();
    Term term = Term.of(from, register.validity());
    boolean stands = entries.stands(register.code(), organization.id(), professional);
    EntryPolicy.mayEnrol(register, organization, stands, term).orThrow();
    String number = number(register, accepted);
    UUID entry =
        entries.enter(register.code(), organization.id(), professional, number, term, false);
    history.add(
        register.code(),
        organization.id(),
        null,
        entry,
        EventKind.ENROLLED,
        accepted.rests(),
        term);
    audit.changed("register.enrolled", entry, List.of(), register.code());
    return entry;
  }

  private UUID enter(Application application, Register register, Accepted accepted) {
    LocalDate from = accepted.from() == null ? accepted.on() : accepted.from();
    Term term = Term.of(from, register.validity());
    EntryPolicy.mayAccept(application, term).orThrow();
    UUID entry =
        entries.enter(
            register.code(),
            application.organization(),
            application.professional(),
            number(register, accepted),
            term,
            false);
    history.add(
        register.code(),
        application.organization(),
        application.id(),
        entry,
        EventKind.ACCEPTED,
        accepted.rests(),
        term);
    return entry;
  }

  private UUID renew(Application application, Register register, Entry entry, Accepted accepted) {
    LocalDate from = accepted.from();
    Term term =
        from == null
            ? entry.term().renewed(application.appliedOn(), accepted.on(), register.validity())
            : Term.of(from, register.validity());
    EntryPolicy.mayAccept(application, term).orThrow();
    if (entry.state() != EntryState.VALID && !entry.state().canBecome(EntryState.VALID)) {
      throw RefusedException.because("register.refused.over");
    }
    // It holds from its first day on without a gap, so that day stays where the new term follows.
    LocalDate last = entry.term().until();
    boolean follows = last != null && !term.from().isAfter(last.plusDays(1));
    Term whole = follows ? new Term(entry.term().from(), term.until()) : term;
    String number = accepted.number().isEmpty() ? entry.number() : accepted.number();
    entries.hold(entry, number, whole);
    history.add(
        register.code(),
        application.organization(),
        application.id(),
        entry.id(),
        EventKind.RENEWED,
        accepted.rests(),
        term);
    return entry.id();
  }

  private void decided(
      UUID id,
      ApplicationState state,
      LocalDate on,
      @Nullable String rests,
      @Nullable String reason,
      @Nullable UUID entry) {
    jdbc.sql(
            """
            update register.application set state = :state, decided_on = :on, decision = :rests,
              reason = :reason, entry = :entry::uuid
            where id = :id
            """)
        .param("state", state.name())
        .param("on", on)
        .param("rests", rests)
        .param("reason", reason)
        .param("entry", entry)
        .param("id", id)
        .update();
  }

  private String number(Register register, Accepted accepted) {
    Numbering numbering = register.numbering();
    if (!accepted.number().isEmpty() || numbering == null) {
      boolean taken =
          !accepted.number().isEmpty()
              && jdbc.sql(
                      """
                      select exists (select from register.entry
                        where register = ? and number = ? and state = 'VALID')
                      """)
                  .params(register.code(), accepted.number())
                  .query(Boolean.class)
                  .single();
      if (taken) {
        throw RefusedException.because("register.refused.number-taken", accepted.number());
      }
      return accepted.number();
    }
    int running =
        jdbc.sql(
                """
                insert into register.counter (register, period, last) values (?, ?, 1)
                on conflict (register, period) do update set last = counter.last + 1
                returning last
                """)
            .params(register.code(), numbering.period(accepted.on()))
            .query(Integer.class)
            .single();
    return numbering.number(running, accepted.on());
  }

  /** Two who decide at once are asked one after the other. */
  private Application locked(UUID id) {
    Application application = applications.get(id);
    jdbc.sql("select 1 from register.application where id = ? for update")
        .param(id)
        .query(Integer.class)
        .optional();
    return applications.get(application.id());
  }
}
