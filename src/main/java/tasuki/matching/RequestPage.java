package tasuki.matching;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.person.PersonHeaders;
import tasuki.person.PersonId;
import tasuki.web.Form;
import tasuki.web.Phrases;

/** Puts a request on its page, for each side what concerns it. */
@Component
class RequestPage {

  /** One of those asked, as whoever runs the request sees it. */
  record HandLine(
      UUID id,
      String name,
      String telephone,
      boolean member,
      int score,
      String when,
      @Nullable String due,
      @Nullable String said,
      Phrases.Mark mark,
      boolean answerable) {}

  /** Something that happened. */
  record StepLine(String at, String what, @Nullable String words, @Nullable String by) {}

  private final RequestKinds kinds;
  private final HelpRequests requests;
  private final Answering answering;
  private final Organizations organizations;
  private final PersonHeaders headers;
  private final MatchingWords say;

  RequestPage(
      RequestKinds kinds,
      HelpRequests requests,
      Answering answering,
      Organizations organizations,
      PersonHeaders headers,
      MatchingWords say) {
    this.kinds = kinds;
    this.requests = requests;
    this.answering = answering;
    this.organizations = organizations;
    this.headers = headers;
    this.say = say;
  }

  /** The request again, if the viewer's organisation asked. */
  HelpRequest asker(HelpRequest request, Viewer viewer) {
    return side(request, request.asker(), viewer);
  }

  /** The request again, if the viewer's organisation handles it. */
  HelpRequest handler(HelpRequest request, Viewer viewer) {
    return side(request, request.handler(), viewer);
  }

  private static HelpRequest side(HelpRequest request, OrganizationId side, Viewer viewer) {
    if (!side.equals(viewer.organization().id())) {
      throw new AbsentException("request");
    }
    return request;
  }

  String show(HelpRequest request, Form form, Viewer viewer, Model model) {
    RequestKind kind = kinds.version(request.version());
    OrganizationId own = viewer.organization().id();
    boolean asks = request.asker().equals(own);
    boolean handles = request.handler().equals(own);
    model.addAttribute("asked", request);
    model.addAttribute(
        "headline", say.of("headline", kind.name(say.locale()), "" + request.number()));
    model.addAttribute("stateMark", say.mark(request.state()));
    model.addAttribute("facts", say.facts(request.card(), kind));
    model.addAttribute("nameless", kind.says().aboutPerson());
    model.addAttribute("reasonOptions", reasons(kind));
    model.addAttribute("sides", sides(request, asks || handles));
    model.addAttribute("ended", request.state().ended());
    model.addAttribute("reason", request.reason());
    requests.subject(request.id()).ifPresent(person -> person(person, viewer, model));
    answering.own(request.id()).ifPresent(hand -> own(hand, request, kind, model));
    if (asks || handles) {
      runs(request, kind, asks, handles, model);
    }
    return "matching/request";
  }

  /** What of the page changes while one looks at it, for who runs the request. */
  void showNow(HelpRequest request, Viewer viewer, Model model) {
    OrganizationId own = viewer.organization().id();
    if (!request.asker().equals(own) && !request.handler().equals(own)) {
      throw new AbsentException("request");
    }
    model.addAttribute("asked", request);
    hands(request, kinds.version(request.version()), request.handler().equals(own), model);
  }

  /** Those who asked know for whom; the asked do from the hand-over on, unless access ended. */
  private void person(PersonId person, Viewer viewer, Model model) {
    try {
      model.addAttribute("who", headers.of(person, viewer));
    } catch (AbsentException closed) {
      model.addAttribute("who", null);
    }
  }

  private void own(Hand hand, HelpRequest request, RequestKind kind, Model model) {
    OffsetDateTime due = hand.dueAt();
    model.addAttribute("own", hand);
    model.addAttribute("ownMark", say.mark(hand));
    model.addAttribute(
        "ownDue",
        hand.state() == HandState.OFFERED && due != null
            ? say.of("due", say.moment(due), say.left(due))
            : null);
    model.addAttribute(
        "mayAnswer", hand.state().answerable() && request.state() == RequestState.OPEN);
    model.addAttribute("ownSaid", said(hand, kind));
  }

