package tasuki.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says in one line for the audit log what became different about a programme's year. */
final class YearChanges {

  private static final int LONGEST = 60;

  private YearChanges() {}

  static String between(YearEntry before, YearEntry after) {
    List<String> changes = new ArrayList<>();
    changed(changes, before, after, YearEntry::name);
    changed(changes, before, after, YearEntry::number);
    changed(changes, before, after, YearEntry::purpose);
    changed(changes, before, after, YearEntry::content);
    changed(changes, before, after, YearEntry::execution);
    changed(changes, before, after, YearEntry::standing);
    changed(changes, before, after, YearEntry::firstYear);
    changed(changes, before, after, YearEntry::lastYear);
    changed(changes, before, after, YearEntry::division);
    changed(changes, before, after, YearEntry::area);
    changed(changes, before, after, YearEntry::remark);
    changed(changes, before, after, YearEntry::funding);
    changed(changes, before, after, YearEntry::operators);
    changed(changes, before, after, YearEntry::placements);
    return String.join("; ", changes);
  }

  private static void changed(
      List<String> changes,
      YearEntry before,
      YearEntry after,
      Function<YearEntry, @Nullable Object> part) {
    Object old = part.apply(before);
    Object now = part.apply(after);
    if (!Objects.equals(old, now)) {
      changes.add(cut(old) + " → " + cut(now));
    }
  }

  private static String cut(@Nullable Object value) {
    String text = value == null ? "–" : value.toString();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
