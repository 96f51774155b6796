package tasuki.record;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tasuki.calendar.JapanTime;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.file.StoredFile;
import tasuki.identity.Profession;
import tasuki.kernel.Acting;
import tasuki.person.PersonId;

/** Takes rows out of the timeline; which of them the reader may see is decided by the database. */
@Repository
class Reading {

  private final JdbcClient jdbc;
  private final FileStore files;

  Reading(JdbcClient jdbc, FileStore files) {
    this.jdbc = jdbc;
    this.files = files;
  }

  /** The first texts of the entries wanted, the newest first. */
  List<TimelinePage.Key> keys(
      List<PersonId> same, TimelineFilter filter, TimelinePage.@Nullable Key after, int most) {
    Map<String, Object> values = new HashMap<>();
    values.put("persons", same.stream().map(PersonId::value).toList());
    values.put("most", most);
    String where = conditions(filter, after, values);
    return jdbc.sql(
            """
            select e.id, e.occurred_at from record.entry e
            where e.person in (:persons) and e.reply_to is null
              and not exists (select from record.entry c where c.corrects = e.id)
            """
                + where
                + " order by e.occurred_at desc, e.id desc limit :most")
        .params(values)
        .query((row, _) -> new TimelinePage.Key(instant(row, "occurred_at"), id(row, "id")))
        .list();
  }

  private static String conditions(
      TimelineFilter filter, TimelinePage.@Nullable Key after, Map<String, Object> values) {
    StringBuilder where = new StringBuilder();
    if (after != null) {
      where.append(" and (e.occurred_at, e.id) < (:after, :afterId)");
      values.put("after", after.occurredAt().atOffset(ZoneOffset.UTC));
      values.put("afterId", after.id());
    }
    if (!filter.kinds().isEmpty()) {
      where.append(" and e.kind in (:kinds)");
      values.put("kinds", filter.kinds().stream().map(Enum::name).toList());
    }
    if (!filter.professions().isEmpty()) {
      where.append(" and e.profession in (:professions)");
      values.put("professions", filter.professions().stream().map(Enum::name).toList());
    }
    int number = 0;
    for (String pattern : Folding.patterns(filter.text())) {
      String name = "word" + number++;
      where.append(
          """
           and (e.searchable like :%1$s or exists (select from record.entry r
             where r.reply_to in (e.id, e.origin) and r.searchable like :%1$s))
          """
              .formatted(name));
      values.put(name, pattern);
    }
    LocalDate from = filter.from();
    if (from != null) {
      where.append(" and e.occurred_at >= :from");
      values.put("from", JapanTime.instant(from.atStartOfDay()).atOffset(ZoneOffset.UTC));
    }
    LocalDate until = filter.until();
    if (until != null) {
      where.append(" and e.occurred_at < :until");
      values.put(
          "until", JapanTime.instant(until.plusDays(1).atStartOfDay()).atOffset(ZoneOffset.UTC));
    }
    return where.toString();
  }

  /** Those of the entries that are pinned now, the latest pin first. */
  List<UUID> pinned(List<PersonId> same) {
    return jdbc.sql(
            """
            select pin.entry from record.pin pin
            where pin.person in (:persons) and pin.ended_at is null order by pin.id desc
            """)
        .param("persons", same.stream().map(PersonId::value).toList())
        .query((row, _) -> id(row, "entry"))
        .list();
  }

