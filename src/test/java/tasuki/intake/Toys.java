package tasuki.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import tasuki.House;
import tasuki.audit.AuditLog;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.server.Importer;
import tasuki.table.Cells;
import tasuki.table.Column;
import tasuki.table.Fault;
import tasuki.table.ListChanges;
import tasuki.table.ListFile;
import tasuki.table.ListKind;
import tasuki.table.ListRows;
import tasuki.table.Tables;

/** A list of toys, each in a box: a kind that only the tests of the engine know. */
final class Toys implements ListKind {

  static final Actor JOB = new Actor.Job("test");

  /** What the room that owns the list has in its own table. */
  final Map<String, String> projected = new HashMap<>();

  private final String kind = "toys-" + UUID.randomUUID();
  private final ListKinds kinds = new ListKinds(List.of(this));
  private final Imports imports = House.bean(Imports.class);
  private final ImportReading reading = House.bean(ImportReading.class);
  private final Rejections rejections = House.bean(Rejections.class);
  private final Applying applying =
      transactional(
          new Applying(
              House.bean(JdbcClient.class),
              imports,
              kinds,
              House.bean(KeptFiles.class),
              House.bean(AuditLog.class),
              Clock.systemUTC()));

  /** Thrown by the next projection, if set. */
  @Nullable RuntimeException failure;

  private static <T> T transactional(T target) {
    ProxyFactory factory = new ProxyFactory(target);
    factory.setProxyTargetClass(true);
    factory.addAdvice(House.bean(TransactionInterceptor.class));
    @SuppressWarnings("unchecked")
    T proxy = (T) factory.getProxy();
    return proxy;
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public void read(ListFile file, ListRows rows) {
    List<Column> columns =
        List.of(
            Column.required("box", "箱"),
            Column.required("name", "名前"),
            Column.optional("price", "値段"));
    Tables.read(file, columns, cells -> row(cells, rows));
  }

  private static void row(Cells cells, ListRows rows) {
    String box = cells.plain("box");
    String name = cells.plain("name");
    cells.optionalCount("price");
    for (Fault fault : cells.faults()) {
      rows.reject(cells.row().number(), name, fault, cells.row().cells());
    }
    if (cells.faults().isEmpty()) {
      String content = "{\"name\":\"%s\",\"price\":\"%s\"}".formatted(name, cells.plain("price"));
      rows.take(cells.row().number(), box, name, content);
    }
  }

  @Override
  public void project(ListChanges changes) {
    if (failure != null) {
      throw failure;
    }
    changes.forEach(
        change -> {
          if (change.after() == null) {
            projected.remove(change.key());
          } else {
            projected.put(change.key(), change.scope() + " " + change.after());
          }
        });
  }

  static byte[] file(String... lines) {
    return ("箱,名前,値段\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  Import check(byte[] bytes) {
    try {
      Path file = Files.createTempFile(Path.of("target"), "toys", ".csv");
      Files.write(file, bytes);
      return Acting.as(
          JOB,
          () -> {
            UUID id = imports.begin(kind, "おもちゃ.csv", null);
            reading.read(id, this, new ListFile(file, "おもちゃ.csv"), _ -> {});
            return imports.get(id);
          });
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Import check(String... lines) {
    return check(file(lines));
  }

  void apply(Import found, String... confirmed) {
    Acting.run(JOB, () -> applying.apply(found.id(), List.of(confirmed)));
  }

  Import apply(String... lines) {
    Import found = check(lines);
    apply(found);
    return found;
  }

  void undo(Import found) {
    Acting.run(JOB, () -> applying.undo(found.id()));
  }

  void discard(Import found) {
    Acting.run(JOB, () -> applying.discard(found.id()));
  }

  ImportState state(Import found) {
    return Acting.as(JOB, () -> imports.get(found.id())).state();
  }

  List<Part> parts(Import found) {
    return Acting.as(JOB, () -> imports.parts(found.id()));
  }

  List<Rejections.Rejected> rejected(Import found) {
    return Acting.as(JOB, () -> rejections.page(found.id(), 0, 1_000));
  }

  /** Every key of the list as the engine keeps it. */
  Map<String, String> entries() {
    Map<String, String> entries = new HashMap<>();
    House.as(
        JOB,
        () -> {
          House.bean(JdbcClient.class)
              .sql("select key, scope, content from intake.entry where kind = ?")
              .param(kind)
              .query(
                  row -> {
                    entries.put(
                        row.getString("key"),
                        row.getString("scope") + " " + row.getString("content"));
                  });
          return true;
        });
    return entries;
  }

  Importer importer() {
    return new ListImporters(
            kinds, imports, reading, applying, rejections, House.bean(MessageSource.class))
        .importers()
        .getFirst();
  }
}
