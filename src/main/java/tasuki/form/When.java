package tasuki.form;

import java.util.List;

/** An item is asked only when another one is answered with one of these codes. */
public record When(String item, List<String> codes) {

  public When {
    codes = List.copyOf(codes);
  }

  /** Whether the answers say so. */
  public boolean holds(FormValues values) {
    return values.all(item).stream().anyMatch(codes::contains);
  }
}
