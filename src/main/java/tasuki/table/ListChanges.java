package tasuki.table;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an import, or its undoing, makes different in a list. */
public interface ListChanges {

  /**
   * What is different about one key.
   *
   * @param before its content until now; null where it did not stand there
   * @param after its content from now on; null where it closes
   */
  record Change(String scope, String key, @Nullable String before, @Nullable String after) {}

  /** The import that is applied or undone. */
  UUID importId();

  /** Whether the import is being undone, so that before and after have changed places. */
  boolean undoing();

  /** Hands over every change in the order of the keys, without holding all of them. */
  void forEach(Consumer<Change> each);
}
