package tasuki.directory.listing;

import java.util.UUID;
import java.util.function.Consumer;
import tasuki.table.ListChanges;

/** What an import makes different in one of the lists it speaks for. */
record OfOneList(String name, ListChanges all) implements ListChanges {

  @Override
  public UUID importId() {
    return all.importId();
  }

  @Override
  public boolean undoing() {
    return all.undoing();
  }

  @Override
  public void forEach(Consumer<Change> each) {
    all.forEach(
        change -> {
          if (change.scope().equals(name)) {
            each.accept(change);
          }
        });
  }
}
