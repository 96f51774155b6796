package tasuki.register;

import java.util.List;
import tasuki.form.FormOption;
import tasuki.form.Words;

/**
 * One thing an application asks.
 *
 * @param id the same in every version of the register that asks the same thing
 * @param options what can be chosen; empty where it is not chosen
 */
public record Field(String id, Kind kind, Words label, boolean required, List<FormOption> options) {

  /** How it is answered. */
  public enum Kind {
    TEXT,
    LONG_TEXT,
    NUMBER,
    DATE,
    /** One of the options. */
    CHOICE,
    /** Any number of the options. */
    CHOICES,
    YES_NO,
    /** One or more pictures or PDFs. */
    FILE;

    boolean hasOptions() {
      return this == CHOICE || this == CHOICES;
    }
  }

  public Field {
    options = List.copyOf(options);
  }

  boolean isFile() {
    return kind == Kind.FILE;
  }
}
