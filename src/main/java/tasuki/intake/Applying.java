package tasuki.intake;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;

/**
 * Lets a checked file count, and takes it back. Both happen as a whole, in the transaction in which
 * the room that owns the list follows, and one after another for each kind.
 */
@Component
@Transactional
class Applying {

  private final JdbcClient jdbc;
  private final Imports imports;
  private final ListKinds kinds;
  private final KeptFiles kept;
  private final AuditLog audit;
  private final Clock clock;

  Applying(
      JdbcClient jdbc,
      Imports imports,
      ListKinds kinds,
      KeptFiles kept,
      AuditLog audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.imports = imports;
    this.kinds = kinds;
    this.kept = kept;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Lets the list say what the file says.
   *
   * @param confirmed the parts of which somebody said that so much of them closes
   * @throws RefusedException when it may not, or the list is no longer what the file was compared
   *     with
   */
  public void apply(UUID id, Collection<String> confirmed) {
    Import found = imports.lock(id);
    int percent = kinds.of(found).mayClosePercent();
    ApplyPolicy.mayApply(found, imports.parts(id), percent, confirmed).orThrow();
    if (isOvertaken(found)) {
      throw RefusedException.because("intake.refused.overtaken");
    }
    long version = nextVersion(found.kind());
    move(found, false);
    jdbc.sql(
            """
            update intake.import set state = 'APPLIED', applied_version = :version,
              applied_at = :now, applied_by = :account::uuid
            where id = :id
            """)
        .param("id", id)
        .param("version", version)
        .param("now", now())
        .param("account", account())
        .update();
    kinds.of(found).project(new StoredChanges(jdbc, id, false));
    kept.forget(id);
    audit.changed("intake.applied", id, List.of(), found.kind());
  }

  /**
   * Gives the list back what it said before.
   *
   * @throws RefusedException when a later file speaks for the same part of the list
   */
  public void undo(UUID id) {
    Import found = imports.lock(id);
    ApplyPolicy.mayUndo(found).orThrow();
    later(id)
        .ifPresent(
            name -> {
              throw RefusedException.because("intake.refused.later", name);
            });
    long version = nextVersion(found.kind());
    move(found, true);
    jdbc.sql(
            """
            update intake.import set state = 'UNDONE', undone_version = :version,
              undone_at = :now, undone_by = :account::uuid
            where id = :id
            """)
        .param("id", id)
        .param("version", version)
        .param("now", now())
        .param("account", account())
        .update();
    kinds.of(found).project(new StoredChanges(jdbc, id, true));
    audit.changed("intake.undone", id, List.of(), found.kind());
  }

  /** Throws a file away that was never applied; that it was brought stays known. */
  public void discard(UUID id) {
    Import found = imports.lock(id);
    ApplyPolicy.mayDiscard(found).orThrow();
    jdbc.sql("update intake.import set state = 'DISCARDED' where id = ?").param(id).update();
    jdbc.sql("delete from intake.change where import = ?").param(id).update();
    kept.forget(id);
    audit.changed("intake.discarded", id, List.of(), found.kind());
  }

  /** Whether the list changed where this file speaks for it, since the two were compared. */
  private boolean isOvertaken(Import found) {
    return jdbc.sql(
            """
            select exists (
              select from intake.part mine
              join intake.part theirs on theirs.scope = mine.scope
              join intake.import other on other.id = theirs.import
              where mine.import = :id and other.kind = :kind
                and (other.applied_version > :base or other.undone_version > :base)
            ) or exists (
              select from intake.change change
              join intake.entry entry on entry.kind = :kind and entry.key = change.key
              where change.import = :id and change.before is null
            )
            """)
        .param("id", found.id())
        .param("kind", found.kind())
        .param("base", found.base())
        .query(Boolean.class)
        .single();
  }

  /** The file that was applied later and speaks for a part of the list that this one changed. */
  private Optional<String> later(UUID id) {
    return jdbc.sql(
            """
            select other.file_name from intake.import own
            join intake.part mine on mine.import = own.id
            join intake.part theirs on theirs.scope = mine.scope
            join intake.import other on other.id = theirs.import and other.kind = own.kind
            where own.id = :id and other.state = 'APPLIED'
              and other.applied_version > own.applied_version
            order by other.applied_version desc limit 1
            """)
        .param("id", id)
        .query(String.class)
        .optional();
  }

  private long nextVersion(String kind) {
    return jdbc.sql("update intake.list set version = version + 1 where kind = ? returning version")
        .param(kind)
        .query(Long.class)
        .single();
  }

  /** Moves the entries to the other side of each change. */
  private void move(Import found, boolean back) {
    jdbc.sql("set local work_mem = '64MB'").update();
    for (String statement : back ? BACK : FORTH) {
      jdbc.sql(statement).param("id", found.id()).param("kind", found.kind()).update();
    }
    // The next file of the kind is compared with these rows, perhaps at once.
    jdbc.sql("analyze intake.entry (kind, key, scope)").update();
  }

  private static final List<String> FORTH =
      List.of(
          """
          delete from intake.entry entry using intake.change change
          where change.import = :id and change.after is null
            and entry.kind = :kind and entry.key = change.key
          """,
          """
          update intake.entry entry
          set scope = change.scope, content = change.after, import = :id
          from intake.change change
          where change.import = :id and change.before is not null and change.after is not null
            and entry.kind = :kind and entry.key = change.key
          """,
          """
          insert into intake.entry (kind, key, scope, content, import)
          select :kind, key, scope, after, :id from intake.change
          where import = :id and before is null
          """);

  private static final List<String> BACK =
      List.of(
          """
          delete from intake.entry entry using intake.change change
          where change.import = :id and change.before is null
            and entry.kind = :kind and entry.key = change.key
          """,
          """
          update intake.entry entry
          set scope = change.former_scope, content = change.before, import = change.former_import
          from intake.change change
          where change.import = :id and change.before is not null and change.after is not null
            and entry.kind = :kind and entry.key = change.key
          """,
          """
          insert into intake.entry (kind, key, scope, content, import)
          select :kind, key, former_scope, before, former_import from intake.change
          where import = :id and after is null
          """);

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private static @Nullable UUID account() {
    return Acting.current() instanceof Actor.Member member ? member.account() : null;
  }
}
