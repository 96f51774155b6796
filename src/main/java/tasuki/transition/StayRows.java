package tasuki.transition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.directory.OrganizationId;
import tasuki.kernel.AbsentException;
import tasuki.person.PersonId;

/** The rows of stays and chains. */
@Component
class StayRows {

  /** A chain's row. */
  record Chain(
      UUID id,
      OffsetDateTime openedAt,
      @Nullable OffsetDateTime closedAt,
      @Nullable UUID follows) {}

  private final JdbcClient jdbc;

  StayRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Everybody who reports something of this human being's stays waits here for each other, under
   * whichever id.
   */
  void lock(PersonId person) {
    jdbc.sql(
            """
            select pg_advisory_xact_lock(hashtextextended(coalesce(
              (select coalesce(merged_into, id) from person.person where id = :person),
              :person)::text, 41))
            """)
        .param("person", person.value())
        .query((_, _) -> true)
        .single();
  }

  Stay get(StayId id) {
    return find(id).orElseThrow(() -> new AbsentException("stay"));
  }

  Optional<Stay> find(StayId id) {
    return jdbc.sql("select * from transition.stay where id = ?")
        .param(id.value())
        .query(StayRows::stay)
        .optional();
  }

  /** The stays of a human being under all its ids, the latest first. */
  List<Stay> of(PersonId person) {
    return jdbc.sql(
            """
            select * from transition.stay where person in (select person.same_human(?))
            order by admitted_at desc, id
            """)
        .param(person.value())
        .query(StayRows::stay)
        .list();
  }

  /** The stays of a chain in their order. */
  List<Stay> chain(UUID chain) {
    return jdbc.sql("select * from transition.stay where chain = ? order by admitted_at, id")
        .param(chain)
        .query(StayRows::stay)
        .list();
  }

  Optional<Chain> chainRow(UUID id) {
    return jdbc.sql("select * from transition.chain where id = ?")
        .param(id)
        .query(StayRows::chainOf)
        .optional();
  }

  Optional<Chain> openChain(PersonId person) {
    return jdbc.sql(
            """
            select * from transition.chain
            where person in (select person.same_human(?)) and closed_at is null
            order by opened_at limit 1
            """)
        .param(person.value())
        .query(StayRows::chainOf)
        .optional();
  }

  /** Every case of a human being, the earliest first. */
  List<Chain> chains(PersonId person) {
    return jdbc.sql(
            """
            select * from transition.chain where person in (select person.same_human(?))
            order by opened_at, id
            """)
        .param(person.value())
        .query(StayRows::chainOf)
        .list();
  }

  /** The last other case of the person that ended by going home in this time. */
  Optional<Chain> lastHome(
      PersonId person, UUID but, OffsetDateTime notBefore, OffsetDateTime until) {
    return jdbc.sql(
            """
            select * from transition.chain
            where person in (select person.same_human(:person)) and closed_how in ('HOME', 'FACILITY')
              and id <> :but and closed_at between :from and :until
            order by closed_at desc limit 1
            """)
        .param("person", person.value())
        .param("but", but)
        .param("from", notBefore)
        .param("until", until)
        .query(StayRows::chainOf)
        .optional();
  }

  void openChain(UUID id, PersonId person, OffsetDateTime at) {
    jdbc.sql("insert into transition.chain (id, person, opened_at) values (?, ?, ?)")
        .params(id, person.value(), at)
        .update();
  }

  /** Corrects when a case began and which one it continues. */
  void moveChain(UUID id, OffsetDateTime openedAt, @Nullable UUID follows) {
    jdbc.sql(
            """
            update transition.chain set opened_at = :at, follows = :follows::uuid where id = :id
            """)
        .param("at", openedAt)
        .param("follows", follows)
        .param("id", id)
        .update();
  }

  /** Closes a chain, unless another stay of it is still open. */
  void closeChain(UUID id, OffsetDateTime at, StayState how) {
    jdbc.sql(
            """
            update transition.chain set closed_at = :at, closed_how = :how
            where id = :id and closed_at is null
              and (:how = 'DEATH' or not exists (
                select from transition.stay where chain = :id and ended_at is null))
            """)
        .param("id", id)
        .param("at", at)
        .param("how", how == StayState.DIED ? "DEATH" : how.name())
        .update();
  }

