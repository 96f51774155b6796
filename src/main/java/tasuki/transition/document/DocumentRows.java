package tasuki.transition.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.directory.OrganizationId;
import tasuki.file.FileId;
import tasuki.form.FormDefinition;
import tasuki.form.FormValues;
import tasuki.form.ItemClass;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.person.PersonId;
import tasuki.transition.Mode;
import tasuki.transition.StayId;
import tools.jackson.databind.json.JsonMapper;

/** The rows of forms; row-level security decides which of them there are. */
@Component
class DocumentRows {

  /** A form to be opened. */
  record Opening(
      UUID id,
      StayId stay,
      PersonId person,
      FormDefinition definition,
      @Nullable UUID layoutArea,
      @Nullable OrganizationId recipient,
      @Nullable DocumentId previous,
      @Nullable DocumentId revises,
      @Nullable OffsetDateTime paperAt,
      @Nullable Mode paperMode) {}

  /** What is stored of a form's answers, all classes together that the reader may see. */
  record Stored(FormValues values, Map<String, String> origins, Trail trail, Set<String> changed) {}

  /** Who said when that it arrived or was read. */
  record Receipt(boolean read, UUID account, OrganizationId organization, OffsetDateTime at) {}

  /** A hidden item that was opened to the person. */
  record Release(
      String item, List<String> answer, String reason, UUID account, OffsetDateTime at) {}

