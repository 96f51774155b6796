package tasuki.offer;

import java.util.Set;
import tasuki.directory.OrganizationKind;

/**
 * A kind of help for which an organisation says how much room is left.
 *
 * @param kinds who gives it
 */
public record Help(String code, Set<OrganizationKind> kinds) {

  /** Key of the message that names it. */
  public String nameKey() {
    return "offer.help." + code;
  }
}
