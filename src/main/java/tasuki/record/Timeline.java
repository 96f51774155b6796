package tasuki.record;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.file.StoredFile;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.Idempotency;
import tasuki.kernel.RefusedException;
import tasuki.person.PersonId;
import tasuki.person.Persons;

/**
 * The one record that all who care for a person share. What stands in it stays: it can be put
 * right, answered and confirmed, never changed.
 */
@Service
@Transactional
public class Timeline {

  /** A word inside a sentence of Tasuki, given by its message key. */
  public record Word(String key) {}

  /** A stored attachment on its way to the reader. */
  public record Attachment(StoredFile file, InputStream bytes) {}

  /** How many entries of one person may be pinned at once. */
  public static final int MOST_PINS = 5;

  /** How many files one entry may carry. */
  public static final int MOST_FILES = 5;

  /** How many letters one entry may have. */
  public static final int LONGEST = 4000;

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
  private static final Duration RECENT = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final Reading reading;
  private final Writing writing;
  private final Idempotency idempotency;
  private final AuditLog audit;
  private final Persons persons;
  private final FileStore files;
  private final TimelineNotices told;

  Timeline(
      JdbcClient jdbc,
      Reading reading,
      Writing writing,
      Idempotency idempotency,
      AuditLog audit,
      Persons persons,
      FileStore files,
      TimelineNotices told) {
    this.jdbc = jdbc;
    this.reading = reading;
    this.writing = writing;
    this.idempotency = idempotency;
    this.audit = audit;
    this.persons = persons;
    this.files = files;
    this.told = told;
  }

  /**
   * Tells the team something.
   *
   * @param key the same entry with the same key is written once, however often it is sent
   * @throws AbsentException when the person does not exist for the one who writes
   * @throws RefusedException when it is empty, too long, in the future, or only the own records are
   *     left
   */
  public EntryId write(PersonId person, NewEntry entry, UUID key) {
    PersonId target = writable(person);
    check(entry);
    return once(key, target.value(), entry, () -> tell(target, entry));
  }

  private UUID tell(PersonId person, NewEntry entry) {
    UUID id = insert(person, entry, Writing.Place.OWN);
    told.written(person, entry.asks());
    return id;
  }

  /** Answers an entry, under the same conditions; whoever wrote it is told. */
  public EntryId reply(EntryId to, NewEntry entry, UUID key) {
    Entry answered = standing(to);
    check(entry);
    EntryId above = answered.replyTo();
    EntryId origin = above == null ? origin(answered) : above;
    // Whoever cannot read the question would not understand the answer.
    NewEntry fitting = answered.family() ? entry : hiddenFromFamily(entry);
    return once(
        key,
        to.value(),
        entry,
        () -> {
          UUID id =
              insert(answered.person(), fitting, new Writing.Place(origin.value(), null, null));
          told.replied(answered.person(), List.of(answered.id(), origin), fitting.asks());
          return id;
        });
  }

  /**
   * Puts right what the acting account wrote; the old text stays readable below the new one, and
   * its files go along.
   *
   * @throws RefusedException when somebody else wrote it, or it was put right meanwhile
   */
  public EntryId correct(EntryId wrong, NewEntry entry, UUID key) {
    check(entry);
    Entry old = visible(wrong);
    if (!old.mine()) {
      throw RefusedException.because("record.refused.not-own");
    }
    writable(old.person());
    return once(key, wrong.value(), entry, () -> putRight(old, entry));
  }

  private UUID putRight(Entry old, NewEntry entry) {
    lock(old.person());
    if (!reading.current(old.id().value()).equals(Optional.of(old.id().value()))) {
      throw RefusedException.because("record.refused.corrected-meanwhile");
    }
    EntryId replyTo = old.replyTo();
    NewEntry complete =
        new NewEntry(
            entry.kind(),
            entry.text(),
            entry.call(),
            entry.family(),
            entry.asks(),
            entry.occurredAt() == null ? old.occurredAt() : entry.occurredAt(),
            Stream.concat(old.files().stream().map(StoredFile::id), entry.files().stream())
                .distinct()
                .toList());
    UUID id =
        insert(
            old.person(),
            complete,
            new Writing.Place(
                replyTo == null ? null : replyTo.value(), old.id().value(), origin(old).value()));
    if (complete.asks()) {
      told.asked(old.person());
    }
    if (old.pinned()) {
      writing.endPin(old.id(), Acting.account());
      writing.insertPin(id, old.person());
    }
    return id;
  }

