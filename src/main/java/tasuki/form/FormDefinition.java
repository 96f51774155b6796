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
 * @param paper on what it is printed
 */
public record FormDefinition(
    String id,
    int version,
    LocalDate validFrom,
    Words title,
    @Nullable Words statement,
    FormPaper paper,
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

  /** The same with nothing required: paper that came says what it says. */
  public FormDefinition optional() {
    return new FormDefinition(
        id,
        version,
        validFrom,
        title,
        statement,
        paper,
        sections.stream()
            .map(
                section ->
                    new FormSection(
                        section.id(),
                        section.number(),
                        section.title(),
                        section.support(),
                        section.groups(),
                        section.items().stream().map(FormItem::optional).toList()))
            .toList());
  }
}
