package tasuki.matching;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.person.Bases;
import tasuki.person.BasisId;
import tasuki.person.BasisKind;
import tasuki.person.NewBasis;
import tasuki.person.PersonHeaders;
import tasuki.person.PersonId;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** Choosing among the raised hands, and opening name and record to the chosen. */
@Controller
@OpenTo({Duty.CARE, Duty.COORDINATOR, Duty.OFFICER})
class ChoosingController {

  /** The consent is given now, by word of mouth. */
  private static final String NOW = "now";

  private static final int LONGEST = 400;

  private final HelpRequests requests;
  private final RequestKinds kinds;
  private final Answering answering;
  private final Choosing choosing;
  private final RequestPage page;
  private final Organizations organizations;
  private final Bases bases;
  private final PersonHeaders headers;
  private final MatchingWords say;
  private final Phrases phrases;
  private final Notices notices;
  private final Clock clock;

  ChoosingController(
      HelpRequests requests,
      RequestKinds kinds,
      Answering answering,
      Choosing choosing,
      RequestPage page,
      Organizations organizations,
      Bases bases,
      PersonHeaders headers,
      MatchingWords say,
      Phrases phrases,
      Notices notices,
      Clock clock) {
    this.requests = requests;
    this.kinds = kinds;
    this.answering = answering;
    this.choosing = choosing;
    this.page = page;
    this.organizations = organizations;
    this.bases = bases;
    this.headers = headers;
    this.say = say;
    this.phrases = phrases;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping("/matching/{id}/choose")
  String candidates(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    return choosePage(page.handler(requests.get(new RequestId(id)), viewer), model);
  }

  private String choosePage(HelpRequest request, Model model) {
    RequestKind kind = kinds.version(request.version());
    List<Phrases.Choice> raised =
        answering.of(request.id()).stream()
            .filter(hand -> hand.state() == HandState.RAISED)
            .map(
                hand ->
                    new Phrases.Choice(
                        hand.id().toString(),
                        say.of(
                            "choose.line",
                            organizations.get(hand.organization()).name(),
                            hand.score(),
                            hand.words() == null ? "" : hand.words())))
            .toList();
    model.addAttribute("asked", request);
    model.addAttribute(
        "headline", say.of("headline", kind.name(say.locale()), "" + request.number()));
    model.addAttribute("facts", say.facts(request.card(), kind));
    model.addAttribute("raised", raised);
    model.addAttribute("second", kind.says().second() != Second.NONE);
    model.addAttribute("secondRequired", kind.says().second() == Second.REQUIRED);
    return "matching/choose";
  }

  @PostMapping("/matching/{id}/choose")
  String choose(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    HelpRequest request = page.handler(requests.get(new RequestId(id)), viewer);
    Optional<UUID> main = form.id("main");
    Optional<UUID> second = form.id("second");
    if (main.isEmpty()) {
      form.reject("main", "web.form.choose");
    }
    if (!form.hasErrors()) {
      try {
        choosing.choose(request.id(), main.orElseThrow(), second.orElse(null));
        notices.done(next, "matching.done.chosen");
        return "redirect:/matching/" + id;
      } catch (RefusedException refused) {
        form.reject(
            refused.refused().reason().contains("second") ? "second" : "main", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return choosePage(requests.get(request.id()), model);
  }

  @GetMapping("/matching/{id}/hand-over")
  @OpenTo(Duty.CARE)
  String consent(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    return handOverPage(page.asker(requests.get(new RequestId(id)), viewer), viewer, model);
  }

  private String handOverPage(HelpRequest request, Viewer viewer, Model model) {
    PersonId person =
        requests.subject(request.id()).orElseThrow(() -> new AbsentException("request"));
    RequestKind kind = kinds.version(request.version());
    model.addAttribute("asked", request);
    model.addAttribute("who", headers.of(person, viewer));
    model.addAttribute("personHref", "/persons/" + person);
    model.addAttribute(
        "headline", say.of("headline", kind.name(say.locale()), "" + request.number()));
    model.addAttribute(
        "chosen",
        answering.of(request.id()).stream()
            .filter(hand -> hand.state() == HandState.CHOSEN)
            .map(
                hand ->
                    new MatchingWords.Fact(
                        say.of("hand." + hand.place()),
                        organizations.get(hand.organization()).name()))
            .toList());
    model.addAttribute("consents", consents(person));
    return "matching/hand-over";
  }

  /** Consents that hold and cover the whole care team, and one given now. */
  private List<Phrases.Choice> consents(PersonId person) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    List<Phrases.Choice> consents = new ArrayList<>();
    bases.of(person).stream()
        .filter(one -> one.holdsAt(now) && one.organization() == null && one.kind().consent())
        .forEach(
            one ->
                consents.add(
                    new Phrases.Choice(
                        one.id().toString(),
                        say.of(
                            "consent.before",
                            phrases.of("person.basis." + one.kind()),
                            say.moment(one.recordedAt())))));
    consents.add(new Phrases.Choice(NOW, say.of("consent.now")));
    return consents;
  }

  @PostMapping("/matching/{id}/hand-over")
  @OpenTo(Duty.CARE)
  String handOver(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    HelpRequest request = page.asker(requests.get(new RequestId(id)), viewer);
    boolean now = form.value("consent").equals(NOW);
    String note = now ? form.text("note", LONGEST) : "";
    BasisId basis = now ? null : form.id("consent").map(BasisId::new).orElse(null);
    if (!now && basis == null) {
      form.reject("consent", "web.form.choose");
    }
    if (!form.hasErrors()) {
      try {
        choosing.handOver(
            request.id(), basis, now ? NewBasis.ofPerson(BasisKind.ORAL_CONSENT, note) : null);
        notices.done(next, "matching.done.handed-over");
        return "redirect:/matching/" + id;
      } catch (RefusedException refused) {
        form.reject("consent", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return handOverPage(request, viewer, model);
  }
}
