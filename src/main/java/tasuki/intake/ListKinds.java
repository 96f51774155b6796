package tasuki.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tasuki.table.ListKind;

/** Every kind of list that some room takes. */
@Component
class ListKinds {

  private final List<ListKind> all;

  ListKinds(List<ListKind> all) {
    this.all = all.stream().sorted(Comparator.comparing(ListKind::kind)).toList();
  }

  List<ListKind> all() {
    return all;
  }

  Optional<ListKind> find(String word) {
    return all.stream().filter(kind -> kind.kind().equals(word)).findFirst();
  }

  /** The kind of an import that was made; it cannot have vanished but by an older program. */
  ListKind of(Import found) {
    return find(found.kind())
        .orElseThrow(() -> new IllegalStateException("no room takes " + found.kind()));
  }
}
