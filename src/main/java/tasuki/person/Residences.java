package tasuki.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.Ids;

/** Where persons live and lived; rows are only added, a later entry corrects an earlier one. */
@Service
@Transactional
public class Residences {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final People people;
  private final ApplicationEventPublisher events;

  Residences(
      JdbcClient jdbc, Ids ids, AuditLog audit, People people, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.people = people;
    this.events = events;
  }

  /** Adds where the person lives from a day on. */
  public void add(PersonId person, NewResidence residence) {
    PersonId target = people.inFull(person);
    people.changed("person.residence-added", insert(target, residence), target);
    events.publishEvent(new DetailRecorded(target.value()));
  }

  UUID insert(PersonId target, NewResidence residence) {
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into person.residence (id, person, valid_from, base_unit, postcode, address,
              telephone, secret, recorded_at)
            values (:id, :person, :from, :unit, :postcode, :address, :telephone, :secret, :now)
            """)
        .param("id", id)
        .param("person", target.value())
        .param("from", residence.validFrom())
        .param("unit", residence.baseUnit())
        .param("postcode", residence.postcode())
        .param("address", residence.address())
        .param("telephone", residence.telephone())
        .param("secret", residence.secret())
        .param("now", people.now())
        .update();
    return id;
  }

  /** Where the person lives on the day; in the portal never a secret address (支援措置). */
  @Transactional(readOnly = true)
  public Optional<Residence> on(PersonId person, LocalDate day) {
    PersonId target = people.get(person).id();
    audit.viewed("person.residence", List.of(target.value()), null);
    return find(target, day);
  }

  Optional<Residence> find(PersonId target, LocalDate day) {
    if (hidden(target, day)) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            select * from person.residence
            where person in (select person.same_human(:person)) and valid_from <= :day
            order by valid_from desc, recorded_at desc, id desc limit 1
            """)
        .param("person", target.value())
        .param("day", day)
        .query(Residences::residence)
        .optional();
  }

  private boolean hidden(PersonId target, LocalDate day) {
    boolean portal =
        Acting.current() instanceof Actor.Member member && member.sight() == Actor.Sight.PORTAL;
    return portal
        && jdbc.sql("select person.address_is_secret(?, ?)")
            .params(target.value(), day)
            .query(Boolean.class)
            .single();
  }

  /** Every residence ever entered, the newest first. */
  @Transactional(readOnly = true)
  public List<Residence> history(PersonId person) {
    PersonId target = people.get(person).id();
    audit.viewed("person.residences", List.of(target.value()), null);
    return jdbc.sql(
            """
            select * from person.residence where person in (select person.same_human(:person))
            order by valid_from desc, recorded_at desc, id desc
            """)
        .param("person", target.value())
        .query(Residences::residence)
        .list();
  }

  private static Residence residence(ResultSet row, int number) throws SQLException {
    return new Residence(
        row.getObject("id", UUID.class),
        row.getObject("valid_from", LocalDate.class),
        row.getString("base_unit"),
        row.getString("postcode"),
        row.getString("address"),
        row.getString("telephone"),
        row.getBoolean("secret"));
  }
}