  private @Nullable String said(Hand hand, RequestKind kind) {
    return hand.state() == HandState.DECLINED ? say.declined(kind, hand) : hand.words();
  }

  private void runs(
      HelpRequest request, RequestKind kind, boolean asks, boolean handles, Model model) {
    hands(request, kind, handles, model);
    RequestState state = request.state();
    boolean open = state == RequestState.OPEN;
    model.addAttribute("steps", answering.steps(request.id()).stream().map(this::step).toList());
    model.addAttribute("mayOffer", handles && (state == RequestState.WAITING || open));
    model.addAttribute("mayRecord", handles && open);
    model.addAttribute("mayReopen", handles && state == RequestState.MATCHED);
    model.addAttribute("mayHandOver", asks && state == RequestState.MATCHED);
    model.addAttribute("mayWithdraw", asks && !state.ended());
    model.addAttribute("mayGiveUp", handles && (state == RequestState.WAITING || open));
    model.addAttribute("runs", true);
  }

  private void hands(HelpRequest request, RequestKind kind, boolean handles, Model model) {
    List<Hand> hands = answering.of(request.id());
    Map<OrganizationId, Organization> names =
        organizations.byId(hands.stream().map(Hand::organization).toList());
    boolean open = request.state() == RequestState.OPEN;
    boolean raised = hands.stream().anyMatch(one -> one.state() == HandState.RAISED);
    model.addAttribute(
        "hands",
        hands.stream().map(one -> line(one, names.get(one.organization()), kind, open)).toList());
    model.addAttribute("counts", counts(hands));
    model.addAttribute("mayChoose", handles && open && raised);
    model.addAttribute("live", open);
  }

  private String counts(List<Hand> hands) {
    long raised = hands.stream().filter(one -> one.state() == HandState.RAISED).count();
    long declined = hands.stream().filter(one -> one.state() == HandState.DECLINED).count();
    return say.of("counts", hands.size(), raised, declined);
  }

  private HandLine line(
      Hand hand, @Nullable Organization organization, RequestKind kind, boolean open) {
    OffsetDateTime at = hand.answeredAt() == null ? hand.offeredAt() : hand.answeredAt();
    OffsetDateTime due = hand.dueAt();
    return new HandLine(
        hand.id(),
        organization == null ? "" : organization.name(),
        organization == null ? "" : organization.telephone(),
        organization != null && organization.member(),
        hand.score(),
        at == null ? "" : say.moment(at),
        hand.state() == HandState.OFFERED && due != null
            ? say.of("due", say.moment(due), say.left(due))
            : null,
        said(hand, kind),
        say.mark(hand),
        open && hand.state().answerable());
  }

  private StepLine step(RequestSteps.Step step) {
    String by =
        step.byOrganization() == null
            ? null
            : step.byOrganization() + (step.by() == null ? "" : " " + step.by());
    String concerned = step.concerned() == null ? "" : step.concerned();
    boolean counted = step.kind() == StepKind.OFFERED;
    return new StepLine(
        say.moment(step.at()),
        say.of("step." + step.kind(), concerned, step.words() == null ? "" : step.words()),
        counted ? null : step.words(),
        by);
  }

  /** Whether it is one of the reasons for which one declines this request. */
  boolean declines(HelpRequest request, String reason) {
    return reasons(kinds.version(request.version())).stream()
        .anyMatch(one -> one.value().equals(reason));
  }

  private List<Phrases.Choice> reasons(RequestKind kind) {
    return kind.says().reasons().stream()
        .map(one -> new Phrases.Choice(one.code(), one.label().in(say.locale())))
        .toList();
  }

  /** Who asked and who handles it; those who are asked learn only whom to call. */
  private List<MatchingWords.Fact> sides(HelpRequest request, boolean all) {
    Organization handler = organizations.get(request.handler());
    MatchingWords.Fact contact =
        new MatchingWords.Fact(
            say.of("handler"), say.of("handler.reached", handler.name(), handler.telephone()));
    if (!all || request.handler().equals(request.asker())) {
      return List.of(contact);
    }
    return List.of(
        new MatchingWords.Fact(say.of("asker"), organizations.get(request.asker()).name()),
        contact);
  }
}
