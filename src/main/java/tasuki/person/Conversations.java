package tasuki.person;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.file.StoredFile;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Idempotency;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 人生会議: how somebody wants to live and be cared for, conversation by conversation. */
@Service
@Transactional
public class Conversations {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** A paper on its way to the reader. */
  public record Paper(StoredFile file, InputStream bytes) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final Idempotency idempotency;
  private final People people;
  private final FileStore files;

  Conversations(
      JdbcClient jdbc,
      Ids ids,
      AuditLog audit,
      Idempotency idempotency,
      People people,
      FileStore files) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.idempotency = idempotency;
    this.people = people;
    this.files = files;
  }

  /**
   * Writes a conversation down. What was said before stays readable.
   *
   * @param papers living wills that the acting account has just sent
   * @param corrects an entry that was wrong, which this one replaces
   * @param key the same key writes once
   * @throws RefusedException when it lies in the future, or the entry was corrected already
   */
  public UUID record(
      PersonId person,
      NewConversation said,
      Collection<FileId> papers,
      @Nullable UUID corrects,
      UUID key) {
    return idempotency.once(key, () -> write(person, said, papers, corrects));
  }

  private UUID write(
      PersonId person, NewConversation said, Collection<FileId> papers, @Nullable UUID corrects) {
    PersonId target = people.inFull(person);
    WishRules.complete(said, JapanTime.at(people.now().toInstant()).toLocalDate()).orThrow();
    if (corrects != null) {
      get(target, corrects);
    }
    UUID id = ids.next();
    try {
      insert(id, target, said, corrects);
    } catch (DuplicateKeyException corrected) {
      throw RefusedException.because("person.refused.wish-corrected");
    }
    if (said.family() != null) {
      jdbc.sql("insert into person.family_view (conversation, person, text) values (?, ?, ?)")
          .params(id, target.value(), said.family())
          .update();
    }
    for (FileId file : papers) {
      jdbc.sql(
              """
              insert into person.living_will (conversation, person, file, at) values (?, ?, ?, ?)
              """)
          .params(id, target.value(), file.value(), people.now())
          .update();
    }
    files.reference(papers);
    people.changed("person.wishes-recorded", id, target);
    return id;
  }

  private void insert(UUID id, PersonId target, NewConversation said, @Nullable UUID corrects) {
    LastPlace place = said.lastPlace();
    jdbc.sql(
            """
            insert into person.conversation (id, person, held_on, present, spoken_by,
              spoken_reason, matters, wishes, treatment, last_place, deputy, deputy_relation,
              deputy_telephone, next_on, corrects, at)
            values (:id, :person, :held, :present, :spokenBy, :reason, :matters, :wishes::jsonb,
              :treatment, :place, :deputy, :relation, :telephone, :next::date,
              :corrects::uuid, :now)
            """)
        .param("id", id)
        .param("person", target.value())
        .param("held", said.heldOn())
        .param("present", said.present())
        .param("spokenBy", said.spokenBy())
        .param("reason", said.spokenReason())
        .param("matters", said.matters())
        .param("wishes", JSON.writeValueAsString(said.wishes()))
        .param("treatment", said.treatment())
        .param("place", place == null ? null : place.name())
        .param("deputy", said.deputy())
        .param("relation", said.deputyRelation())
        .param("telephone", said.deputyTelephone())
        .param("next", said.nextOn())
        .param("corrects", corrects)
        .param("now", people.now())
        .update();
  }

  /** Every conversation with the person that the viewer may read, the latest first. */
  @Transactional(readOnly = true)
  public List<Conversation> of(PersonId person) {
    PersonId target = people.get(person).id();
    audit.viewed("person.wishes", List.of(target.value()), null);
    return list(target);
  }

  /**
   * What is wanted now: the latest conversation that was not corrected. Empty for whoever sees the
   * own records alone, and so perhaps not the latest.
   */
  @Transactional(readOnly = true)
  public Optional<Conversation> now(PersonId person) {
    return people.full(people.get(person).id()) ? latest(of(person)) : Optional.empty();
  }

  /** The latest of all that can be read of a person who is seen in full. */
  static Optional<Conversation> latest(List<Conversation> all) {
    return all.stream().filter(one -> !one.corrected()).findFirst();
  }

  /**
   * One conversation with the person.
   *
   * @throws AbsentException when not visible
   */
  @Transactional(readOnly = true)
  public Conversation get(PersonId person, UUID id) {
    return of(person).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AbsentException("conversation"));
  }

  /**
   * A living will, with the look noted.
   *
   * @throws AbsentException when not visible
   */
  @Transactional(readOnly = true)
  public Paper open(PersonId person, UUID conversation, UUID file) {
    StoredFile paper =
        get(person, conversation).papers().stream()
            .filter(one -> one.id().value().equals(file))
            .findFirst()
            .orElseThrow(() -> new AbsentException("file"));
    audit.viewed("person.living-will", List.of(people.get(person).id().value()), file);
    return new Paper(paper, files.open(paper.id()));
  }

  private List<Conversation> list(PersonId target) {
    Map<UUID, List<StoredFile>> papers = papers(target);
    return jdbc.sql(
            """
            select c.*, f.text as family, a.name as account_name, o.name as organization_name,
              person.is_corrected(c.id) as corrected
            from person.conversation c
            left join person.family_view f on f.conversation = c.id
            join identity.account a on a.id = c.account
            join directory.organization o on o.id = c.organization
            where c.person in (select person.same_human(:person))
            order by c.held_on desc, c.id desc
            """)
        .param("person", target.value())
        .query((row, _) -> conversation(row, papers))
        .list();
  }

  private Map<UUID, List<StoredFile>> papers(PersonId target) {
    Map<UUID, List<FileId>> wanted = new HashMap<>();
    jdbc.sql(
            """
            select conversation, file from person.living_will
            where person in (select person.same_human(:person)) order by file
            """)
        .param("person", target.value())
        .query(
            row -> {
              wanted
                  .computeIfAbsent(
                      row.getObject("conversation", UUID.class), _ -> new ArrayList<>())
                  .add(new FileId(row.getObject("file", UUID.class)));
            });
    Map<UUID, List<StoredFile>> papers = new HashMap<>();
    wanted.forEach((conversation, file) -> papers.put(conversation, files.find(file)));
    return papers;
  }

  private static Conversation conversation(ResultSet row, Map<UUID, List<StoredFile>> papers)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String place = row.getString("last_place");
    NewConversation said =
        new NewConversation(
            row.getObject("held_on", LocalDate.class),
            row.getString("present"),
            row.getString("spoken_by"),
            row.getString("spoken_reason"),
            row.getString("matters"),
            JSON.readValue(row.getString("wishes"), new TypeReference<Map<Treatment, Wish>>() {}),
            row.getString("treatment"),
            place == null ? null : LastPlace.valueOf(place),
            row.getString("deputy"),
            row.getString("deputy_relation"),
            row.getString("deputy_telephone"),
            row.getString("family"),
            row.getObject("next_on", LocalDate.class));
    return new Conversation(
        id,
        new PersonId(row.getObject("person", UUID.class)),
        said,
        row.getString("account_name"),
        row.getString("organization_name"),
        row.getObject("at", OffsetDateTime.class),
        row.getBoolean("corrected"),
        papers.getOrDefault(id, List.of()));
  }
}
