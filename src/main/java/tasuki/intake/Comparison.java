package tasuki.intake;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the rows that were laid down with what the list says now, all at once in the database:
 * doubles are refused, the rest is the same, different or new, and of the parts the file speaks for
 * what it lacks closes.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Comparison {

  private final JdbcClient jdbc;

  Comparison(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Compares and tidies away what was laid down. */
  public Import.Counts compare(Import found, Staging staged) {
    UUID id = found.id();
    // Sorting and joining some hundred thousand rows, for this transaction only.
    jdbc.sql("set local work_mem = '64MB'").update();
    jdbc.sql("analyze intake.staged (import, number, scope, key)").update();
    int doubles = refuseDoubles(id, staged.faults());
    int closed = close(found);
    int changed = change(found);
    parts(found);
    jdbc.sql("delete from intake.staged where import = ?").param(id).update();
    // Whoever applies it joins these rows, perhaps at once.
    jdbc.sql("analyze intake.change (import, key, scope, before)").update();
    int refused = staged.refused() + doubles;
    return new Import.Counts(
        staged.read(), staged.read() - refused - changed, changed, closed, refused);
  }

  /** The first row of a key counts, also among rows that are the same word for word. */
  private int refuseDoubles(UUID id, int faults) {
    return jdbc.sql(
            """
            with doubled as (
              select key from intake.staged where import = :id group by key having count(*) > 1
            ), counted as (
              select s.number, s.line, s.key, s.content,
                first_value(s.line) over (partition by s.key order by s.number) as first_line,
                row_number() over (partition by s.key order by s.number) as turn
              from intake.staged s where s.import = :id and s.key in (select key from doubled)
            ), removed as (
              delete from intake.staged s using counted
              where s.import = :id and s.number = counted.number and counted.turn > 1
              returning counted.number, counted.line, counted.key, counted.content, counted.first_line
            )
            insert into intake.rejected (import, number, line, key, reason, arguments, cells)
            select :id, :faults + row_number() over (order by number), line, key,
              'intake.fault.twice', jsonb_build_array(first_line::text),
              array(select value from jsonb_each_text(content::jsonb))
            from removed
            """)
        .param("id", id)
        .param("faults", faults)
        .update();
  }

  private int close(Import found) {
    return jdbc.sql(
            """
            insert into intake.change (import, key, scope, former_scope, before, former_import)
            select :id, entry.key, entry.scope, entry.scope, entry.content, entry.import
            from intake.entry entry
            where entry.kind = :kind
              and entry.scope in (select scope from intake.staged where import = :id)
              and not exists (select from intake.staged s
                where s.import = :id and s.key = entry.key)
              and not exists (select from intake.rejected r
                where r.import = :id and r.key = entry.key)
            """)
        .param("id", found.id())
        .param("kind", found.kind())
        .update();
  }

  private int change(Import found) {
    return jdbc.sql(
            """
            with different as materialized (
              select s.number from intake.staged s
              left join intake.entry entry on entry.kind = :kind and entry.key = s.key
              where s.import = :id
                and (entry.key is null or entry.digest <> s.digest or entry.scope <> s.scope)
            )
            insert into intake.change (import, key, scope, former_scope, before, after,
              former_import)
            select :id, s.key, s.scope, entry.scope, entry.content, s.content, entry.import
            from different
            join intake.staged s on s.import = :id and s.number = different.number
            left join intake.entry entry on entry.kind = :kind and entry.key = s.key
            """)
        .param("id", found.id())
        .param("kind", found.kind())
        .update();
  }

  /** The parts the file speaks for, and those from which one of its rows was taken. */
  private void parts(Import found) {
    jdbc.sql(
            """
            insert into intake.part (import, scope, rows, stood, closing)
            select :id, part.scope, coalesce(said.rows, 0), coalesce(stood.rows, 0),
              coalesce(closing.rows, 0)
            from (
              select scope from intake.staged where import = :id
              union select former_scope from intake.change
                where import = :id and former_scope is not null
            ) part
            left join (select scope, count(*) as rows from intake.staged
              where import = :id group by scope) said on said.scope = part.scope
            left join (select scope, count(*) as rows from intake.entry
              where kind = :kind group by scope) stood on stood.scope = part.scope
            left join (select scope, count(*) as rows from intake.change
              where import = :id and after is null group by scope) closing
              on closing.scope = part.scope
            """)
        .param("id", found.id())
        .param("kind", found.kind())
        .update();
  }
}