  /**
   * Says something in the name of Tasuki, in the language of each reader. Other rooms write through
   * this what happened in them; it may be called by a job.
   *
   * @param message key of a message
   * @param arguments put into it: a {@link java.time.LocalDate} and a {@link Word} change with the
   *     language, everything else is taken as it is
   * @param subject id of what it is about, or null
   */
  public EntryId note(
      PersonId person, EntryKind kind, String message, List<?> arguments, @Nullable UUID subject) {
    if (kind.writtenByPeople()) {
      throw new IllegalArgumentException("Written by people: " + kind);
    }
    UUID id = writing.insertSaid(person, kind, message, arguments, subject);
    audit.changed("record.said", id, List.of(person.value()), message);
    return new EntryId(id);
  }

  /** The acting account has read it (確認しました). A second time changes nothing. */
  public void confirm(EntryId id) {
    Entry entry = standing(id);
    if (!entry.mine() && writing.insertReceipt(entry)) {
      audit.changed("record.confirmed", entry.id().value(), List.of(entry.person().value()), null);
    }
  }

  /**
   * Keeps the entry above all others for the whole team. A second time changes nothing.
   *
   * @throws RefusedException when {@link #MOST_PINS} others are pinned
   */
  public void pin(EntryId id) {
    Entry entry = standing(id);
    lock(entry.person());
    List<UUID> pinned = reading.pinned(persons.ids(entry.person()));
    if (pinned.contains(entry.id().value())) {
      return;
    }
    if (pinned.size() >= MOST_PINS) {
      throw RefusedException.because("record.refused.pins", MOST_PINS);
    }
    writing.insertPin(entry.id().value(), entry.person());
    audit.changed("record.pinned", entry.id().value(), List.of(entry.person().value()), null);
  }

  /** Puts the entry back among the others. */
  public void unpin(EntryId id) {
    Entry entry = standing(id);
    if (writing.endPin(entry.id(), Acting.account())) {
      audit.changed("record.unpinned", entry.id().value(), List.of(entry.person().value()), null);
    }
  }

  /**
   * A page of the timeline, the newest first.
   *
   * @param after the last entry of the page before; null for the newest
   * @throws AbsentException when the person does not exist for the one who asks
   */
  @Transactional(readOnly = true)
  public TimelinePage entries(
      PersonId person, TimelineFilter filter, TimelinePage.@Nullable Key after, int most) {
    List<PersonId> same = persons.ids(person);
    List<TimelinePage.Key> keys = reading.keys(same, filter, after, most + 1);
    boolean more = keys.size() > most;
    List<TimelinePage.Key> shown = more ? keys.subList(0, most) : keys;
    audit.viewed("record.timeline", List.of(same.getFirst().value()), null);
    return new TimelinePage(
        reading.entries(shown.stream().map(TimelinePage.Key::id).toList()),
        more ? shown.getLast() : null);
  }

  /** What the team keeps above all others, at most {@link #MOST_PINS}. */
  @Transactional(readOnly = true)
  public List<Entry> pinned(PersonId person) {
    List<PersonId> same = persons.ids(person);
    audit.viewed("record.pinned", List.of(same.getFirst().value()), null);
    return reading.entries(reading.pinned(same));
  }

  /**
   * One entry with all that belongs to it, as it stands now.
   *
   * @throws AbsentException when there is none for the one who asks
   */
  @Transactional(readOnly = true)
  public Entry entry(EntryId id) {
    Entry found = visible(new EntryId(reading.current(id.value()).orElse(id.value())));
    audit.viewed("record.entry", List.of(found.person().value()), found.id().value());
    return found;
  }

