package tasuki.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a form asks, in one of its versions.
 *
 * @param validFrom the first day on which this version is written
 * @param statement the sentence under which the form is sent, such as that of consent
 */
public record FormDefinition(
    String id,
    int version,
    LocalDate validFrom,
    Words title,
    @Nullable Words statement,
    List<FormSection> sections) {

  public FormDefinition {
    sections = List.copyOf(sections);
  }

  /** All items in the order of the form. */
  public Stream<FormItem> items() {
    return sections.stream().flatMap(section -> section.items().stream());
  }

  /** The item of the id. */
  public Optional<FormItem> find(String item) {
    return items().filter(one -> one.id().equals(item)).findFirst();
  }
}
