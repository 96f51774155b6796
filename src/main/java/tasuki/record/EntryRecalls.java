package tasuki.record;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.file.StoredFile;
import tasuki.incident.Incidents;
import tasuki.incident.NewIncident;
import tasuki.incident.Way;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Idempotency;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.person.PersonId;
import tasuki.person.Persons;

/**
 * 誤送信: takes back what was written by mistake, most often about the wrong person, and moves it to
 * whom it is about.
 */
@Service
@Transactional
class EntryRecalls {

  /** What all others read in its place. */
  static final String TOMBSTONE = "record.recalled";

  /**
   * What went wrong.
   *
   * @param belongsTo about whom it is; null where it is to stand nowhere
   */
  record Mistake(String cause, LocalDate foundOn, @Nullable PersonId belongsTo) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Idempotency idempotency;
  private final AuditLog audit;
  private final Reading reading;
  private final Timeline timeline;
  private final Persons persons;
  private final Incidents incidents;
  private final SystemWords words;
  private final MessageSource messages;

  EntryRecalls(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      Idempotency idempotency,
      AuditLog audit,
      Reading reading,
      Timeline timeline,
      Persons persons,
      Incidents incidents,
      SystemWords words,
      MessageSource messages) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.idempotency = idempotency;
    this.audit = audit;
    this.reading = reading;
    this.timeline = timeline;
    this.persons = persons;
    this.incidents = incidents;
    this.words = words;
    this.messages = messages;
  }

  /**
   * Takes back an entry of the acting organisation, with every text it had before. The organisation
   * keeps reading what it wrote; all others read that something was taken back.
   *
   * @return id of the incident
   * @throws AbsentException when there is no such entry of the acting organisation
   * @throws RefusedException when it was put right or taken back meanwhile, or cannot be moved
   *     there
   */
  UUID recall(EntryId id, Mistake mistake, UUID key) {
    return idempotency.once(key, () -> takeBack(id, mistake, key));
  }

  private UUID takeBack(EntryId id, Mistake mistake, UUID key) {
    Entry entry = own(id);
    move(entry, mistake.belongsTo(), key);
    UUID tombstone = ids.next();
    List<String> said = List.of(SystemWords.kept(organization()));
    boolean done =
        jdbc.sql(
                "select record.recall(:entry, :tombstone, :message, :arguments, :searchable, :now)")
            .param("entry", entry.id().value())
            .param("tombstone", tombstone)
            .param("message", TOMBSTONE)
            .param("arguments", said.toArray(String[]::new))
            .param("searchable", Folding.fold(words.said(TOMBSTONE, said, Locale.JAPANESE)))
            .param("now", OffsetDateTime.now(clock))
            .query(Boolean.class)
            .single();
    if (!done) {
      throw RefusedException.because("record.refused.recalled-meanwhile");
    }
    audit.changed("record.recalled", entry.id().value(), List.of(entry.person().value()), null);
    return incidents.record(incident(entry, mistake));
  }

  /** An entry that the acting organisation wrote, as it stands now. */
  @Transactional(readOnly = true)
  Entry own(EntryId id) {
    Entry entry =
        reading.entries(List.of(id.value())).stream()
            .filter(Entry::ours)
            .findFirst()
            .orElseThrow(() -> new AbsentException("entry"));
    if (!reading.current(id.value()).equals(Optional.of(id.value()))) {
      throw RefusedException.because("record.refused.recalled-meanwhile");
    }
    audit.viewed("record.entry", List.of(entry.person().value()), id.value());
    return entry;
  }

  /** The words are the author's: nobody else puts them anywhere in the author's stead. */
  private void move(Entry entry, @Nullable PersonId right, UUID key) {
    if (right == null) {
      return;
    }
    if (!entry.mine()) {
      throw RefusedException.because("record.refused.move-not-own");
    }
    if (persons.ids(right).contains(entry.person())) {
      throw RefusedException.because("record.refused.move-same");
    }
    UUID copy = UUID.nameUUIDFromBytes(("move/" + key).getBytes(StandardCharsets.UTF_8));
    timeline.write(
        right,
        new NewEntry(
            entry.kind(),
            entry.text(),
            entry.call(),
            entry.family(),
            entry.asks(),
            entry.occurredAt(),
            entry.files().stream().map(StoredFile::id).toList()),
        copy);
  }

  private NewIncident incident(Entry entry, Mistake mistake) {
    Instant first =
        entry.earlier().isEmpty() ? entry.writtenAt() : entry.earlier().getLast().writtenAt();
    String kind = "record.kind." + entry.kind();
    return new NewIncident(
        WrittenAstray.SOURCE,
        Way.WRITTEN,
        entry.id().value(),
        null,
        entry.person(),
        null,
        say("record.recall.title", Locale.JAPANESE, say(kind, Locale.JAPANESE)),
        say("record.recall.title", Locale.ENGLISH, say(kind, Locale.ENGLISH)),
        say(
            entry.files().isEmpty() ? "record.recall.items" : "record.recall.items.files",
            Locale.JAPANESE),
        null,
        readers(entry),
        mistake.cause(),
        first.atOffset(ZoneOffset.UTC),
        mistake.foundOn());
  }

  /** Before whose eyes it stood: everybody else who may see the person, by organisation. */
  private String readers(Entry entry) {
    List<String> names =
        new ArrayList<>(
            jdbc.sql(
                    """
                    select distinct o.name from person.access access
                    join directory.organization o on o.id = access.organization and o.member
                    where access.person in (select person.same_human(:person))
                      and access.scope = 'FULL' and o.id <> :own
                      and (:family or o.kind <> 'PERSON_AND_FAMILY')
                      and access.valid_from <= :now
                      and (access.valid_until is null or access.valid_until > :now)
                    order by o.name
                    """)
                .param("person", entry.person().value())
                .param("own", Acting.organization())
                .param("family", entry.family())
                .param("now", OffsetDateTime.now(clock))
                .query(String.class)
                .list());
    return names.isEmpty() ? say("record.recall.nobody", Locale.JAPANESE) : String.join("、", names);
  }

  private String organization() {
    return jdbc.sql("select name from directory.organization where id = ?")
        .param(Acting.organization())
        .query(String.class)
        .single();
  }

  private String say(String key, Locale locale, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }
}
