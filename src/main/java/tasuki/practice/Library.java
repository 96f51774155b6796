package tasuki.practice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is published, kept in the memory of each node: some hundred cases are searched faster there
 * than asked for, and everybody may read them. The edition tells when something has changed.
 */
@Component
class Library {

  private final PracticeRows rows;
  private final MessageSource messages;
  private final TransactionTemplate reading;

  private volatile Shelf shelf = new Shelf(0, List.of());
  private Map<UUID, Indexed> known = Map.of();

  Library(PracticeRows rows, MessageSource messages, PlatformTransactionManager transactions) {
    this.rows = rows;
    this.messages = messages;
    this.reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  /** Everything published now. */
  Shelf now() {
    return reading.execute(
        _ -> {
          long edition = rows.edition();
          return shelf.edition() == edition ? shelf : renewed(edition);
        });
  }

  /** Reads only what is new or different. */
  private synchronized Shelf renewed(long edition) {
    if (shelf.edition() >= edition) {
      return shelf;
    }
    Map<UUID, Indexed> next = new HashMap<>();
    List<UUID> unknown = new ArrayList<>();
    for (PracticeRows.Stand stand : rows.published()) {
      Indexed before = known.get(stand.id());
      if (before != null && before.practice().version() == stand.version()) {
        next.put(stand.id(), before);
      } else {
        unknown.add(stand.id());
      }
    }
    rows.byId(unknown).forEach(one -> next.put(one.id(), Indexed.of(one, messages)));
    known = next;
    shelf = new Shelf(edition, next.values());
    return shelf;
  }
}
