package tasuki.intake;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.table.ListFile;
import tasuki.table.ListKind;

/**
 * Reads files that came with a page, one after another, so that nobody waits before a page that
 * does not answer and two large files never lie in memory together.
 */
@Component
class ImportQueue {
  private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);

  private final Imports imports;
  private final ImportReading reading;
  private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("import").daemon().factory());

  ImportQueue(Imports imports, ImportReading reading) {
    this.imports = imports;
    this.reading = reading;
  }

  /**
   * Takes a file over: it is read as whoever acts now, and deleted afterwards.
   *
   * @param signature of its headings, where it may be said what they mean
   * @param patience how long to wait for a small file to be done
   */
  UUID take(ListKind kind, Path path, String name, @Nullable String signature, Duration patience) {
    UUID id = imports.begin(kind.kind(), name, signature);
    Actor actor = Acting.current();
    Locale locale = LocaleContextHolder.getLocale();
    waiting.add(id);
    Future<?> done =
        reader.submit(
            () -> Acting.run(actor, () -> read(id, kind, new ListFile(path, name), locale)));
    try {
      done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException goesOn) {
      // The page shows how far it is.
    } catch (ExecutionException failed) {
      // It was noted where it failed.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return id;
  }

  private void read(UUID id, ListKind kind, ListFile file, Locale locale) {
    LocaleContextHolder.setLocale(locale);
    try {
      reading.read(id, kind, file, _ -> {});
    } catch (RuntimeException failure) {
      LOG.error("The file of import {} could not be read", id, failure);
    } finally {
      waiting.remove(id);
      LocaleContextHolder.resetLocaleContext();
      try {
        Files.deleteIfExists(file.path());
      } catch (IOException failure) {
        LOG.warn("The file of import {} was left in {}", id, file.path());
      }
    }
  }

  /** Whoever waits behind another file still lives. */
  @Scheduled(fixedDelay = 10_000)
  void stillThere() {
    for (UUID id : waiting) {
      Acting.run(new Actor.Job("import"), () -> imports.alive(id, 0));
    }
  }

  @PreDestroy
  void stop() {
    reader.shutdownNow();
  }
}
