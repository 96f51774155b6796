package tasuki.form;

/** How an item is answered. */
public enum ItemKind {
  TEXT,
  LONG_TEXT,
  DATE,
  TIME,
  NUMBER,
  /** One of the options. */
  CHOICE,
  /** Any number of the options. */
  CHOICES;

  /** Whether it is answered by options instead of typing. */
  public boolean chosen() {
    return this == CHOICE || this == CHOICES;
  }
}
