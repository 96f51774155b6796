package tasuki.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.web.Form;
import tasuki.web.Phrases;
import tasuki.web.Tab;

/** The lists of requests: asked of the own organisation, sent by it, handled by it. */
@Controller
@OpenTo({Duty.CARE, Duty.COORDINATOR, Duty.OFFICER})
class MatchingController {

  /** A request in a list. */
  record Row(
      String href,
      String number,
      String kind,
      String about,
      @Nullable String who,
      String when,
      Phrases.Mark mark) {}

  private final HelpRequests requests;
  private final RequestKinds kinds;
  private final Answering answering;
  private final Organizations organizations;
  private final MatchingWords say;

  MatchingController(
      HelpRequests requests,
      RequestKinds kinds,
      Answering answering,
      Organizations organizations,
      MatchingWords say) {
    this.requests = requests;
    this.kinds = kinds;
    this.answering = answering;
    this.organizations = organizations;
    this.say = say;
  }

  @GetMapping("/matching")
  String list(Form form, Viewer viewer, Model model) {
    Map<String, List<Row>> lists = lists(viewer);
    List<String> names = names(viewer);
    String tab =
        names.contains(form.value("tab"))
            ? form.value("tab")
            : names.stream()
                .filter(one -> !lists.getOrDefault(one, List.of()).isEmpty())
                .findFirst()
                .orElse(names.getFirst());
    model.addAttribute(
        "tabs",
        names.stream()
            .map(
                one ->
                    new Tab(
                        "/matching?tab=" + one,
                        say.of("tab." + one),
                        one.equals(tab),
                        lists.getOrDefault(one, List.of()).size()))
            .toList());
    model.addAttribute("rows", lists.getOrDefault(tab, List.of()));
    model.addAttribute("caption", say.of("tab." + tab));
    model.addAttribute("none", say.of("none." + tab));
    model.addAttribute(
        "whoLabel", say.of(tab.equals("sent") || tab.equals("offered") ? "handler" : "asker"));
    model.addAttribute(
        "mayAsk", kinds.all().stream().anyMatch(kind -> kind.openTo(viewer.organization().kind())));
    return "matching/list";
  }

  static boolean setsUp(Viewer viewer) {
    return viewer.hasAny(Duty.OFFICER)
        && viewer.organization().kind() == OrganizationKind.PREFECTURE;
  }

  private static List<String> names(Viewer viewer) {
    List<String> names = new ArrayList<>();
    if (viewer.hasAny(Duty.COORDINATOR)) {
      names.add("handled");
    }
    if (setsUp(viewer)) {
      names.add("escalated");
    }
    names.add("offered");
    names.add("sent");
    return names;
  }

  private Map<String, List<Row>> lists(Viewer viewer) {
    Map<UUID, RequestKind> known = new HashMap<>();
    Map<String, String> units = say.units();
    Map<String, List<Row>> lists = new HashMap<>();
    List<HelpRequest> sent = requests.sent();
    List<HelpRequest> handled = requests.handled();
    List<Hand> offered = answering.own();
    Map<RequestId, HelpRequest> asked = requests.byId(offered.stream().map(Hand::request).toList());
    List<HelpRequest> escalated = setsUp(viewer) ? requests.escalated() : List.of();
    Map<OrganizationId, Organization> names = names(sent, handled, escalated, asked.values());
    lists.put(
        "sent", sent.stream().map(one -> row(one, one.handler(), known, units, names)).toList());
    lists.put(
        "handled",
        handled.stream().map(one -> row(one, one.asker(), known, units, names)).toList());
    lists.put(
        "escalated",
        escalated.stream().map(one -> row(one, one.asker(), known, units, names)).toList());
    List<Row> hands = new ArrayList<>();
    for (Hand hand : offered) {
      HelpRequest request = asked.get(hand.request());
      if (request != null) {
        Row row = row(request, request.handler(), known, units, names);
        hands.add(
            new Row(
                row.href(),
                row.number(),
                row.kind(),
                row.about(),
                row.who(),
                when(hand),
                say.mark(hand)));
      }
    }
    lists.put("offered", hands);
    return lists;
  }

  private Map<OrganizationId, Organization> names(
      List<HelpRequest> sent,
      List<HelpRequest> handled,
      List<HelpRequest> escalated,
      Collection<HelpRequest> asked) {
    List<OrganizationId> ids = new ArrayList<>();
    asked.forEach(one -> ids.add(one.handler()));
    sent.forEach(one -> ids.add(one.handler()));
    handled.forEach(one -> ids.add(one.asker()));
    escalated.forEach(one -> ids.add(one.asker()));
    return organizations.byId(ids);
  }

  private Row row(
      HelpRequest request,
      OrganizationId who,
      Map<UUID, RequestKind> known,
      Map<String, String> units,
      Map<OrganizationId, Organization> names) {
    RequestKind kind = known.computeIfAbsent(request.version(), kinds::version);
    Organization other = names.get(who);
    return new Row(
        "/matching/" + request.id(),
        "" + request.number(),
        kind.name(say.locale()),
        say.line(request.card(), kind, units),
        other == null ? null : other.name(),
        say.moment(request.sentAt()),
        say.mark(request.state()));
  }

  private String when(Hand hand) {
    if (hand.state() == HandState.OFFERED && hand.dueAt() != null) {
      return say.of("due", say.moment(hand.dueAt()), say.left(hand.dueAt()));
    }
    return hand.offeredAt() == null ? "" : say.moment(hand.offeredAt());
  }
}
