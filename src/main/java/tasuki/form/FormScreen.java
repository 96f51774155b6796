package tasuki.form;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a form is shown with.
 *
 * @param values the answers
 * @param reading the last reading with its errors; null where nothing was read
 * @param before the answers of the last form; null where there is none to compare with
 * @param changed the items to mark as changed
 * @param origins where a prefilled answer comes from, as the page says it
 * @param disputed the items that somebody else changed meanwhile
 * @param theirs what they say there
 * @param typed whether the answers stand as they were typed, to be shown letter for letter
 */
public record FormScreen(
    FormValues values,
    @Nullable FormReading reading,
    @Nullable FormValues before,
    Set<String> changed,
    Map<String, String> origins,
    Set<String> disputed,
    FormValues theirs,
    boolean typed) {

  /** Answers that were read or kept. */
  public FormScreen(
      FormValues values,
      @Nullable FormReading reading,
      @Nullable FormValues before,
      Set<String> changed,
      Map<String, String> origins,
      Set<String> disputed,
      FormValues theirs) {
    this(values, reading, before, changed, origins, disputed, theirs, false);
  }

  /** What was just typed, with its errors. */
  public static FormScreen typed(FormValues letters, FormReading reading) {
    return new FormScreen(
        letters, reading, null, Set.of(), Map.of(), Set.of(), FormValues.EMPTY, true);
  }

  /** Only the answers. */
  public static FormScreen of(FormValues values) {
    return new FormScreen(values, null, null, Set.of(), Map.of(), Set.of(), FormValues.EMPTY);
  }

  /** The answers, with those marked that changed since the last form. */
  public static FormScreen of(FormValues values, @Nullable FormValues before, Set<String> changed) {
    return new FormScreen(values, null, before, changed, Map.of(), Set.of(), FormValues.EMPTY);
  }

  public FormScreen {
    changed = Set.copyOf(changed);
    origins = Map.copyOf(origins);
    disputed = Set.copyOf(disputed);
  }
}
