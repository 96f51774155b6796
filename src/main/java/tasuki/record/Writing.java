package tasuki.record;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.kernel.Ids;
import tasuki.person.PersonId;

/** Puts rows into the timeline; who writes them is added by the database. */
@Repository
class Writing {

  /** Where a new entry stands among the others. */
  record Place(@Nullable UUID replyTo, @Nullable UUID corrects, @Nullable UUID origin) {
    static final Place OWN = new Place(null, null, null);
  }

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final FileStore files;
  private final SystemWords words;

  Writing(JdbcClient jdbc, Ids ids, Clock clock, FileStore files, SystemWords words) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.files = files;
    this.words = words;
  }

  UUID insert(PersonId person, NewEntry entry, Place place) {
    UUID id = ids.next();
    Call call = entry.call();
    String searchable =
        call == null ? entry.text() : words.said(call, Locale.JAPANESE) + " " + entry.text();
    jdbc.sql(
            """
            insert into record.entry (id, person, kind, text, called, outcome, occurred_at,
              written_at, reply_to, corrects, origin, family, asks, searchable)
            values (:id, :person, :kind, :text, :called, :outcome, :occurred, :now,
              cast(:reply as uuid), cast(:corrects as uuid), cast(:origin as uuid), :family,
              :asks, :searchable)
            """)
        .param("id", id)
        .param("person", person.value())
        .param("kind", entry.kind().name())
        .param("text", entry.text())
        .param("called", call == null ? null : call.called().name())
        .param("outcome", call == null ? null : call.outcome().name())
        .param("occurred", entry.occurredAt() == null ? now() : at(entry.occurredAt()))
        .param("now", now())
        .param("reply", place.replyTo())
        .param("corrects", place.corrects())
        .param("origin", place.origin())
        .param("family", entry.family())
        .param("asks", entry.asks())
        .param("searchable", Folding.fold(searchable))
        .update();
    attach(id, person, entry.files());
    return id;
  }

  void attach(UUID entry, PersonId person, List<FileId> attached) {
    for (FileId file : attached) {
      jdbc.sql("insert into record.attachment (entry, person, file) values (?, ?, ?)")
          .params(entry, person.value(), file.value())
          .update();
    }
    files.reference(attached);
  }

  UUID insertSaid(
      PersonId person, EntryKind kind, String message, List<?> arguments, @Nullable UUID subject) {
    UUID id = ids.next();
    List<String> kept = arguments.stream().map(value -> SystemWords.kept(value)).toList();
    jdbc.sql(
            """
            insert into record.entry (id, person, kind, message, arguments, subject, occurred_at,
              written_at, searchable)
            values (:id, :person, :kind, :message, :arguments, cast(:subject as uuid), :now, :now,
              :searchable)
            """)
        .param("id", id)
        .param("person", person.value())
        .param("kind", kind.name())
        .param("message", message)
        .param("arguments", kept.toArray(String[]::new))
        .param("subject", subject)
        .param("now", now())
        .param("searchable", Folding.fold(words.said(message, kept, Locale.JAPANESE)))
        .update();
    return id;
  }

  /** Answers whether it is new. */
  boolean insertReceipt(Entry entry) {
    return jdbc.sql(
                """
                insert into record.receipt (entry, person, at) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(entry.id().value(), entry.person().value(), now())
            .update()
        > 0;
  }

  void insertPin(UUID entry, PersonId person) {
    jdbc.sql("insert into record.pin (id, entry, person, at) values (?, ?, ?, ?)")
        .params(ids.next(), entry, person.value(), now())
        .update();
  }

  /** Answers whether there was one. */
  boolean endPin(EntryId entry, UUID account) {
    return jdbc.sql(
                """
                update record.pin set ended_at = ?, ended_by = ?
                where entry = ? and ended_at is null
                """)
            .params(now(), account, entry.value())
            .update()
        > 0;
  }

  Instant time() {
    return clock.instant();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
