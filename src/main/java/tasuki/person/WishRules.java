package tasuki.person;

import java.time.LocalDate;
import tasuki.kernel.Ruling;

/** When a conversation can be written down. */
final class WishRules {

  private WishRules() {}

  /** It has taken place; who spoke for the person says why; the next one lies ahead. */
  static Ruling complete(NewConversation said, LocalDate today) {
    if (said.heldOn().isAfter(today)) {
      return Ruling.refused("person.refused.wish-future");
    }
    if ((said.spokenBy() == null) != (said.spokenReason() == null)) {
      return Ruling.refused("person.refused.wish-spoken");
    }
    LocalDate next = said.nextOn();
    if (next != null && !next.isAfter(said.heldOn())) {
      return Ruling.refused("person.refused.wish-next");
    }
    return Ruling.ALLOWED;
  }
}
