package tasuki.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a form under one heading.
 *
 * @param number as the official form counts it; null where it has no number
 */
public record FormSection(
    String id,
    @Nullable String number,
    Words title,
    @Nullable Words support,
    List<FormGroup> groups,
    List<FormItem> items) {

  public FormSection {
    groups = List.copyOf(groups);
    items = List.copyOf(items);
  }
}
