package tasuki.record;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.kernel.Acting;
import tasuki.notice.NoticeBox;
import tasuki.notice.Recipient;
import tasuki.person.PersonId;

/**
 * Tells those who care for a person that something was written on the timeline, in the transaction
 * that writes it. A notice names the organisation that wrote and nothing of the person or the text.
 */
@Component
class TimelineNotices {

  private final JdbcClient jdbc;
  private final NoticeBox box;

  TimelineNotices(JdbcClient jdbc, NoticeBox box) {
    this.jdbc = jdbc;
    this.box = box;
  }

  /**
   * A new entry: the others of the team, whom a second one does not tell again before they look.
   */
  void written(PersonId person, boolean asks) {
    if (asks) {
      asked(person);
      return;
    }
    String own = ownName();
    team(person)
        .forEach(
            member ->
                box.tellOnce(
                    TimelineNoticeKinds.WRITTEN, member, person.value(), person.value(), own));
  }

  /** 確認希望: the others of the team, each time. */
  void asked(PersonId person) {
    tell(TimelineNoticeKinds.ASKED, team(person), person);
  }

  /** A reply: whoever wrote what it answers; when it asks to be confirmed, the others too. */
  void replied(PersonId person, List<EntryId> answered, boolean asks) {
    Set<Recipient> authors = authors(answered);
    tell(TimelineNoticeKinds.REPLIED, authors, person);
    if (asks) {
      Set<Recipient> others = team(person);
      others.removeAll(authors);
      tell(TimelineNoticeKinds.ASKED, others, person);
    }
  }

  private void tell(String kind, Set<Recipient> recipients, PersonId person) {
    String own = ownName();
    recipients.forEach(to -> box.tell(kind, to, person.value(), person.value(), own));
  }

  /** The account in charge where one was named, else the inbox of the organisation. */
  private Set<Recipient> team(PersonId person) {
    return jdbc
        .sql(
            """
            select distinct member.organization, member.account from person.team_member member
            join directory.organization o on o.id = member.organization and o.member
            where member.person in (select person.same_human(:person)) and member.left_at is null
              and o.kind <> 'PERSON_AND_FAMILY'
              and member.organization <> :own
            order by member.organization, member.account
            """)
        .param("person", person.value())
        .param("own", Acting.organization())
        .query(
            (row, _) -> {
              UUID organization = row.getObject("organization", UUID.class);
              UUID account = row.getObject("account", UUID.class);
              return account == null
                  ? new Recipient.Inbox(organization)
                  : new Recipient.Person(account, organization);
            })
        .list()
        .stream()
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Set<Recipient> authors(List<EntryId> entries) {
    return jdbc
        .sql(
            """
            select distinct entry.account, entry.organization from record.entry entry
            where entry.id in (:entries) and entry.message is null and entry.account <> :me
            """)
        .param("entries", entries.stream().map(EntryId::value).toList())
        .param("me", Acting.account())
        .query(
            (row, _) ->
                new Recipient.Person(
                    row.getObject("account", UUID.class),
                    row.getObject("organization", UUID.class)))
        .list()
        .stream()
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String ownName() {
    return jdbc.sql("select name from directory.organization where id = ?")
        .param(Acting.organization())
        .query(String.class)
        .single();
  }
}
