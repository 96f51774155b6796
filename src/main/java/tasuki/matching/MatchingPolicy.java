package tasuki.matching;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tasuki.kernel.Ruling;

/** What may happen to a request, and why not. */
final class MatchingPolicy {

  private MatchingPolicy() {}

  /** One asks by a kind that is offered, for a person exactly where it is about one. */
  static Ruling mayAsk(RequestKind kind, boolean forPerson) {
    if (kind.ended()) {
      return Ruling.refused("matching.refused.kind-ended");
    }
    return kind.says().aboutPerson() == forPerson
        ? Ruling.ALLOWED
        : Ruling.refused("matching.refused.person-needed");
  }

  static Ruling mayBecome(RequestState state, RequestState next) {
    return state.mayBecome(next)
        ? Ruling.ALLOWED
        : Ruling.refused("matching.refused.state." + state);
  }

  /** It can be chosen again until name and record were opened. */
  static Ruling mayReopen(RequestState state) {
    return state == RequestState.MATCHED
        ? Ruling.ALLOWED
        : Ruling.refused("matching.refused.state." + state);
  }

  /** An answer counts while it is offered; also a late one, and another one than before. */
  static Ruling mayAnswer(HandState hand, RequestState request) {
    if (request != RequestState.OPEN) {
      return Ruling.refused("matching.refused.decided");
    }
    return hand.answerable() ? Ruling.ALLOWED : Ruling.refused("matching.refused.decided");
  }

  /** Only raised hands are chosen; the second is another one, and is there where it must be. */
  static Ruling mayChoose(KindDefinition says, Hand main, @Nullable Hand second) {
    if (main.state() != HandState.RAISED || second != null && second.state() != HandState.RAISED) {
      return Ruling.refused("matching.refused.not-raised");
    }
    if (second != null && Objects.equals(second.id(), main.id())) {
      return Ruling.refused("matching.refused.same");
    }
    if (says.second() == Second.NONE && second != null) {
      return Ruling.refused("matching.refused.no-second");
    }
    return says.second() == Second.REQUIRED && second == null
        ? Ruling.refused("matching.refused.second-needed")
        : Ruling.ALLOWED;
  }
}
