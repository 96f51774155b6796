package tasuki.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.table.Fault;

/** The files that were brought, from the first byte to what became of them. */
@Component
@Transactional
class Imports {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_HISTORY = 200;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;

  Imports(JdbcClient jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Notes that a file is about to be read.
   *
   * @param signature of its headings, where it may be said what they mean
   */
  public UUID begin(String kind, String fileName, @Nullable String signature) {
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into intake.import (id, kind, file_name, signature, state, at, alive_at)
            values (:id, :kind, :name, :signature, 'READING', :now, :now)
            """)
        .param("id", id)
        .param("kind", kind)
        .param(
            "name",
            fileName.length() > LONGEST_NAME ? fileName.substring(0, LONGEST_NAME) : fileName)
        .param("signature", signature)
        .param("now", now())
        .update();
    jdbc.sql("insert into intake.list (kind) values (?) on conflict do nothing")
        .param(kind)
        .update();
    return id;
  }

  /** The reader still lives; seen by others at once, whatever becomes of what it reads. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void alive(UUID id, int rows) {
    jdbc.sql(
            """
            update intake.import set alive_at = :now, rows_in = greatest(rows_in, :rows)
            where id = :id and state = 'READING'
            """)
        .param("id", id)
        .param("rows", rows)
        .param("now", now())
        .update();
  }

  /** Nothing of the file can be used. */
  public void unreadable(UUID id, Fault fault) {
    jdbc.sql(
            """
            update intake.import set state = 'UNREADABLE', rows_in = 0, fault = :fault::jsonb
            where id = :id and state = 'READING'
            """)
        .param("id", id)
        .param("fault", FaultJson.write(fault))
        .update();
  }

  /** Keeps the import, and what is applied of its kind, as they are until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Import lock(UUID id) {
    jdbc.sql(
            """
            select list.kind from intake.list list
            join intake.import one on one.kind = list.kind
            where one.id = ? for update of list
            """)
        .param(id)
        .query(String.class)
        .optional();
    return get(id);
  }

  /** A file that somebody brought. */
  @Transactional(readOnly = true)
  public Import get(UUID id) {
    return jdbc.sql("select * from intake.import where id = ?")
        .param(id)
        .query(Imports::read)
        .optional()
        .orElseThrow(() -> new AbsentException("import"));
  }

  /** The files of a kind, the latest first. */
  @Transactional(readOnly = true)
  public List<Import> of(String kind) {
    return jdbc.sql("select * from intake.import where kind = ? order by id desc limit ?")
        .params(kind, LONGEST_HISTORY)
        .query(Imports::read)
        .list();
  }

  /** The file that was applied last, if any still counts. */
  @Transactional(readOnly = true)
  public Optional<Import> lastApplied(String kind) {
    return jdbc.sql(
            """
            select * from intake.import where kind = ? and state = 'APPLIED'
            order by applied_version desc limit 1
            """)
        .param(kind)
        .query(Imports::read)
        .optional();
  }

  /** The parts of the list that an import speaks for or touches. */
  @Transactional(readOnly = true)
  public List<Part> parts(UUID id) {
    return jdbc.sql("select * from intake.part where import = ? order by scope")
        .param(id)
        .query(
            (row, _) ->
                new Part(
                    row.getString("scope"),
                    row.getInt("rows"),
                    row.getInt("stood"),
                    row.getInt("closing")))
        .list();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private static Import read(ResultSet row, int number) throws SQLException {
    @Nullable String fault = row.getString("fault");
    return new Import(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("file_name"),
        row.getString("digest"),
        ImportState.valueOf(row.getString("state")),
        new Import.Counts(
            row.getInt("rows_in"),
            row.getInt("kept"),
            row.getInt("changed"),
            row.getInt("closed"),
            row.getInt("rejected")),
        fault == null ? null : FaultJson.read(fault),
        row.getLong("base"),
        row.getObject("account", UUID.class),
        row.getString("signature"),
        row.getObject("at", OffsetDateTime.class),
        row.getObject("alive_at", OffsetDateTime.class),
        row.getObject("applied_at", OffsetDateTime.class),
        row.getObject("undone_at", OffsetDateTime.class));
  }
}
