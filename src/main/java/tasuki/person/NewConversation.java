package tasuki.person;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 人生会議: what was said in a conversation about how somebody wants to live and be cared for.
 *
 * @param present who was there, in words
 * @param spokenBy who spoke for the person; null where the person did
 * @param spokenReason why that one spoke
 * @param matters what matters to the person
 * @param wishes of each treatment that was spoken of
 * @param treatment more about it, in words
 * @param deputy whom to ask when the person cannot answer
 * @param family what the family thinks; nobody reads it in the portal
 * @param nextOn when to talk again
 */
public record NewConversation(
    LocalDate heldOn,
    String present,
    @Nullable String spokenBy,
    @Nullable String spokenReason,
    String matters,
    Map<Treatment, Wish> wishes,
    @Nullable String treatment,
    @Nullable LastPlace lastPlace,
    @Nullable String deputy,
    @Nullable String deputyRelation,
    @Nullable String deputyTelephone,
    @Nullable String family,
    @Nullable LocalDate nextOn) {

  public NewConversation {
    wishes = Map.copyOf(wishes);
  }
}
