package tasuki.person;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapanTime;
import tasuki.identity.Duty;
import tasuki.kernel.Acting;
import tasuki.notice.NoticeBox;
import tasuki.notice.Recipient;

/**
 * Tells those who answer for a person that somebody looked, asked or withdrew. Everything is told
 * in the transaction that does it, by ids and names of organisations alone.
 */
@Component
class PersonNotices {

  static final String EMERGENCY = "person.notice.emergency";
  static final String EMERGENCY_HERE = "person.notice.emergency-here";
  static final String EMERGENCY_FAMILY = "person.notice.emergency-family";
  static final String INQUIRED = "person.notice.inquired";
  static final String WITHDRAWN = "person.notice.withdrawn";
  static final String WITHDRAWN_FAMILY = "person.notice.withdrawn-family";
  static final String MERGED = "person.notice.merged";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final NoticeBox box;

  PersonNotices(JdbcClient jdbc, Clock clock, NoticeBox box) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.box = box;
  }

  /** 緊急閲覧: the plan owner's office, the own auditors, and the person and family. */
  void emergencyOpened(PersonId person) {
    String who = nameOf(Acting.organization());
    office(person).ifPresent(office -> tellInbox(EMERGENCY, office, person, who));
    for (UUID auditor : auditors(Acting.organization())) {
      box.tell(
          EMERGENCY_HERE,
          new Recipient.Person(auditor, Acting.organization()),
          person.value(),
          null);
    }
    tellFamily(EMERGENCY_FAMILY, person, who);
  }

  /** 照会: the office that was named in the answer. */
  void inquired(UUID inquiry, UUID office) {
    if (!office.equals(Acting.organization())) {
      box.tell(INQUIRED, new Recipient.Inbox(office), inquiry, null, nameOf(Acting.organization()));
    }
  }

  /** Those to whom the person closes by the end of a basis; call it before it ends. */
  void withdrawing(Basis basis) {
    List<UUID> closing =
        jdbc.sql(
                """
                select distinct access.organization from person.access access
                join directory.organization o on o.id = access.organization and o.member
                where access.basis = :basis and access.scope in ('FULL', 'FORM')
                  and o.kind <> 'PERSON_AND_FAMILY'
                  and (access.valid_until is null or access.valid_until > now())
                union select :recorder
                """)
            .param("basis", basis.id().value())
            .param("recorder", basis.recordedFor().value())
            .query((row, _) -> row.getObject(1, UUID.class))
            .list();
    closing.forEach(office -> tellInbox(WITHDRAWN, office, basis.person()));
    tellFamily(WITHDRAWN_FAMILY, basis.person());
  }

  /** The offices that answer for the plans of two entries that became one. */
  void merged(PersonId alias, PersonId into) {
    String who = nameOf(Acting.organization());
    List.of(alias, into).stream()
        .flatMap(person -> office(person).stream())
        .distinct()
        .forEach(office -> tellInbox(MERGED, office, into, who));
  }

  /** Nothing that still waits reaches the family any more. */
  void died(PersonId person) {
    box.silence(person.value(), family(person).stream().map(Recipient.Person::account).toList());
  }

  private void tellInbox(String kind, UUID organization, PersonId person, Object... words) {
    if (!organization.equals(Acting.organization())) {
      box.tell(kind, new Recipient.Inbox(organization), person.value(), person.value(), words);
    }
  }

  private void tellFamily(String kind, PersonId person, Object... words) {
    boolean died =
        jdbc.sql("select died_on is not null from person.person where id = ?")
            .param(person.value())
            .query(Boolean.class)
            .single();
    if (died) {
      return;
    }
    for (Recipient.Person relative : family(person)) {
      if (!relative.account().equals(Acting.account())) {
        box.tell(kind, relative, person.value(), person.value(), words);
      }
    }
  }

  private List<Recipient.Person> family(PersonId person) {
    return jdbc.sql(
            """
            select distinct access.account, access.organization from person.access access
            join directory.organization o on o.id = access.organization
            where access.person in (select person.same_human(?)) and o.kind = 'PERSON_AND_FAMILY'
              and access.account is not null
              and (access.valid_until is null or access.valid_until > now())
            """)
        .param(person.value())
        .query(
            (row, _) ->
                new Recipient.Person(
                    row.getObject("account", UUID.class),
                    row.getObject("organization", UUID.class)))
        .list();
  }

  private Optional<UUID> office(PersonId person) {
    return jdbc.sql(
            """
            select owner.organization from person.plan_owner_of(?, ?) owner
            join directory.organization o on o.id = owner.organization and o.member
            """)
        .params(person.value(), JapanTime.today(clock).withDayOfMonth(1))
        .query(UUID.class)
        .optional();
  }

  private List<UUID> auditors(UUID organization) {
    return jdbc.sql(
            """
            select account from identity.membership
            where organization = ? and valid_until is null and ? = any (duties)
            """)
        .params(organization, Duty.AUDITOR.name())
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  private String nameOf(UUID organization) {
    return jdbc.sql("select name from directory.organization where id = ?")
        .param(organization)
        .query(String.class)
        .single();
  }
}
