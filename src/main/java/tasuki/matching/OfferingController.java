package tasuki.matching;

import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.directory.OrganizationId;
import tasuki.directory.Position;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** The handler's page: who might help, with the reasons, and asking them. */
@Controller
@OpenTo({Duty.CARE, Duty.COORDINATOR, Duty.OFFICER})
class OfferingController {

  private static final int SHOWN = 40;
  private static final int MOST_MINUTES = 20_160;

  /** Somebody who might help. */
  record Line(
      String id,
      String name,
      boolean member,
      int score,
      @Nullable String precision,
      boolean picked,
      MatchingWords.@Nullable ReasonLine leftOut,
      List<MatchingWords.ReasonLine> reasons) {}

  private final HelpRequests requests;
  private final RequestKinds kinds;
  private final Offering offering;
  private final RequestPage page;
  private final MatchingWords say;
  private final Phrases phrases;
  private final Notices notices;

  OfferingController(
      HelpRequests requests,
      RequestKinds kinds,
      Offering offering,
      RequestPage page,
      MatchingWords say,
      Phrases phrases,
      Notices notices) {
    this.requests = requests;
    this.kinds = kinds;
    this.offering = offering;
    this.page = page;
    this.say = say;
    this.phrases = phrases;
    this.notices = notices;
  }

  @GetMapping("/matching/{id}/offer")
  String proposals(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    HelpRequest request = page.handler(requests.get(new RequestId(id)), viewer);
    KindDefinition says = kinds.version(request.version()).says();
    form.start("way", says.way());
    form.start("minutes", says.answerMinutes());
    return show(request, form, model);
  }

  private String show(HelpRequest request, Form form, Model model) {
    RequestKind kind = kinds.version(request.version());
    List<Candidate> all = offering.proposals(request);
    model.addAttribute("asked", request);
    model.addAttribute(
        "headline", say.of("headline", kind.name(say.locale()), "" + request.number()));
    model.addAttribute("facts", say.facts(request.card(), kind));
    List<Candidate> fitting =
        all.stream().filter(one -> one.fit().leftOut() == null).limit(SHOWN).toList();
    int picked = kind.says().way() == Way.ALL ? SHOWN : kind.says().shortlist();
    boolean first = !form.isSent("who");
    List<Line> lines = new ArrayList<>();
    for (Candidate one : fitting) {
      boolean ticked =
          first
              ? lines.size() < picked
              : form.valuesOf("who").contains(one.organization().id().toString());
      lines.add(line(one, ticked));
    }
    model.addAttribute("lines", lines);
    model.addAttribute(
        "out",
        all.stream()
            .filter(one -> one.fit().leftOut() != null)
            .limit(SHOWN)
            .map(
                one -> line(one, form.valuesOf("who").contains(one.organization().id().toString())))
            .toList());
    model.addAttribute("ways", phrases.choices("matching.way", List.of(Way.values())));
    return "matching/offer";
  }

  private Line line(Candidate one, boolean picked) {
    Position.Precision precision = one.precision();
    return new Line(
        one.organization().id().toString(),
        one.organization().name(),
        one.organization().member(),
        one.fit().score(),
        precision == null ? null : say.of("precision." + precision),
        picked,
        one.fit().leftOut() == null ? null : say.reason(one.fit().leftOut()),
        say.reasons(one.fit().reasons()));
  }

  @PostMapping("/matching/{id}/offer")
  String offer(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    HelpRequest request = page.handler(requests.get(new RequestId(id)), viewer);
    Optional<Way> way = form.choice("way", Way.class);
    int minutes = minutes(form, way.orElse(Way.ALL));
    List<OrganizationId> wanted = form.ids("who").stream().map(OrganizationId::new).toList();
    if (wanted.isEmpty()) {
      form.reject("who", "matching.refused.nobody");
    }
    if (!form.hasErrors() && way.isPresent()) {
      try {
        offering.offer(request.id(), new Offering.Wanted(way.get(), minutes, wanted));
        notices.done(next, "matching.done.offered", wanted.size());
        return "redirect:/matching/" + id;
      } catch (RefusedException refused) {
        form.reject("who", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(requests.get(request.id()), form, model);
  }

  /** Only in a sequence everybody has a time to answer. */
  private static int minutes(Form form, Way way) {
    String typed = Normalizer.normalize(form.value("minutes").strip(), Normalizer.Form.NFKC);
    boolean readable = typed.matches("\\d{1,5}");
    int minutes = readable ? Integer.parseInt(typed) : 0;
    if (way == Way.SEQUENCE && (minutes < 1 || minutes > MOST_MINUTES)) {
      form.reject("minutes", "matching.refused.minutes", MOST_MINUTES);
    }
    return minutes;
  }
}
