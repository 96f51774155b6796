package tasuki.offer;

import java.util.List;

/**
 * A language in which an organisation can talk with people beside Japanese.
 *
 * @param words by which people mean it
 */
public record Language(String code, List<String> words) {

  /** Key of the message that names it. */
  public String nameKey() {
    return "offer.language." + code;
  }
}
