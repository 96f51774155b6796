package tasuki.matching;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.directory.OrganizationId;
import tasuki.kernel.RefusedException;

/** The handler asks those who might help; in a sequence one after the other. */
@Service
@Transactional
public class Offering {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final AuditLog audit;
  private final HelpRequests requests;
  private final RequestKinds kinds;
  private final Candidates candidates;
  private final Hands hands;
  private final RequestSteps steps;
  private final MatchingNotices told;

  Offering(
      JdbcClient jdbc,
      Clock clock,
      AuditLog audit,
      HelpRequests requests,
      RequestKinds kinds,
      Candidates candidates,
      Hands hands,
      RequestSteps steps,
      MatchingNotices told) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
    this.requests = requests;
    this.kinds = kinds;
    this.candidates = candidates;
    this.hands = hands;
    this.steps = steps;
    this.told = told;
  }

  /** Who might help, the best first, without those who are asked already. */
  @Transactional(readOnly = true)
  public List<Candidate> proposals(HelpRequest request) {
    List<OrganizationId> asked = hands.of(request.id()).stream().map(Hand::organization).toList();
    return candidates.rank(request, kinds.version(request.version()).says()).stream()
        .filter(one -> !asked.contains(one.organization().id()))
        .toList();
  }

  /** Who is asked, how and for how long. */
  public record Wanted(Way way, int answerMinutes, List<OrganizationId> organizations) {}

  /**
   * Asks them, in this order; also more of them later.
   *
   * @throws RefusedException when it was decided meanwhile, nobody is named, or somebody is asked
   *     already
   */
  public void offer(RequestId id, Wanted wanted) {
    HelpRequest request = requests.holdAsHandler(id);
    MatchingPolicy.mayBecome(request.state(), RequestState.OPEN).orThrow();
    if (request.state() == RequestState.MATCHED || wanted.organizations().isEmpty()) {
      throw RefusedException.because("matching.refused.nobody");
    }
    boolean inTurn = wanted.way() == Way.SEQUENCE;
    List<Hand> before = hands.of(id);
    if (!inTurn && before.stream().anyMatch(hand -> hand.state() == HandState.QUEUED)) {
      throw RefusedException.because("matching.refused.queue");
    }
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql(
            """
            update matching.request set state = 'OPEN', way = :way, answer_minutes = :minutes,
              opened_at = coalesce(opened_at, :now)
            where id = :id
            """)
        .param("way", wanted.way().name())
        .param("minutes", inTurn ? wanted.answerMinutes() : null)
        .param("now", now)
        .param("id", id.value())
        .update();
    int turn = before.stream().mapToInt(Hand::turn).max().orElse(0);
    List<OrganizationId> asked = new ArrayList<>();
    Map<OrganizationId, Candidate> named = named(request, wanted.organizations());
    for (OrganizationId organization : wanted.organizations()) {
      turn += inTurn ? 1 : 0;
      hands.ask(id, Objects.requireNonNull(named.get(organization)), turn, !inTurn);
      if (!inTurn) {
        asked.add(organization);
      }
    }
    if (inTurn) {
      OrganizationId next = hands.nextTurn(id).asked();
      if (next != null) {
        asked.add(next);
      }
    }
    steps.note(id, StepKind.OFFERED, null, "" + wanted.organizations().size());
    audit.changed("matching.offered", id.value(), List.of(), wanted.way().name());
    asked.forEach(one -> told.offered(request, one));
  }

  private Map<OrganizationId, Candidate> named(
      HelpRequest request, List<OrganizationId> organizations) {
    KindDefinition says = kinds.version(request.version()).says();
    Map<OrganizationId, Candidate> named = candidates.of(request, says, organizations);
    boolean all =
        named.keySet().containsAll(organizations)
            && named.values().stream()
                .allMatch(one -> says.asked().contains(one.organization().kind()));
    if (!all) {
      throw RefusedException.because("web.form.choose");
    }
    return named;
  }
}
