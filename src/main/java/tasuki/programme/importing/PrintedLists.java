package tasuki.programme.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.programme.EditionId;
import tasuki.programme.YearId;
import tasuki.programme.reading.Columns;
import tasuki.programme.reading.ListLine;
import tasuki.programme.reading.ListReader;
import tasuki.programme.reading.ListReading;
import tasuki.table.TableRow;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Printed lists that were brought in, with what was decided about them so far. */
@Service
@Transactional
public class PrintedLists {

  /** A list in the list of those that were brought in. */
  record Brought(UUID id, String fileName, PrintedList.State state, LocalDateTime at) {}

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_SIGNATURE = 2_000;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;

  PrintedLists(JdbcClient jdbc, Ids ids, Clock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Lays down each list of a table. Columns that somebody chose for such headings are chosen again.
   *
   * @param organization that keeps the lists
   * @throws RefusedException when there is nothing to read
   */
  public List<UUID> bring(UUID organization, String fileName, List<TableRow> rows) {
    List<UUID> brought = new ArrayList<>();
    for (ListReading reading : ListReader.read(rows, null)) {
      List<TableRow> own = reading.lines().stream().map(ListLine::source).toList();
      if (own.isEmpty()) {
        continue;
      }
      UUID id = ids.next();
      jdbc.sql(
              """
              insert into programme.draft
                (id, organization, file_name, rows, signature, brought_at)
              values (:id, :organization, :name, :rows::jsonb, :signature, :at)
              """)
          .param("id", id)
          .param("organization", organization)
          .param("name", fileName)
          .param("rows", JSON.writeValueAsString(own))
          .param("signature", signature(reading))
          .param("at", OffsetDateTime.now(clock))
          .update();
      audit.changed("programme.list-brought", id, List.of(), fileName);
      brought.add(id);
    }
    if (brought.isEmpty()) {
      throw RefusedException.because("programme.import.nothing");
    }
    return brought;
  }

  /** Chooses for a list the columns that were last chosen for the same headings. */
  public void remember(UUID id) {
    jdbc.sql(
            """
            update programme.draft d set columns = (
              select former.columns from programme.draft former
              where former.signature = d.signature and former.signature <> ''
                and former.id <> d.id and former.columns is not null
              order by former.brought_at desc limit 1)
            where d.id = ? and d.columns is null
            """)
        .param(id)
        .update();
  }

  private static String signature(ListReading reading) {
    int line = reading.columns().line();
    String headings =
        reading.lines().stream()
            .map(ListLine::source)
            .filter(row -> line > 0 && row.number() == line)
            .map(row -> String.join("\t", row.cells()))
            .findFirst()
            .orElse("");
    return headings.length() > LONGEST_SIGNATURE
        ? headings.substring(0, LONGEST_SIGNATURE)
        : headings;
  }

  /** What was brought in, the latest first. */
  @Transactional(readOnly = true)
  public List<Brought> all(int most) {
    return jdbc.sql(
            """
            select id, file_name, state, brought_at from programme.draft
            order by brought_at desc, id desc limit ?
            """)
        .param(most)
        .query(
            (row, _) ->
                new Brought(
                    row.getObject("id", UUID.class),
                    row.getString("file_name"),
                    PrintedList.State.valueOf(row.getString("state")),
                    JapanTime.at(row.getObject("brought_at", OffsetDateTime.class).toInstant())))
        .list();
  }

  /**
   * The list, read with the columns that were chosen. Only who compiles sees any: the policy says
   * so.
   *
   * @throws AbsentException when there is none for the reader
   */
  @Transactional(readOnly = true)
  public PrintedList get(UUID id) {
    return jdbc.sql("select * from programme.draft where id = ?")
        .param(id)
        .query(PrintedLists::draft)
        .optional()
        .orElseThrow(() -> new AbsentException("draft"));
  }

  /** The edition that came of the list, if it was taken over. */
  @Transactional(readOnly = true)
  public Optional<EditionId> edition(UUID id) {
    return jdbc.sql("select edition from programme.draft where id = ? and edition is not null")
        .param(id)
        .query((row, _) -> new EditionId(row.getObject(1, UUID.class)))
        .optional();
  }

  private static PrintedList draft(ResultSet row, int number) throws SQLException {
    List<TableRow> rows =
        JSON.readValue(row.getString("rows"), new TypeReference<List<TableRow>>() {});
    String chosen = row.getString("columns");
    Columns columns = chosen == null ? null : JSON.readValue(chosen, Columns.class);
    Map<Integer, Decision> decisions =
        JSON.readValue(
            row.getString("decisions"), new TypeReference<TreeMap<Integer, Decision>>() {});
    List<ListReading> readings = ListReader.read(rows, columns);
    return new PrintedList(
        row.getObject("id", UUID.class),
        row.getString("file_name"),
        readings.getFirst(),
        decisions,
        PrintedList.State.valueOf(row.getString("state")),
        row.getInt("version"));
  }

  /** Says which column holds what; what was decided about lines is forgotten with it. */
  public void choose(UUID id, Columns columns) {
    PrintedList draft = open(id);
    write(draft, "columns = :json::jsonb, decisions = '{}'", JSON.writeValueAsString(columns));
    audit.changed("programme.list-columns", id, List.of(), null);
  }

  /** Decides about lines: each decision is put beside those that stand. */
  public void decide(UUID id, UnaryOperator<Map<Integer, Decision>> change) {
    PrintedList draft = open(id);
    Map<Integer, Decision> decisions = change.apply(new TreeMap<>(draft.decisions()));
    write(draft, "decisions = :json::jsonb", JSON.writeValueAsString(decisions));
  }

  /** Throws the list away; that it was brought stays known. */
  public void discard(UUID id) {
    write(open(id), "state = :json", PrintedList.State.DISCARDED.name());
    audit.changed("programme.list-discarded", id, List.of(), null);
  }

  /** Remembers what came of the list, and how it can be undone. */
  void applied(PrintedList draft, EditionId edition, Trace trace) {
    write(draft, "state = :json", PrintedList.State.APPLIED.name());
    jdbc.sql(
            """
            update programme.draft set edition = :edition, trace = :trace::jsonb, taken_at = :at
            where id = :id
            """)
        .param("edition", edition.value())
        .param("trace", JSON.writeValueAsString(trace))
        .param("at", OffsetDateTime.now(clock))
        .param("id", draft.id())
        .update();
  }

  /** What taking the list did; empty where it is not taken. */
  @Transactional(readOnly = true)
  Optional<Trace> trace(UUID id) {
    return jdbc.sql("select trace::text from programme.draft where id = ? and trace is not null")
        .param(id)
        .query(String.class)
        .optional()
        .map(json -> JSON.readValue(json, Trace.class));
  }

  /**
   * Lists that were taken for this year before know a year that was put back by how it stands now.
   *
   * @param former how each stood before it was changed, to how it stands now
   */
  void putBack(EditionId edition, Map<YearId, Map.Entry<Trace.Mark, Trace.Mark>> former) {
    List<UUID> earlier =
        jdbc.sql("select id from programme.draft where edition = ? and trace is not null")
            .param(edition.value())
            .query((row, _) -> row.getObject("id", UUID.class))
            .list();
    for (UUID id : earlier) {
      Trace trace = trace(id).orElseThrow();
      Trace known =
          trace.each(
              step -> {
                Map.Entry<Trace.Mark, Trace.Mark> back = former.get(step.year());
                return back != null && back.getKey().equals(step.left())
                    ? step.left(back.getValue())
                    : step;
              });
      jdbc.sql("update programme.draft set trace = ?::jsonb where id = ?")
          .params(JSON.writeValueAsString(known), id)
          .update();
    }
  }

  /** Whether another list was taken for the same year since. */
  @Transactional(readOnly = true)
  boolean takenAfter(UUID id) {
    return jdbc.sql(
            """
            select exists (select from programme.draft d
              join programme.draft later on later.edition = d.edition and later.id <> d.id
              where d.id = ? and later.taken_at >= d.taken_at)
            """)
        .param(id)
        .query(Boolean.class)
        .single();
  }

  /** The list waits again, as if it had not been taken. */
  void undone(PrintedList draft) {
    write(draft, "state = :json", PrintedList.State.OPEN.name());
    jdbc.sql(
            """
            update programme.draft set edition = null, trace = null, taken_at = null where id = ?
            """)
        .param(draft.id())
        .update();
  }

  private PrintedList open(UUID id) {
    PrintedList draft = get(id);
    if (draft.state() != PrintedList.State.OPEN) {
      throw RefusedException.because("programme.import.over");
    }
    return draft;
  }

  private void write(PrintedList draft, String what, @Nullable String json) {
    int written =
        jdbc.sql(
                "update programme.draft set %s, version = version + 1 where id = :id and version = :version"
                    .formatted(what))
            .param("json", json)
            .param("id", draft.id())
            .param("version", draft.version())
            .update();
    if (written == 0) {
      throw RefusedException.because("programme.refused.changed-meanwhile");
    }
  }
}
