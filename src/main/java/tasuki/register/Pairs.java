package tasuki.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Idempotency;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.person.PersonId;
import tasuki.person.Persons;

/** Which hospital takes which patient in (在宅療養後方支援病院), gone over before each day of renewal. */
@Service
@Transactional
public class Pairs {

  /** What is agreed. */
  public record Agreed(
      OrganizationId hospital, String doctor, @Nullable OrganizationId clinic, LocalDate from) {}

  /** A term of a pair, as it was agreed or gone over. */
  record PairTerm(Term term, @Nullable String note, String by, OffsetDateTime at) {}

  /** A pair with what a list shows of it. */
  record Line(Pair pair, String person, String hospital) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final Idempotency idempotency;
  private final Persons persons;
  private final Entries entries;

  Pairs(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      AuditLog audit,
      Idempotency idempotency,
      Persons persons,
      Entries entries) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.idempotency = idempotency;
    this.persons = persons;
    this.entries = entries;
  }

  /**
   * Pairs the patient with a hospital.
   *
   * @throws RefusedException when the hospital stands in no such register, or the patient has one
   */
  public UUID agree(Register register, PersonId person, Agreed agreed, UUID key) {
    return idempotency.once(key, () -> enter(register, person, agreed));
  }

  private UUID enter(Register register, PersonId wanted, Agreed agreed) {
    PersonId person = persons.get(wanted).id();
    boolean paired =
        of(person).stream()
            .anyMatch(pair -> pair.running() && pair.register().equals(register.code()));
    String within = register.within();
    boolean stands = within == null || entries.stands(within, agreed.hospital(), null);
    PairPolicy.mayPair(register, stands, paired, agreed.from(), today()).orThrow();
    OrganizationId clinic = agreed.clinic();
    UUID id = ids.next();
    Term term = Term.of(agreed.from(), register.validity());
    int made =
        jdbc.sql(
                """
                insert into register.pair (id, register, person, hospital, doctor, clinic,
                  begun_on, renew_by, at)
                values (:id, :register, :person, :hospital, :doctor, :clinic::uuid, :from,
                  :by::date, :at)
                on conflict do nothing
                """)
            .param("id", id)
            .param("register", register.code())
            .param("person", person.value())
            .param("hospital", agreed.hospital().value())
            .param("doctor", agreed.doctor())
            .param("clinic", clinic == null ? null : clinic.value())
            .param("from", agreed.from())
            .param("by", term.until())
            .param("at", OffsetDateTime.now(clock))
            .update();
    if (made == 0) {
      throw RefusedException.because("register.refused.paired-already");
    }
    term(id, person, term, null);
    changed("register.paired", id, person);
    return id;
  }

  private void term(UUID pair, PersonId person, Term term, @Nullable String note) {
    jdbc.sql(
            """
            insert into register.pair_term (id, pair, person, valid_from, renew_by, note, at)
            values (:id, :pair, :person, :from, :by::date, :note, :at)
            """)
        .param("id", ids.next())
        .param("pair", pair)
        .param("person", person.value())
        .param("from", term.from())
        .param("by", term.until())
        .param("note", note)
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** It was gone over on the day with what is different now; a new term begins. */
  public void renew(UUID id, Register register, LocalDate on, @Nullable String note) {
    Pair pair = get(id);
    PairPolicy.mayRenew(pair, on, today()).orThrow();
    Term term = Term.of(on, register.validity());
    int changed =
        jdbc.sql(
                "update register.pair set renew_by = :by::date where id = :id and ended_on is null")
            .param("by", term.until())
            .param("id", id)
            .update();
    mustBeSeenInFull(changed);
    term(id, pair.person(), term, note);
    changed("register.pair-renewed", id, pair.person());
  }

  /** It ends on the day, with the reason. */
  public void end(UUID id, LocalDate on, String reason) {
    Pair pair = get(id);
    PairPolicy.mayEnd(pair, on, today()).orThrow();
    int changed =
        jdbc.sql(
                """
                update register.pair set ended_on = ?, end_reason = ?
                where id = ? and ended_on is null
                """)
            .params(on, reason, id)
            .update();
    mustBeSeenInFull(changed);
    changed("register.pair-ended", id, pair.person());
  }

  /** Whoever only keeps the own records reads the pair and changes nothing any more. */
  private static void mustBeSeenInFull(int changed) {
    if (changed == 0) {
      throw RefusedException.because("person.refused.own-records-only");
    }
  }

  private void changed(String what, UUID id, PersonId person) {
    persons.touched(person);
    audit.changed(what, id, List.of(person.value()), null);
  }

  /**
   * The pair.
   *
   * @throws AbsentException when there is none for the one who asks
   */
  @Transactional(readOnly = true)
  public Pair get(UUID id) {
    Pair pair =
        jdbc.sql("select * from register.pair where id = ?")
            .param(id)
            .query(Pairs::pair)
            .optional()
            .orElseThrow(() -> new AbsentException("pair"));
    audit.viewed("register.pair", List.of(pair.person().value()), id);
    return pair;
  }

  /** The pairs of a person, the newest first. */
  @Transactional(readOnly = true)
  public List<Pair> of(PersonId person) {
    List<UUID> same = persons.ids(person).stream().map(PersonId::value).toList();
    List<Pair> found =
        jdbc.sql(
                """
                select * from register.pair where person in (:persons)
                order by ended_on is not null, begun_on desc, id desc
                """)
            .param("persons", same)
            .query(Pairs::pair)
            .list();
    if (!found.isEmpty()) {
      audit.viewed("register.pair", same, null);
    }
    return found;
  }

  /** The terms of a pair, the newest first. */
  @Transactional(readOnly = true)
  List<PairTerm> terms(UUID pair) {
    return jdbc.sql(
            """
            select term.*, account.name as account_name from register.pair_term term
            join identity.account account on account.id = term.account
            where term.pair = ? order by term.id desc
            """)
        .param(pair)
        .query(
            (row, _) ->
                new PairTerm(
                    new Term(
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("renew_by", LocalDate.class)),
                    row.getString("note"),
                    row.getString("account_name"),
                    row.getObject("at", OffsetDateTime.class)))
        .list();
  }

  /**
   * The running pairs of those whom the acting organisation sees in full, what is due first. From
   * the pairs' side, row-level security would look at every pair of the prefecture.
   */
  @Transactional(readOnly = true)
  List<Line> mine(int most) {
    List<Line> found =
        jdbc.sql(
                """
                with mine as materialized (
                  select distinct access.person from person.access access
                  where access.organization = kernel.care_organization() and access.scope = 'FULL'
                    and (access.account is null or access.account = kernel.account())
                    and access.valid_from <= now()
                    and (access.valid_until is null or access.valid_until > now()))
                select pair.*, who.family_name || ' ' || who.given_name as person_name,
                  hospital.name as hospital_name
                from mine
                join register.pair pair on pair.person = mine.person
                join person.person who on who.id = pair.person
                join directory.organization hospital on hospital.id = pair.hospital
                where pair.ended_on is null
                order by pair.renew_by nulls last, pair.id limit :most
                """)
            .param("most", most)
            .query(
                (row, number) ->
                    new Line(
                        pair(row, number),
                        row.getString("person_name"),
                        row.getString("hospital_name")))
            .list();
    if (!found.isEmpty()) {
      audit.viewed(
          "register.pair", found.stream().map(line -> line.pair().person().value()).toList(), null);
    }
    return found;
  }

  private static Pair pair(ResultSet row, int number) throws SQLException {
    UUID clinic = row.getObject("clinic", UUID.class);
    return new Pair(
        row.getObject("id", UUID.class),
        row.getString("register"),
        new PersonId(row.getObject("person", UUID.class)),
        new OrganizationId(row.getObject("hospital", UUID.class)),
        row.getString("doctor"),
        clinic == null ? null : new OrganizationId(clinic),
        new Term(
            row.getObject("begun_on", LocalDate.class), row.getObject("renew_by", LocalDate.class)),
        row.getObject("ended_on", LocalDate.class),
        row.getString("end_reason"),
        new OrganizationId(row.getObject("organization", UUID.class)));
  }

  private LocalDate today() {
    return JapanTime.today(clock);
  }
}
