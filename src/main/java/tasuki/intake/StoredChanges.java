package tasuki.intake;

import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.table.ListChanges;

/** The changes of an import as they lie in the database, a few at a time in memory. */
record StoredChanges(JdbcClient jdbc, UUID importId, boolean undoing) implements ListChanges {

  private static final int AT_ONCE = 2_000;

  @Override
  public void forEach(Consumer<Change> each) {
    RowCallbackHandler handler =
        undoing
            ? row ->
                each.accept(
                    new Change(
                        row.getString("former"),
                        row.getString("key"),
                        row.getString("after"),
                        row.getString("before")))
            : row ->
                each.accept(
                    new Change(
                        row.getString("scope"),
                        row.getString("key"),
                        row.getString("before"),
                        row.getString("after")));
    jdbc.sql(
            """
            select key, scope, coalesce(former_scope, scope) as former, before, after
            from intake.change where import = ? order by key
            """)
        .param(importId)
        .withFetchSize(AT_ONCE)
        .query(handler);
  }
}
