package tasuki.matching;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.directory.OrganizationId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.RefusedException;

/** 手挙げ: those who are asked raise a hand or decline; for others the handler writes it down. */
@Service
@Transactional
public class Answering {

  private final HelpRequests requests;
  private final RequestKinds kinds;
  private final Hands hands;
  private final RequestSteps steps;
  private final AuditLog audit;
  private final MatchingNotices told;

  Answering(
      HelpRequests requests,
      RequestKinds kinds,
      Hands hands,
      RequestSteps steps,
      AuditLog audit,
      MatchingNotices told) {
    this.requests = requests;
    this.kinds = kinds;
    this.hands = hands;
    this.steps = steps;
    this.audit = audit;
    this.told = told;
  }

  /** How the own organisation stands to the request, if it was asked. */
  @Transactional(readOnly = true)
  public Optional<Hand> own(RequestId request) {
    return hands.own(request);
  }

  /** Everything the own organisation was asked, what waits first. */
  @Transactional(readOnly = true)
  public List<Hand> own() {
    return hands.own();
  }

  /** How many requests wait for the own organisation's answer. */
  @Transactional(readOnly = true)
  public int waiting() {
    return hands.waiting();
  }

  /** Everybody who is asked, for the asker and the handler. */
  @Transactional(readOnly = true)
  public List<Hand> of(RequestId request) {
    return hands.of(request);
  }

  /** What happened, for the asker and the handler. */
  @Transactional(readOnly = true)
  List<RequestSteps.Step> steps(RequestId request) {
    return steps.of(request);
  }

  /** The own organisation looks at the card; whoever asked sees when. */
  public void see(Hand hand) {
    if (hand.state().answerable() && hands.seen(hand.id())) {
      steps.note(hand.request(), StepKind.SEEN, hand.organization(), null);
    }
  }

  /** 対応できます. */
  public void raise(UUID hand, @Nullable String words) {
    answer(hand, null, words);
  }

  /**
   * 対応不可.
   *
   * @param reason code of one of the kind's reasons
   * @throws RefusedException when there is no such reason, or it was decided meanwhile
   */
  public void decline(UUID hand, String reason, @Nullable String words) {
    answer(hand, reason, words);
  }

  private void answer(UUID id, @Nullable String reason, @Nullable String words) {
    hands.hold(hands.get(id).request());
    Hand hand = hands.get(id);
    HelpRequest request = requests.get(hand.request());
    if (!isOwn(hand.organization()) && !isOwn(request.handler())) {
      throw new AbsentException("hand");
    }
    MatchingPolicy.mayAnswer(hand.state(), request.state()).orThrow();
    KindDefinition says = kinds.version(request.version()).says();
    if (reason != null && says.reasons().stream().noneMatch(one -> one.code().equals(reason))) {
      throw RefusedException.because("web.form.choose");
    }
    hands.answer(hand, reason, words);
    OrganizationId who = hand.organization();
    steps.note(request.id(), reason == null ? StepKind.RAISED : StepKind.DECLINED, who, words);
    audit.changed(
        reason == null ? "matching.raised" : "matching.declined",
        request.id().value(),
        List.of(),
        reason);
    if (reason == null) {
      told.raised(request, who);
    } else {
      moveOn(request);
    }
  }

  private static boolean isOwn(OrganizationId organization) {
    return organization.value().equals(Acting.organization());
  }

  /** The next one's turn; where nobody is left, the handler hears of it. */
  void moveOn(HelpRequest request) {
    Hands.Turn turn = hands.nextTurn(request.id());
    if (turn.asked() != null) {
      told.offered(request, turn.asked());
    } else if (!turn.anybody()) {
      told.nobodyLeft(request);
    }
  }

  /**
   * One of those asked, for whoever asked or handles it.
   *
   * @throws AbsentException for everybody else
   */
  @Transactional(readOnly = true)
  public Hand get(UUID id) {
    return hands.get(id);
  }
}
