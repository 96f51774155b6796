package tasuki.form;

/** What a text must look like. */
public enum ItemFormat {
  ANY,
  /** A reading; hiragana and half-width letters become katakana. */
  KANA,
  TELEPHONE
}
