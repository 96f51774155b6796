package tasuki.directory.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tasuki.directory.FacetSource;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/**
 * The index of this node. It follows the database by the log of what changed
 * (directory.search_change): everything of transactions below the oldest that still runs is read
 * once, what others have committed above it is read at once and remembered. See
 * docs/decisions/0009.
 */
@Component
public class SearchIndex implements DisposableBean {

  /** Another form of the entries needs another number: then the index is made anew. */
  private static final String FORM = "1";

  private static final int BATCH = 2_000;

  /** More than a whole country's lists change at once: a node that was away so long reads anew. */
  private static final int KEPT = 1_000_000;

  private final IndexSource source;
  private final List<FacetSource> facets;
  private final Path folder;
  private final boolean follows;
  private @Nullable IndexWriter writer;
  private @Nullable SearcherManager searchers;
  private Set<Long> readAhead = new HashSet<>();

  SearchIndex(
      IndexSource source,
      List<FacetSource> facets,
      @Value("${tasuki.data}") Path data,
      @Value("${tasuki.mode}") String mode) {
    this.source = source;
    this.facets = facets;
    this.folder = data.resolve("search");
    // A process that only imports leaves the index to those that answer questions.
    this.follows = !mode.equals("import") && !mode.equals("migrate");
  }

  /** Reads what has changed since; the first time everything. */
  @Scheduled(fixedDelay = 1_000)
  void follow() {
    if (follows) {
      catchUp();
    }
  }

  /** Keeps the log from growing for ever. */
  @Scheduled(initialDelay = 1, fixedDelay = 24, timeUnit = TimeUnit.HOURS)
  void forget() {
    if (follows) {
      Acting.run(new Actor.Job("search"), () -> source.forget(KEPT));
    }
  }

  /** Reads everything that is committed now. */
  public synchronized void catchUp() {
    Acting.run(new Actor.Job("search"), this::read);
  }

  private void read() {
    try {
      IndexWriter index = opened();
      Map<String, String> state = state(index);
      IndexSource.Horizon horizon = source.horizon();
      if (isUsable(state, horizon)) {
        follow(index, state, horizon);
      } else {
        fill(index, horizon);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean isUsable(Map<String, String> state, IndexSource.Horizon horizon) {
    return FORM.equals(state.get("form"))
        && horizon.database().equals(state.get("database"))
        && Long.parseLong(state.getOrDefault("number", "0")) >= horizon.forgottenUntil();
  }

  private void follow(IndexWriter index, Map<String, String> state, IndexSource.Horizon horizon)
      throws IOException {
    String before = state.getOrDefault("until", "0");
    List<IndexSource.Note> notes =
        source.since(before).stream().filter(note -> !readAhead.contains(note.number())).toList();
    if (!notes.isEmpty()) {
      Set<UUID> changed = new HashSet<>();
      notes.forEach(note -> changed.add(note.organization()));
      // A whole country's list changes more at once than a statement or a memory holds.
      List<UUID> all = List.copyOf(changed);
      for (int from = 0; from < all.size(); from += BATCH) {
        List<UUID> some = all.subList(from, Math.min(from + BATCH, all.size()));
        write(index, source.organizations(some), some);
      }
      notes.forEach(note -> readAhead.add(note.number()));
    }
    // What was read ahead is forgotten as soon as it is settled, or it would be looked through each
    // time.
    boolean settled = readAhead.stream().allMatch(read -> read <= horizon.settledNumber());
    boolean worthIt = !readAhead.isEmpty() || horizon.moved(before, BATCH);
    if (!notes.isEmpty() || settled && worthIt) {
      long number = Math.max(horizon.settledNumber(), Long.parseLong(state.get("number")));
      commit(index, horizon, number);
      readAhead.removeIf(read -> read <= horizon.settledNumber());
    }
  }

  private void fill(IndexWriter index, IndexSource.Horizon horizon) throws IOException {
    index.deleteAll();
    UUID after = new UUID(0, 0);
    while (true) {
      List<Organization> batch = source.after(after, BATCH);
      if (batch.isEmpty()) {
        break;
      }
      write(index, batch, List.of());
      after = batch.getLast().id().value();
      searchers().maybeRefresh();
    }
    readAhead = new HashSet<>();
    commit(index, horizon, horizon.settledNumber());
  }

  private void write(
      IndexWriter index, Collection<Organization> organizations, Collection<UUID> changed)
      throws IOException {
    Map<OrganizationId, Set<String>> codes = new HashMap<>();
    List<OrganizationId> ids = organizations.stream().map(Organization::id).toList();
    for (FacetSource room : facets) {
      room.of(ids)
          .forEach((id, some) -> codes.computeIfAbsent(id, _ -> new HashSet<>()).addAll(some));
    }
    for (UUID id : changed) {
      index.deleteDocuments(new Term(Fields.ID, id.toString()));
    }
    try (Readings readings = new Readings()) {
      Entry entry = new Entry(readings, source.ground());
      for (Organization one : organizations) {
        index.addDocument(entry.of(one, codes.getOrDefault(one.id(), Set.of())));
      }
    }
  }

  private void commit(IndexWriter index, IndexSource.Horizon horizon, long number)
      throws IOException {
    index.setLiveCommitData(
        Map.of(
                "form",
                FORM,
                "database",
                horizon.database(),
                "until",
                horizon.until(),
                "number",
                String.valueOf(number))
            .entrySet());
    index.commit();
    searchers().maybeRefresh();
  }

  private static Map<String, String> state(IndexWriter index) {
    Map<String, String> state = new HashMap<>();
    Iterable<Map.Entry<String, String>> data = index.getLiveCommitData();
    if (data != null) {
      data.forEach(pair -> state.put(pair.getKey(), pair.getValue()));
    }
    return state;
  }

  private synchronized IndexWriter opened() throws IOException {
    IndexWriter index = writer;
    if (index == null) {
      index = IndexFolder.open(folder);
      writer = index;
      searchers = new SearcherManager(index, new SearcherFactory());
    }
    return index;
  }

  private SearcherManager searchers() throws IOException {
    SearcherManager known = searchers;
    if (known == null) {
      opened();
      known = java.util.Objects.requireNonNull(searchers);
    }
    return known;
  }

  /** Something asked of the index as it is now. */
  interface Question<T> {
    T ask(IndexSearcher index) throws IOException;
  }

  <T> T ask(Question<T> question) {
    try {
      SearcherManager known = searchers();
      IndexSearcher index = known.acquire();
      try {
        return question.ask(index);
      } finally {
        known.release(index);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** How many organisations the index holds now. */
  public int size() {
    return ask(index -> ((DirectoryReader) index.getIndexReader()).numDocs());
  }

  @Override
  public synchronized void destroy() throws IOException {
    if (searchers != null) {
      searchers.close();
    }
    if (writer != null) {
      writer.close();
    }
  }
}