  /** The current entry whose id this is, or that put right the one whose id this is. */
  Optional<UUID> current(UUID id) {
    return jdbc.sql(
            """
            select e.id from record.entry e
            where (e.id = :id or e.origin = coalesce(
                (select o.origin from record.entry o where o.id = :id), :id))
              and not exists (select from record.entry c where c.corrects = e.id)
            """)
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  /** The entries in this order, each with its replies and with what it said before. */
  List<Entry> entries(List<UUID> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Entry> rows =
        jdbc.sql(
                """
                with origin as (
                  select coalesce(e.origin, e.id) as id from record.entry e where e.id in (:ids)),
                thread as (
                  select id from origin
                  union
                  select e.id from record.entry e where e.reply_to in (select id from origin)),
                wanted as (
                  select id from thread
                  union
                  select e.id from record.entry e where e.origin in (select id from thread))
                select e.*, account.name as author, o.name as author_organization
                from wanted
                join record.entry e on e.id = wanted.id
                left join identity.account account on account.id = e.account
                left join directory.organization o on o.id = e.organization
                order by e.written_at, e.id
                """)
            .param("ids", wanted)
            .query(Reading::bare)
            .list();
    if (rows.isEmpty()) {
      return List.of();
    }
    Set<UUID> all = rows.stream().map(row -> row.id().value()).collect(Collectors.toSet());
    Marks marks = marks(all);
    Map<UUID, Entry> dressed =
        rows.stream()
            .map(marks::on)
            .collect(Collectors.toMap(entry -> entry.id().value(), Function.identity()));
    Threads threads = new Threads(rows.stream().map(row -> dressed.get(row.id().value())).toList());
    return wanted.stream().filter(dressed::containsKey).map(threads::whole).toList();
  }

  /** What stands beside the entries. */
  private record Marks(
      Map<UUID, List<Entry.Receipt>> receipts,
      Set<UUID> confirmed,
      Set<UUID> pinned,
      Map<UUID, List<StoredFile>> files) {

    Entry on(Entry bare) {
      UUID id = bare.id().value();
      return new Entry(
          bare.id(),
          bare.person(),
          bare.kind(),
          bare.text(),
          bare.call(),
          bare.said(),
          bare.author(),
          bare.occurredAt(),
          bare.writtenAt(),
          bare.replyTo(),
          bare.corrects(),
          bare.origin(),
          bare.family(),
          bare.asks(),
          pinned.contains(id),
          bare.mine(),
          bare.ours(),
          confirmed.contains(id),
          receipts.getOrDefault(id, List.of()),
          files.getOrDefault(id, List.of()),
          List.of(),
          List.of());
    }
  }

  private Marks marks(Set<UUID> entries) {
    Map<UUID, List<Entry.Receipt>> receipts = new HashMap<>();
    Set<UUID> confirmed = new HashSet<>();
    UUID me = me();
    jdbc.sql(
            """
            select receipt.entry, receipt.account, receipt.at, account.name, o.name as place
            from record.receipt receipt
            join identity.account account on account.id = receipt.account
            join directory.organization o on o.id = receipt.organization
            where receipt.entry in (:ids) order by receipt.at, receipt.account
            """)
        .param("ids", entries)
        .query(
            row -> {
              UUID entry = id(row, "entry");
              if (id(row, "account").equals(me)) {
                confirmed.add(entry);
              }
              receipts
                  .computeIfAbsent(entry, _ -> new ArrayList<>())
                  .add(
                      new Entry.Receipt(
                          row.getString("name"), row.getString("place"), instant(row, "at")));
            });
    Set<UUID> pinned =
        Set.copyOf(
            jdbc.sql("select entry from record.pin where ended_at is null and entry in (:ids)")
                .param("ids", entries)
                .query((row, _) -> id(row, "entry"))
                .list());
    return new Marks(receipts, confirmed, pinned, attached(entries));
  }

  private Map<UUID, List<StoredFile>> attached(Collection<UUID> entries) {
    record Pair(UUID entry, UUID file) {}
    List<Pair> pairs =
        jdbc.sql("select entry, file from record.attachment where entry in (:ids) order by file")
            .param("ids", entries)
            .query((row, _) -> new Pair(id(row, "entry"), id(row, "file")))
            .list();
    Map<UUID, StoredFile> known =
        files.find(pairs.stream().map(pair -> new FileId(pair.file())).distinct().toList()).stream()
            .collect(Collectors.toMap(file -> file.id().value(), Function.identity()));
    return pairs.stream()
        .filter(pair -> known.containsKey(pair.file()))
        .collect(
            Collectors.groupingBy(
                Pair::entry,
                Collectors.mapping(pair -> known.get(pair.file()), Collectors.toList())));
  }

  private static Entry bare(ResultSet row, int number) throws SQLException {
    String message = row.getString("message");
    String called = row.getString("called");
    UUID account = row.getObject("account", UUID.class);
    UUID replyTo = row.getObject("reply_to", UUID.class);
    UUID corrects = row.getObject("corrects", UUID.class);
    UUID origin = row.getObject("origin", UUID.class);
    String profession = row.getString("profession");
    return new Entry(
        new EntryId(id(row, "id")),
        new PersonId(id(row, "person")),
        EntryKind.valueOf(row.getString("kind")),
        row.getString("text"),
        called == null
            ? null
            : new Call(Call.Called.valueOf(called), Call.Outcome.valueOf(row.getString("outcome"))),
        message == null
            ? null
            : new Entry.Said(message, texts(row), row.getObject("subject", UUID.class)),
        account == null || message != null
            ? null
            : new Entry.Author(
                account,
                row.getString("author"),
                profession == null ? Profession.NONE : Profession.valueOf(profession),
                row.getString("author_organization")),
        instant(row, "occurred_at"),
        instant(row, "written_at"),
        replyTo == null ? null : new EntryId(replyTo),
        corrects == null ? null : new EntryId(corrects),
        origin == null ? null : new EntryId(origin),
        row.getBoolean("family"),
        row.getBoolean("asks"),
        false,
        message == null && account != null && account.equals(me()),
        message == null && ours(row.getObject("organization", UUID.class)),
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<String> texts(ResultSet row) throws SQLException {
    Array array = row.getArray("arguments");
    return Arrays.asList((String[]) array.getArray());
  }

  private static boolean ours(@Nullable UUID organization) {
    return organization != null
        && organization.toString().equals(Acting.current().organizationText());
  }

  private static @Nullable UUID me() {
    String account = Acting.current().accountText();
    return account.isEmpty() ? null : UUID.fromString(account);
  }

  static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
