package tasuki.programme;

import java.io.InputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;

/** What belongs to a programme through all its years: instruments and papers. */
@Service
@Transactional
public class Attachments {

  /**
   * Something through which a programme works.
   *
   * @param target by what it is known where Tasuki keeps it, such as a register's code
   */
  public record Instrument(UUID id, InstrumentKind kind, String name, @Nullable String target) {}

  /** A paper of a programme. */
  public record Document(FileId file, String title, OffsetDateTime addedAt) {}

  private static final long MOST_BYTES = 20L * 1024 * 1024;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final FileStore files;

  Attachments(JdbcClient jdbc, Ids ids, Clock clock, AuditLog audit, FileStore files) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.files = files;
  }

  /** The instruments of a programme. */
  @Transactional(readOnly = true)
  public List<Instrument> instruments(ProgrammeId programme) {
    return jdbc.sql("select * from programme.instrument where programme = ? order by kind, name")
        .param(programme.value())
        .query(
            (row, _) ->
                new Instrument(
                    row.getObject("id", UUID.class),
                    InstrumentKind.valueOf(row.getString("kind")),
                    row.getString("name"),
                    row.getString("target")))
        .list();
  }

  /** Attaches an instrument. */
  public void attach(
      ProgrammeId programme, InstrumentKind kind, String name, @Nullable String target) {
    jdbc.sql(
            """
            insert into programme.instrument (id, programme, kind, name, target)
            values (:id, :programme, :kind, :name, :target)
            """)
        .param("id", ids.next())
        .param("programme", programme.value())
        .param("kind", kind.name())
        .param("name", name)
        .param("target", target)
        .update();
    audit.changed("programme.attached", programme.value(), List.of(), kind + " " + name);
  }

  /** Takes an instrument off. */
  public void detach(ProgrammeId programme, UUID instrument) {
    int gone =
        jdbc.sql("delete from programme.instrument where id = ? and programme = ?")
            .params(instrument, programme.value())
            .update();
    if (gone == 0) {
      throw new AbsentException("instrument");
    }
    audit.changed("programme.detached", programme.value(), List.of(), null);
  }

  /** The papers of a programme, the latest first. */
  @Transactional(readOnly = true)
  public List<Document> documents(ProgrammeId programme) {
    return jdbc.sql("select * from programme.document where programme = ? order by added_at desc")
        .param(programme.value())
        .query(
            (row, _) ->
                new Document(
                    new FileId(row.getObject("file", UUID.class)),
                    row.getString("title"),
                    row.getObject("added_at", OffsetDateTime.class)))
        .list();
  }

  /** Keeps a paper with a programme. */
  public void add(ProgrammeId programme, String title, String fileName, InputStream content) {
    FileId file = files.store(content, fileName, MOST_BYTES);
    jdbc.sql(
            """
            insert into programme.document (programme, file, title, added_at) values (?, ?, ?, ?)
            """)
        .params(programme.value(), file.value(), title, OffsetDateTime.now(clock))
        .update();
    files.reference(List.of(file));
    audit.changed("programme.document-added", programme.value(), List.of(), title);
  }

  /** Takes a paper off. */
  public void remove(ProgrammeId programme, FileId file) {
    int gone =
        jdbc.sql("delete from programme.document where programme = ? and file = ?")
            .params(programme.value(), file.value())
            .update();
    if (gone == 0) {
      throw new AbsentException("document");
    }
    audit.changed("programme.document-removed", programme.value(), List.of(), null);
  }
}
