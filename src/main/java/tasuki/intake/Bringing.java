package tasuki.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.table.ListFile;
import tasuki.table.ListKind;
import tasuki.table.MappedKind;

/** Takes files from pages: to what their columns mean, if nobody has said it, and to be read. */
@Component
class Bringing {

  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  private final ImportQueue queue;
  private final Imports imports;
  private final Applying applying;
  private final Mappings mappings;
  private final KeptFiles kept;

  Bringing(
      ImportQueue queue, Imports imports, Applying applying, Mappings mappings, KeptFiles kept) {
    this.queue = queue;
    this.imports = imports;
    this.applying = applying;
    this.mappings = mappings;
    this.kept = kept;
  }

  /** Takes a file that somebody chose; answers where it goes on, below the page of imports. */
  String take(ListKind kind, MultipartFile file) throws IOException {
    Path path = Files.createTempFile("tasuki-import", null);
    try (var content = file.getInputStream()) {
      Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
    }
    String name = nameOf(file);
    Optional<Mapping> mapping =
        kind instanceof MappedKind list
            ? mappings.of(list, new ListFile(path, name))
            : Optional.empty();
    if (mapping.isEmpty() || !(kind instanceof MappedKind list)) {
      return queue.take(kind, path, name, null, PATIENCE).toString();
    }
    Mapping meaning = mapping.get();
    kept.keep(kind.kind(), meaning.signature(), path, name);
    if (!meaning.isKnown(list)) {
      Files.delete(path);
      return kind.kind() + "/columns/" + meaning.signature();
    }
    return read(list, meaning, path, name).toString();
  }

  private UUID read(MappedKind list, Mapping meaning, Path path, String name) {
    UUID id = queue.take(meaning.reading(list), path, name, meaning.signature(), PATIENCE);
    kept.read(list.kind(), meaning.signature(), id);
    return id;
  }

  /**
   * Reads the kept file with such headings as was said now, instead of as it was read before; empty
   * where none is kept.
   */
  Optional<UUID> readAgain(MappedKind list, Mapping meaning) throws IOException {
    Optional<KeptFiles.Kept> file = kept.find(list.kind(), meaning.signature());
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Path path = Files.createTempFile("tasuki-import", null);
    kept.writeTo(path, list.kind(), meaning.signature());
    UUID id = read(list, meaning, path, file.get().fileName());
    giveUp(file.get().readAs());
    return Optional.of(id);
  }

  private void giveUp(@Nullable UUID before) {
    if (before != null && imports.get(before).state() == ImportState.CHECKED) {
      applying.discard(before);
    }
  }

  private static String nameOf(MultipartFile file) {
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    String plain = name.replaceAll("\\p{Cntrl}", "").replace('\\', '/');
    return plain.substring(plain.lastIndexOf('/') + 1);
  }

  @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
  void tidy() {
    Acting.run(new Actor.Job("import-tidying"), kept::tidy);
  }
}
