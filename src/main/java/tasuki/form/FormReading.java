package tasuki.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasuki.web.Form;

/**
 * What somebody typed into a form, read.
 *
 * @param values every answer; where one could not be read, what was typed
 * @param errors each with its item's name, in the order of the form
 * @param atFields the same without the name, as they stand at their fields
 */
public record FormReading(
    FormValues values, List<Form.Problem> errors, Map<String, String> atFields) {

  public FormReading {
    errors = List.copyOf(errors);
    atFields = Map.copyOf(atFields);
  }

  public boolean hasErrors() {
    return !errors.isEmpty();
  }

  /** The error at the field of this name. */
  public Optional<String> error(String field) {
    return Optional.ofNullable(atFields.get(field));
  }
}
