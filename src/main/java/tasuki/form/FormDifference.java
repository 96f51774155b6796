package tasuki.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which answers changed since another time, so that a reader need not read the rest again. */
public record FormDifference(Set<String> items) {

  public FormDifference {
    items = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(items));
  }

  /** The items of the definition answered otherwise than before, in the form's order. */
  public static FormDifference between(
      FormDefinition definition, FormValues before, FormValues after) {
    Set<String> changed = new LinkedHashSet<>();
    definition
        .items()
        .filter(item -> !same(item, before.all(item.id()), after.all(item.id())))
        .forEach(item -> changed.add(item.id()));
    return new FormDifference(changed);
  }

  private static boolean same(FormItem item, List<String> before, List<String> after) {
    // Boxes have no order.
    return item.kind() == ItemKind.CHOICES
        ? Set.copyOf(before).equals(Set.copyOf(after))
        : before.equals(after);
  }

  public boolean changed(String item) {
    return items.contains(item);
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }
}
