package tasuki.transition.document;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.directory.OrganizationId;
import tasuki.file.FileId;
import tasuki.form.FormValues;

/** What is added to a form and never changed: receipts, releases, files. */
@Component
class DocumentNotes {

  /** Who said when that it arrived or was read. */
  record Receipt(boolean read, UUID account, OrganizationId organization, OffsetDateTime at) {}

  /** A hidden item that was opened to the person. */
  record Release(
      String item, List<String> answer, String reason, UUID account, OffsetDateTime at) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  DocumentNotes(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
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

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
