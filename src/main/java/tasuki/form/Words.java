package tasuki.form;

import java.util.Locale;

/** A label in both languages, since the words of a form come from its definition. */
public record Words(String ja, String en) {

  /** The words of the language; Japanese for every other than English. */
  public String in(Locale locale) {
    return locale.getLanguage().equals("en") ? en : ja;
  }
}