  /**
   * A file of an entry; whoever asks closes the stream.
   *
   * @throws AbsentException when there is none for the one who asks
   */
  @Transactional(readOnly = true)
  public Attachment attachment(EntryId entry, FileId file) {
    PersonId person =
        jdbc.sql("select person from record.attachment where entry = ? and file = ?")
            .params(entry.value(), file.value())
            .query(UUID.class)
            .optional()
            .map(PersonId::new)
            .orElseThrow(() -> new AbsentException("attachment"));
    audit.viewed("record.attachment", List.of(person.value()), file.value());
    return new Attachment(files.get(file), files.open(file));
  }

  /**
   * How many entries of others about the person the viewer has not confirmed in the last thirty
   * days; none where the viewer does not see the person in full.
   */
  @Transactional(readOnly = true)
  public int unread(PersonId person, Viewer viewer) {
    Actor.Member member = viewer.actor();
    if (member.sight() != Actor.Sight.CARE) {
      return 0;
    }
    return jdbc.sql(
            """
            select count(*)::int from record.entry e
            where e.person in (select person.same_human(:person)) and e.written_at > :since
              and person.seen_in_full(:person)
              and e.message is null and e.account <> :account
              and not exists (select from record.entry c where c.corrects = e.id)
              and not exists (select from record.receipt r
                where r.entry = e.id and r.account = :account)
            """)
        .param("person", person.value())
        .param("account", member.account())
        .param("since", writing.time().minus(RECENT).atOffset(ZoneOffset.UTC))
        .query((row, _) -> row.getInt(1))
        .single();
  }

  private EntryId once(UUID key, UUID target, NewEntry entry, Supplier<UUID> work) {
    // A page that came back by the back button carries its old key; another text is another entry.
    String same = key + "|" + target + "|" + entry.kind() + "|" + entry.call() + "|" + entry.text();
    UUID whole = UUID.nameUUIDFromBytes(same.getBytes(StandardCharsets.UTF_8));
    return new EntryId(idempotency.once(whole, work));
  }

  private UUID insert(PersonId person, NewEntry entry, Writing.Place place) {
    UUID id = writing.insert(person, entry, place);
    persons.touched(person);
    audit.changed("record.written", id, List.of(person.value()), entry.kind().name());
    return id;
  }

  private PersonId writable(PersonId person) {
    if (Acting.current() instanceof Actor.Member member && member.sight() == Actor.Sight.PORTAL) {
      throw new AbsentException("timeline");
    }
    if (!persons.seenInFull(person)) {
      throw RefusedException.because("record.refused.own-records-only");
    }
    return persons.ids(person).getFirst();
  }

  private void check(NewEntry entry) {
    if (entry.text().isBlank() && entry.call() == null && entry.files().isEmpty()) {
      throw RefusedException.because("record.refused.empty");
    }
    if (entry.text().codePointCount(0, entry.text().length()) > LONGEST) {
      throw RefusedException.because("web.form.long", LONGEST);
    }
    if (entry.files().size() > MOST_FILES) {
      throw RefusedException.because("record.refused.files", MOST_FILES);
    }
    Instant occurred = entry.occurredAt();
    if (occurred != null && occurred.isAfter(writing.time().plus(CLOCKS_DIFFER))) {
      throw RefusedException.because("record.refused.future");
    }
  }

  private Entry visible(EntryId id) {
    return reading.entries(List.of(id.value())).stream()
        .findFirst()
        .orElseThrow(() -> new AbsentException("entry"));
  }

  /** The entry that stands now where this one was written, of a person one may write about. */
  private Entry standing(EntryId id) {
    Entry found = visible(new EntryId(reading.current(id.value()).orElse(id.value())));
    writable(found.person());
    return found;
  }

  private static EntryId origin(Entry entry) {
    EntryId origin = entry.origin();
    return origin == null ? entry.id() : origin;
  }

  private static NewEntry hiddenFromFamily(NewEntry entry) {
    return new NewEntry(
        entry.kind(),
        entry.text(),
        entry.call(),
        false,
        entry.asks(),
        entry.occurredAt(),
        entry.files());
  }

  private void lock(PersonId person) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:person, 1))")
        .param("person", person.toString())
        .query((_, _) -> true)
        .single();
  }
}
