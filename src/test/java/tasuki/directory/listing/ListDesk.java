package tasuki.directory.listing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tasuki.House;
import tasuki.kernel.Actor;
import tasuki.kernel.Ids;
import tasuki.table.Fault;
import tasuki.table.ListChanges;
import tasuki.table.ListFile;
import tasuki.table.ListKind;
import tasuki.table.ListRows;

/**
 * Brings lists in with everything in memory: what the engine does, so plain that it can be seen to
 * be right. Each desk remembers what its own files said.
 */
final class ListDesk {

  /** A row that was taken. */
  record Taken(int line, String scope, String key, String content) {
    Content said() {
      return Content.of(content);
    }
  }

  /** A row that was not. */
  record Rejected(int line, Fault fault) {}

  /** What became of a file. */
  record Brought(UUID work, List<Taken> taken, List<Rejected> rejected) {
    Taken row(String key) {
      return taken.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    String fault(int line) {
      return rejected.stream()
          .filter(one -> one.line() == line)
          .findFirst()
          .orElseThrow()
          .fault()
          .reason();
    }
  }

  private final Map<String, Map<String, Taken>> standing = new LinkedHashMap<>();
  private final Map<UUID, List<ListChanges.Change>> done = new LinkedHashMap<>();

  /** The kinds of list that the directory knows, by their word. */
  static ListKind kind(String word) {
    return switch (word) {
      case "institutions" -> House.bean(InstitutionList.class);
      case "care-offices" -> House.bean(CareOfficeList.class);
      case "facilities" -> House.bean(FacilityList.class);
      case "organizations" -> House.bean(OrganizationList.class);
      default -> throw new IllegalArgumentException(word);
    };
  }

  static Brought read(String word, Path file) {
    List<Taken> taken = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    kind(word)
        .read(
            new ListFile(file, String.valueOf(file.getFileName())),
            new ListRows() {
              @Override
              public void take(int line, String scope, String key, String content) {
                taken.add(new Taken(line, scope, key, content));
              }

              @Override
              public void reject(int line, Fault fault, List<String> cells) {
                rejected.add(new Rejected(line, fault));
              }
            });
    return new Brought(House.bean(Ids.class).next(), taken, rejected);
  }

  static Brought read(String word, String text) {
    return read(word, file(text));
  }

  static Path file(String text) {
    try {
      Path file = Files.createTempFile(Path.of("target"), "list", ".csv");
      file.toFile().deleteOnExit();
      return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (java.io.IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  /** Reads a list and makes the directory say what it says. */
  Brought bring(String word, String text) {
    return bring(word, file(text));
  }

  Brought bring(String word, Path file) {
    Brought brought = read(word, file);
    Map<String, Taken> before = standing.computeIfAbsent(word, _ -> new TreeMap<>());
    Map<String, Taken> after = new TreeMap<>();
    brought.taken().forEach(row -> after.putIfAbsent(row.key(), row));
    TreeSet<String> scopes = new TreeSet<>();
    after.values().forEach(row -> scopes.add(row.scope()));
    List<ListChanges.Change> changes = new ArrayList<>();
    for (String key : new TreeSet<>(before.keySet())) {
      Taken old = Objects.requireNonNull(before.get(key));
      if (!after.containsKey(key) && scopes.contains(old.scope())) {
        changes.add(new ListChanges.Change(old.scope(), key, old.content(), null));
        before.remove(key);
      }
    }
    after.forEach(
        (key, row) -> {
          Taken old = before.put(key, row);
          if (old == null || !old.content().equals(row.content())) {
            changes.add(
                new ListChanges.Change(
                    row.scope(), key, old == null ? null : old.content(), row.content()));
          }
        });
    project(word, brought.work(), changes, false);
    done.put(brought.work(), changes);
    return brought;
  }

  /** Takes back what a file brought. */
  void undo(String word, Brought brought) {
    List<ListChanges.Change> back = new ArrayList<>();
    Map<String, Taken> now = standing.computeIfAbsent(word, _ -> new TreeMap<>());
    for (ListChanges.Change change : done.getOrDefault(brought.work(), List.of())) {
      back.add(
          new ListChanges.Change(change.scope(), change.key(), change.after(), change.before()));
      if (change.before() == null) {
        now.remove(change.key());
      } else {
        now.put(change.key(), new Taken(0, change.scope(), change.key(), change.before()));
      }
    }
    project(word, brought.work(), back, true);
  }

  private static void project(
      String word, UUID work, List<ListChanges.Change> changes, boolean undoing) {
    House.as(
        new Actor.Job("import"),
        () -> {
          kind(word).project(new Changes(work, undoing, changes));
          return true;
        });
  }

  private record Changes(UUID importId, boolean undoing, List<ListChanges.Change> changes)
      implements ListChanges {
    @Override
    public void forEach(Consumer<Change> each) {
      changes.forEach(each);
    }
  }

  /** The organisation of which a row speaks. */
  static @Nullable UUID organization(String list, String key) {
    return tasuki.TestDatabase.asOwner()
        .sql("select organization from directory.listing where list = ? and key = ?")
        .params(list, key)
        .query(UUID.class)
        .optional()
        .orElse(null);
  }
}
