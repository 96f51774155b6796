package tasuki.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Puts together what belongs together: an entry, what it said before, and the replies to it. */
final class Threads {

  private final Map<EntryId, Entry> byId = new HashMap<>();
  private final Set<EntryId> putRight = new HashSet<>();
  private final Map<EntryId, List<Entry>> repliesTo = new HashMap<>();

  Threads(List<Entry> all) {
    for (Entry entry : all) {
      byId.put(entry.id(), entry);
      EntryId corrected = entry.corrects();
      if (corrected != null) {
        putRight.add(corrected);
      }
      EntryId target = entry.replyTo();
      if (target != null) {
        repliesTo.computeIfAbsent(target, _ -> new ArrayList<>()).add(entry);
      }
    }
  }

  /** The entry with all that belongs to it. */
  Entry whole(UUID id) {
    Entry entry = byId.get(new EntryId(id));
    if (entry == null) {
      throw new IllegalArgumentException("Not loaded");
    }
    return with(entry);
  }

  private Entry with(Entry entry) {
    List<Entry> earlier = new ArrayList<>();
    List<Entry> replies = new ArrayList<>(repliesTo.getOrDefault(entry.id(), List.of()));
    EntryId origin = entry.origin();
    if (origin != null) {
      // Replies point at the first text, which not everybody sees who sees the last one.
      replies.addAll(repliesTo.getOrDefault(origin, List.of()));
    }
    Entry now = entry;
    while (now != null && now.corrects() != null) {
      now = byId.get(now.corrects());
      if (now != null) {
        earlier.add(now);
      }
    }
    List<Entry> standing =
        replies.stream()
            .filter(reply -> !putRight.contains(reply.id()))
            .sorted(Comparator.comparing(Entry::occurredAt).thenComparing(Entry::writtenAt))
            .map(this::with)
            .toList();
    return new Entry(
        entry.id(),
        entry.person(),
        entry.kind(),
        entry.text(),
        entry.call(),
        entry.said(),
        entry.author(),
        entry.occurredAt(),
        entry.writtenAt(),
        entry.replyTo(),
        entry.corrects(),
        entry.origin(),
        entry.family(),
        entry.asks(),
        entry.pinned(),
        entry.mine(),
        entry.ours(),
        entry.confirmed(),
        entry.receipts(),
        entry.files(),
        standing,
        List.copyOf(earlier));
  }
}
