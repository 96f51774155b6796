package tasuki.form;

import java.util.List;
import java.util.Optional;
import tasuki.web.Form;

/**
 * What somebody typed into a form, read.
 *
 * @param values every answer; where one could not be read, what was typed
 * @param errors at the field, in the order of the form
 */
public record FormReading(FormValues values, List<Form.Problem> errors) {

  public FormReading {
    errors = List.copyOf(errors);
  }

  public boolean hasErrors() {
    return !errors.isEmpty();
  }

  /** The error at the field of this name. */
  public Optional<String> error(String field) {
    return errors.stream()
        .filter(error -> error.field().equals(field))
        .map(Form.Problem::message)
        .findFirst();
  }
}