  private static final String SELECT =
      """
      select d.*,
        (select min(r.at) from transition.document_receipt r where r.document = d.id) received_at,
        (select min(r.at) from transition.document_receipt r
         where r.document = d.id and r.kind = 'READ') read_at
      from transition.document d
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  DocumentRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Document get(DocumentId id) {
    return jdbc.sql(SELECT + " where d.id = ? and d.discarded_at is null")
        .param(id.value())
        .query(DocumentRows::document)
        .optional()
        .orElseThrow(() -> new AbsentException("document"));
  }

  List<Document> of(StayId stay) {
    return jdbc.sql(
            SELECT
                + " where d.stay = ? and d.discarded_at is null"
                + " order by coalesce(d.sent_at, d.opened_at) desc, d.id desc")
        .param(stay.value())
        .query(DocumentRows::document)
        .list();
  }

  /** What was sent of a person, the newest first. */
  List<Document> sentOf(PersonId person) {
    return jdbc.sql(
            SELECT
                + " where d.person in (select person.same_human(?)) and d.sent_at is not null"
                + " order by d.sent_at desc, d.id desc limit 100")
        .param(person.value())
        .query(DocumentRows::document)
        .list();
  }

  /** What was sent to the acting organisation and nobody there has received yet, oldest first. */
  List<Document> waiting() {
    return jdbc.sql(
            SELECT
                + " where d.recipient = ? and d.sent_at is not null and d.origin = 'TYPED'"
                + " and not exists (select from transition.document_receipt r"
                + " where r.document = d.id)"
                + " and not exists (select from transition.document later"
                + " where later.revises = d.id and later.sent_at is not null)"
                + " order by d.sent_at, d.id limit 20")
        .param(Acting.organization())
        .query(DocumentRows::document)
        .list();
  }

  Optional<Document> lastSent(PersonId person, String definition) {
    return jdbc.sql(
            SELECT
                + " where d.person in (select person.same_human(?)) and d.definition = ?"
                + " and d.sent_at is not null order by d.sent_at desc, d.id desc limit 1")
        .params(person.value(), definition)
        .query(DocumentRows::document)
        .optional();
  }

  Optional<Document> openDraft(StayId stay, String definition) {
    return jdbc.sql(
            SELECT
                + " where d.stay = ? and d.definition = ? and d.organization = ?"
                + " and d.origin = 'TYPED' and d.sent_at is null and d.discarded_at is null")
        .params(stay.value(), definition, Acting.organization())
        .query(DocumentRows::document)
        .optional();
  }

  /** Locks a draft of the own office, so that its answers are read and written by one at a time. */
  Document lockDraft(DocumentId id) {
    boolean there =
        jdbc.sql(
                """
                select true from transition.document
                where id = ? and sent_at is null and discarded_at is null for update
                """)
            .param(id.value())
            .query(Boolean.class)
            .optional()
            .orElse(false);
    if (!there) {
      throw new AbsentException("draft");
    }
    return get(id);
  }

  void insert(Opening opening) {
    Mode mode = opening.paperMode();
    jdbc.sql(
            """
            insert into transition.document (id, stay, person, definition, version, layout_area,
              origin, recipient, previous, revises, opened_at, paper_at, paper_mode, saved_at)
            values (:id, :stay, :person, :definition, :version, :area::uuid, :origin,
              :recipient::uuid, :previous::uuid, :revises::uuid, :now, :paperAt, :paperMode, :now)
            """)
        .param("id", opening.id())
        .param("stay", opening.stay().value())
        .param("person", opening.person().value())
        .param("definition", opening.definition().id())
        .param("version", opening.definition().version())
        .param("area", opening.layoutArea())
        .param("origin", mode == null ? "TYPED" : "PAPER")
        .param("recipient", opening.recipient() == null ? null : opening.recipient().value())
        .param("previous", opening.previous() == null ? null : opening.previous().value())
        .param("revises", opening.revises() == null ? null : opening.revises().value())
        .param("now", now())
        .param("paperAt", opening.paperAt())
        .param("paperMode", mode == null ? null : mode.name())
        .update();
  }

  /** Writes every class of a draft's answers. */
  void write(Document draft, FormDefinition definition, Stored stored) {
    Map<ItemClass, FormValues> apart = stored.values().byClass(definition);
    for (ItemClass one : ItemClass.values()) {
      Set<String> items =
          definition
              .items()
              .filter(item -> item.storedAs() == one)
              .map(item -> item.id())
              .collect(Collectors.toSet());
      jdbc.sql(
              """
              insert into transition.document_values
                (document, item_class, person, answers, origins, trail, changed)
              values (:document, :class, :person, :answers::jsonb, :origins::jsonb, :trail::jsonb,
                :changed::text[])
              on conflict (document, item_class) do update set answers = excluded.answers,
                origins = excluded.origins, trail = excluded.trail, changed = excluded.changed
              """)
          .param("document", draft.id().value())
          .param("class", one.name())
          .param("person", draft.person().value())
          .param("answers", apart.getOrDefault(one, FormValues.EMPTY).json())
          .param("origins", originsJson(stored.origins(), items))
          .param("trail", stored.trail().only(items::contains).json())
          .param(
              "changed",
              stored.changed().stream()
                  .filter(items::contains)
                  .sorted()
                  .collect(Collectors.joining(",", "{", "}")))
          .update();
    }
  }

  private static String originsJson(Map<String, String> origins, Set<String> items) {
    Map<String, String> kept = new LinkedHashMap<>(origins);
    kept.keySet().retainAll(items);
    return JsonMapper.shared().writeValueAsString(kept);
  }

  Stored stored(DocumentId id) {
    record Part(String answers, String origins, String trail, List<String> changed) {}
    List<Part> parts =
        jdbc.sql(
                """
                select answers::text, origins::text, trail::text, changed
                from transition.document_values where document = ? order by item_class
                """)
            .param(id.value())
            .query(
                (row, _) ->
                    new Part(
                        row.getString("answers"),
                        row.getString("origins"),
                        row.getString("trail"),
                        List.of((String[]) row.getArray("changed").getArray())))
            .list();
    FormValues values = FormValues.EMPTY;
    Map<String, String> origins = new LinkedHashMap<>();
    Trail trail = Trail.EMPTY;
    Set<String> changed = new HashSet<>();
    for (Part part : parts) {
      values = values.and(FormValues.fromJson(part.answers()));
      JsonMapper.shared()
          .readTree(part.origins())
          .properties()
          .forEach(origin -> origins.put(origin.getKey(), origin.getValue().stringValue()));
      trail = trail.and(Trail.fromJson(part.trail()));
      changed.addAll(part.changed());
    }
    return new Stored(values, origins, trail, changed);
  }

  void saved(DocumentId id, int edition) {
    jdbc.sql(
            """
            update transition.document set edition = :edition, saved_at = :now, saved_by = :account
            where id = :id
            """)
        .param("edition", edition)
        .param("now", now())
        .param("account", Acting.account())
        .param("id", id.value())
        .update();
  }

  void sent(DocumentId id) {
    jdbc.sql("update transition.document set sent_at = ?, sent_by = ? where id = ?")
        .params(now(), Acting.account(), id.value())
        .update();
  }

  void discarded(DocumentId id) {
    jdbc.sql("update transition.document set discarded_at = ? where id = ?")
        .params(now(), id.value())
        .update();
  }

  /** Whether this said something new. */
  boolean receipt(Document document, boolean read) {
    return jdbc.sql(
                """
                insert into transition.document_receipt (document, kind, person, at)
                values (?, ?, ?, ?) on conflict do nothing
                """)
            .params(document.id().value(), read ? "READ" : "RECEIVED", document.person().value())
            .param(now())
            .update()
        > 0;
  }

  List<Receipt> receipts(DocumentId id) {
    return jdbc.sql("select * from transition.document_receipt where document = ? order by at")
        .param(id.value())
        .query(
            (row, _) ->
                new Receipt(
                    row.getString("kind").equals("READ"),
                    row.getObject("account", UUID.class),
                    new OrganizationId(row.getObject("organization", UUID.class)),
                    row.getObject("at", OffsetDateTime.class)))
        .list();
  }

  void release(Document document, UUID id, String item, FormValues answer, String reason) {
    jdbc.sql(
            """
            insert into transition.document_release (id, document, person, item, answer, reason, at)
            values (:id, :document, :person, :item, :answer::jsonb, :reason, :now)
            on conflict (document, item) do nothing
            """)
        .param("id", id)
        .param("document", document.id().value())
        .param("person", document.person().value())
        .param("item", item)
        .param("answer", answer.json())
        .param("reason", reason)
        .param("now", now())
        .update();
  }

  List<Release> releases(DocumentId id) {
    return jdbc.sql(
            """
            select item, answer::text, reason, account, at from transition.document_release
            where document = ? order by at
            """)
        .param(id.value())
        .query(
            (row, _) ->
                new Release(
                    row.getString("item"),
                    FormValues.fromJson(row.getString("answer")).all(row.getString("item")),
                    row.getString("reason"),
                    row.getObject("account", UUID.class),
                    row.getObject("at", OffsetDateTime.class)))
        .list();
  }

  void attach(Document document, FileId file, int place) {
    jdbc.sql(
            """
            insert into transition.document_file (document, file, person, place)
            values (?, ?, ?, ?)
            """)
        .params(document.id().value(), file.value(), document.person().value(), place)
        .update();
  }

  List<FileId> files(DocumentId id) {
    return jdbc.sql("select file from transition.document_file where document = ? order by place")
        .param(id.value())
        .query((row, _) -> new FileId(row.getObject("file", UUID.class)))
        .list();
  }

  Map<UUID, String> accountNames(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select id, name from identity.account where id in (:ids)")
        .param("ids", ids)
        .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Whether the person's address is secret now; where that cannot be known, it counts as secret.
   */
  boolean secretAddress(PersonId person) {
    return jdbc.sql(
            """
            select not person.seen_in_full(:person)
              or person.address_is_secret(:person, (:now at time zone 'Asia/Tokyo')::date)
            """)
        .param("person", person.value())
        .param("now", now())
        .query(Boolean.class)
        .single();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private static Document document(ResultSet row, int number) throws SQLException {
    String mode = row.getString("paper_mode");
    UUID recipient = row.getObject("recipient", UUID.class);
    UUID previous = row.getObject("previous", UUID.class);
    UUID revises = row.getObject("revises", UUID.class);
    return new Document(
        new DocumentId(row.getObject("id", UUID.class)),
        new StayId(row.getObject("stay", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        row.getString("definition"),
        row.getInt("version"),
        row.getObject("layout_area", UUID.class),
        row.getString("origin").equals("PAPER"),
        new OrganizationId(row.getObject("organization", UUID.class)),
        row.getObject("account", UUID.class),
        recipient == null ? null : new OrganizationId(recipient),
        previous == null ? null : new DocumentId(previous),
        revises == null ? null : new DocumentId(revises),
        row.getObject("opened_at", OffsetDateTime.class),
        row.getObject("paper_at", OffsetDateTime.class),
        mode == null ? null : Mode.valueOf(mode),
        row.getInt("edition"),
        row.getObject("saved_at", OffsetDateTime.class),
        row.getObject("saved_by", UUID.class),
        row.getObject("sent_at", OffsetDateTime.class),
        row.getObject("sent_by", UUID.class),
        row.getObject("discarded_at", OffsetDateTime.class),
        row.getObject("received_at", OffsetDateTime.class),
        row.getObject("read_at", OffsetDateTime.class));
  }
}