  void insert(Stay stay, OffsetDateTime enteredAt) {
    jdbc.sql(
            """
            insert into transition.stay (id, case_number, chain, person, hospital, ward, ward_type,
              fee_grade, state, admitted_at, time_known, entered_at)
            values (:id, :number, :chain, :person, :hospital, :ward, :type, :grade, :state,
              :admitted, :known, :entered)
            """)
        .param("id", stay.id().value())
        .param("number", stay.caseNumber())
        .param("chain", stay.chain())
        .param("person", stay.person().value())
        .param("hospital", stay.hospital().value())
        .param("ward", stay.ward())
        .param("type", stay.wardType().name())
        .param("grade", stay.feeGrade())
        .param("state", stay.state().name())
        .param("admitted", stay.admittedAt())
        .param("known", stay.timeKnown())
        .param("entered", enteredAt)
        .update();
  }

  /** Notes why the person was admitted, unless somebody has said so before. */
  void addReason(StayId id, @Nullable AdmissionReason reason) {
    if (reason != null) {
      jdbc.sql("update transition.stay set reason = ? where id = ? and reason is null")
          .params(reason.name(), id.value())
          .update();
    }
  }

  /** Corrects why the person was admitted; null where it turned out that nobody knows. */
  void setReason(StayId id, @Nullable AdmissionReason reason) {
    jdbc.sql("update transition.stay set reason = :reason where id = :id")
        .param("reason", reason == null ? null : reason.name())
        .param("id", id.value())
        .update();
  }

  Optional<AdmissionReason> reason(StayId id) {
    return jdbc.sql("select reason from transition.stay where id = ? and reason is not null")
        .param(id.value())
        .query(String.class)
        .optional()
        .map(AdmissionReason::valueOf);
  }

  /** Writes what may change of a stay. */
  void update(Stay stay) {
    OrganizationId next = stay.transferredTo();
    int changed =
        jdbc.sql(
                """
                update transition.stay set hospital = :hospital, ward = :ward, ward_type = :type,
                  fee_grade = :grade, state = :state, admitted_at = :admitted, time_known = :known,
                  planned_on = :planned, ended_at = :ended, transferred_to = :next
                where id = :id
                """)
            .param("id", stay.id().value())
            .param("hospital", stay.hospital().value())
            .param("ward", stay.ward())
            .param("type", stay.wardType().name())
            .param("grade", stay.feeGrade())
            .param("state", stay.state().name())
            .param("admitted", stay.admittedAt())
            .param("known", stay.timeKnown())
            .param("planned", stay.plannedOn())
            .param("ended", stay.endedAt())
            .param("next", next == null ? null : next.value())
            .update();
    if (changed != 1) {
      throw new AbsentException("stay");
    }
  }

  /** The grade declared for the type of ward on the day; empty where none was. */
  Optional<Integer> declaredGrade(OrganizationId hospital, WardType type, LocalDate day) {
    return jdbc.sql(
            """
            select coalesce(grade, 0) from transition.declared_grade
            where hospital = :hospital and ward_type = :type and valid_from <= :day
            order by valid_from desc limit 1
            """)
        .param("hospital", hospital.value())
        .param("type", type.name())
        .param("day", day)
        .query(Integer.class)
        .optional()
        .filter(grade -> grade > 0);
  }

  void declareGrade(
      OrganizationId hospital, WardType type, @Nullable Integer grade, LocalDate from) {
    jdbc.sql(
            """
            insert into transition.declared_grade (hospital, ward_type, valid_from, grade)
            values (:hospital, :type, :from, :grade)
            on conflict (hospital, ward_type, valid_from) do update set grade = excluded.grade
            """)
        .param("hospital", hospital.value())
        .param("type", type.name())
        .param("from", from)
        .param("grade", grade)
        .update();
  }

  static Stay stay(ResultSet row, int number) throws SQLException {
    UUID next = row.getObject("transferred_to", UUID.class);
    return new Stay(
        new StayId(row.getObject("id", UUID.class)),
        row.getString("case_number"),
        row.getObject("chain", UUID.class),
        new PersonId(row.getObject("person", UUID.class)),
        new OrganizationId(row.getObject("hospital", UUID.class)),
        row.getString("ward"),
        WardType.valueOf(row.getString("ward_type")),
        row.getObject("fee_grade", Integer.class),
        StayState.valueOf(row.getString("state")),
        row.getObject("admitted_at", OffsetDateTime.class),
        row.getBoolean("time_known"),
        row.getObject("planned_on", LocalDate.class),
        row.getObject("ended_at", OffsetDateTime.class),
        next == null ? null : new OrganizationId(next));
  }

  private static Chain chainOf(ResultSet row, int number) throws SQLException {
    return new Chain(
        row.getObject("id", UUID.class),
        row.getObject("opened_at", OffsetDateTime.class),
        row.getObject("closed_at", OffsetDateTime.class),
        row.getObject("follows", UUID.class));
  }
}
