package tasuki.form;

import java.util.List;

/**
 * One thing that an application or a request asks, as whoever sets it up wrote it.
 *
 * @param id the same in every version that asks the same thing
 * @param options what can be chosen; empty where it is not chosen
 */
public record Question(
    String id, Kind kind, Words label, boolean required, List<FormOption> options) {

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

    public boolean hasOptions() {
      return this == CHOICE || this == CHOICES;
    }
  }

  public Question {
    options = List.copyOf(options);
  }

  public boolean isFile() {
    return kind == Kind.FILE;
  }
}
