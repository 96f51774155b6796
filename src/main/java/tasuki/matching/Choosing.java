package tasuki.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.person.Bases;
import tasuki.person.BasisId;
import tasuki.person.CareTeams;
import tasuki.person.NewBasis;
import tasuki.person.PersonId;
import tasuki.person.TeamRole;

/** Somebody is chosen; then, with consent and not before, name and record open to the chosen. */
@Service
@Transactional
public class Choosing {

  private final HelpRequests requests;
  private final RequestKinds kinds;
  private final Hands hands;
  private final RequestSteps steps;
  private final AuditLog audit;
  private final CareTeams teams;
  private final Bases bases;
  private final MatchingNotices told;

  Choosing(
      HelpRequests requests,
      RequestKinds kinds,
      Hands hands,
      RequestSteps steps,
      AuditLog audit,
      CareTeams teams,
      Bases bases,
      MatchingNotices told) {
    this.requests = requests;
    this.kinds = kinds;
    this.hands = hands;
    this.steps = steps;
    this.audit = audit;
    this.teams = teams;
    this.bases = bases;
    this.told = told;
  }

  /**
   * Chooses among the raised hands.
   *
   * @param second who stands in; null for nobody
   * @throws RefusedException when a hand is not raised any more, or the kind wants it otherwise
   */
  public void choose(RequestId id, UUID main, @Nullable UUID second) {
    HelpRequest request = requests.holdAsHandler(id);
    MatchingPolicy.mayBecome(request.state(), RequestState.MATCHED).orThrow();
    KindDefinition says = kinds.version(request.version()).says();
    Hand first = of(request, main);
    Hand other = second == null ? null : of(request, second);
    MatchingPolicy.mayChoose(says, first, other).orThrow();
    hands.choose(first, Place.MAIN);
    if (other != null) {
      hands.choose(other, Place.SUB);
    }
    List<Hand> passed = hands.passOthers(id);
    requests.become(request, RequestState.MATCHED, null);
    steps.note(id, StepKind.CHOSEN, first.organization(), null);
    if (other != null) {
      steps.note(id, StepKind.CHOSEN, other.organization(), null);
    }
    audit.changed("matching.chosen", id.value(), List.of(), null);
    told.chosen(request, first, other, passed);
    if (!says.aboutPerson()) {
      // Nobody's record opens: the two know each other from now on.
      requests.become(requests.get(id), RequestState.HANDED_OVER, null);
      steps.note(id, StepKind.HANDED_OVER, null, null);
    }
  }

  private Hand of(HelpRequest request, UUID hand) {
    Hand found = hands.get(hand);
    if (!found.request().equals(request.id())) {
      throw new AbsentException("hand");
    }
    return found;
  }

  /** The chosen cannot after all: the request is open again for those who raised a hand. */
  public void reopen(RequestId id, String reason) {
    HelpRequest request = requests.holdAsHandler(id);
    MatchingPolicy.mayReopen(request.state()).orThrow();
    hands.reopen(id);
    requests.become(request, RequestState.OPEN, null);
    steps.note(id, StepKind.REOPENED, null, reason);
    audit.changed("matching.reopened", id.value(), List.of(), null);
  }

  /**
   * Opens name and record to the chosen: they join the care team. Only the asker does, who knows
   * the person.
   *
   * @param basis a consent that was recorded before; null where one is recorded now
   * @param given the consent that is recorded now
   * @throws RefusedException when the consent does not cover them
   */
  public void handOver(RequestId id, @Nullable BasisId basis, @Nullable NewBasis given) {
    HelpRequest request = requests.holdAsAsker(id);
    MatchingPolicy.mayBecome(request.state(), RequestState.HANDED_OVER).orThrow();
    PersonId person = requests.subject(id).orElseThrow(() -> new AbsentException("request"));
    BasisId ground =
        basis != null ? basis : bases.record(person, Objects.requireNonNull(given, "consent"));
    KindDefinition says = kinds.version(request.version()).says();
    List<Hand> chosen = new ArrayList<>();
    for (Hand hand : hands.of(id)) {
      if (hand.state() == HandState.CHOSEN) {
        join(person, hand, says, ground);
        chosen.add(hand);
      }
    }
    requests.become(request, RequestState.HANDED_OVER, null);
    steps.note(id, StepKind.HANDED_OVER, null, null);
    audit.changed("matching.handed-over", id.value(), List.of(person.value()), null);
    told.handedOver(request, chosen);
  }

  /** Whoever is in the team already, in whatever role, sees the person already. */
  private void join(PersonId person, Hand hand, KindDefinition says, BasisId ground) {
    TeamRole role = hand.place() == Place.SUB ? says.secondRole() : says.mainRole();
    boolean there =
        teams.of(person).stream()
            .anyMatch(one -> one.organization().id().equals(hand.organization()));
    if (!there) {
      teams.join(person, hand.organization(), null, Objects.requireNonNull(role, "role"), ground);
    }
  }
}
