package tasuki.transition.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tasuki.form.FormDefinition;
import tasuki.form.FormItem;
import tasuki.form.FormValues;

/**
 * Puts what one person typed together with what is saved: what both changed is a conflict that a
 * person decides, everything else is kept from whoever changed it.
 *
 * @param values what is saved now
 * @param others what others changed and this page does not show yet
 * @param conflicts what others saved in items that this page changed too
 */
record Merging(
    FormValues values,
    Trail trail,
    Map<String, List<String>> others,
    Map<String, List<String>> conflicts) {

  /** What is saved, and the page that comes to it with what it was loaded from. */
  record Page(FormValues typed, int edition, UUID account) {}

  static Merging of(
      FormDefinition definition, FormValues saved, Trail trail, Page page, int edition) {
    FormValues values = saved;
    Trail longer = trail;
    Map<String, List<String>> others = new LinkedHashMap<>();
    Map<String, List<String>> conflicts = new LinkedHashMap<>();
    for (FormItem item : definition.items().toList()) {
      String id = item.id();
      List<String> now = saved.all(id);
      List<String> typed = page.typed().all(id);
      if (typed.equals(now)) {
        continue;
      }
      List<String> base = trail.base(id, page.edition()).orElse(now);
      boolean bySomebodyElse =
          trail.since(id, page.edition()).stream()
              .anyMatch(change -> !change.account().equals(page.account()));
      if (typed.equals(base)) {
        others.put(id, now);
      } else if (bySomebodyElse) {
        conflicts.put(id, now);
      } else {
        values = values.with(id, typed);
        longer = longer.and(id, new Trail.Change(edition, page.account(), now));
      }
    }
    return new Merging(values, longer, others, conflicts);
  }
}
