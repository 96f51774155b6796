package tasuki.matching;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.person.PersonHeaders;
import tasuki.person.PersonId;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** Asks for help: choose the kind, write the card, see it as others will, send it. */
@Controller
@OpenTo({Duty.CARE, Duty.COORDINATOR, Duty.OFFICER})
class AskController {

  /** A kind to choose from. */
  record KindCard(String href, String name, String purpose) {}

  /** A request of the person. */
  record Running(String href, String name, Phrases.Mark mark) {}

  private final RequestKinds kinds;
  private final HelpRequests requests;
  private final AskForm ask;
  private final PersonHeaders headers;
  private final MatchingWords say;
  private final Notices notices;
  private final Ids ids;

  AskController(
      RequestKinds kinds,
      HelpRequests requests,
      AskForm ask,
      PersonHeaders headers,
      MatchingWords say,
      Notices notices,
      Ids ids) {
    this.kinds = kinds;
    this.requests = requests;
    this.ask = ask;
    this.headers = headers;
    this.say = say;
    this.notices = notices;
    this.ids = ids;
  }

  @GetMapping("/matching/new")
  String choose(Form form, Viewer viewer, Model model) {
    Optional<PersonId> person = form.id("person").map(PersonId::new);
    String query = person.map(id -> "?person=" + id).orElse("");
    person.ifPresent(id -> person(id, viewer, model));
    List<RequestKind> open =
        kinds.all().stream()
            .filter(kind -> kind.openTo(viewer.organization().kind()))
            .filter(kind -> !kind.says().aboutPerson() || viewer.hasAny(Duty.CARE))
            .toList();
    model.addAttribute("forPerson", cards(open, true, person.isPresent() ? query : null));
    model.addAttribute("forNobody", person.isPresent() ? List.of() : cards(open, false, ""));
    return "matching/new";
  }

  private void person(PersonId id, Viewer viewer, Model model) {
    model.addAttribute("who", headers.of(id, viewer));
    model.addAttribute("running", requests.of(id).stream().map(this::running).toList());
  }

  private Running running(HelpRequest request) {
    String name = kinds.version(request.version()).name(say.locale());
    return new Running(
        "/matching/" + request.id(),
        say.of("headline", name, "" + request.number()),
        say.mark(request.state()));
  }

  /** Those about a person lead to the list of persons first, where none is chosen. */
  private List<KindCard> cards(List<RequestKind> open, boolean person, @Nullable String query) {
    return open.stream()
        .filter(kind -> kind.says().aboutPerson() == person)
        .map(
            kind ->
                new KindCard(
                    query == null ? "/persons" : "/matching/new/" + kind.code() + query,
                    kind.name(say.locale()),
                    kind.says().purpose().in(say.locale())))
        .toList();
  }

  @GetMapping("/matching/new/{code}")
  String write(@PathVariable String code, Form form, Viewer viewer, Model model) {
    RequestKind kind = open(code, viewer);
    form.start("key", ids.next());
    ask.start(kind, person(kind, form), form, viewer);
    return page(kind, form, null, viewer, model);
  }

  private RequestKind open(String code, Viewer viewer) {
    RequestKind kind = kinds.get(code);
    boolean may =
        kind.openTo(viewer.organization().kind())
            && (!kind.says().aboutPerson() || viewer.hasAny(Duty.CARE));
    if (!may) {
      throw new AbsentException("kind");
    }
    return kind;
  }

  private static @Nullable PersonId person(RequestKind kind, Form form) {
    if (!kind.says().aboutPerson()) {
      return null;
    }
    return form.id("person").map(PersonId::new).orElseThrow(() -> new AbsentException("person"));
  }

  private String page(
      RequestKind kind, Form form, AskForm.@Nullable Read read, Viewer viewer, Model model) {
    PersonId person = person(kind, form);
    if (person != null) {
      model.addAttribute("who", headers.of(person, viewer));
    }
    model.addAttribute("kind", kind);
    model.addAttribute("headline", kind.name(say.locale()));
    model.addAttribute("purpose", kind.says().purpose().in(say.locale()));
    ask.show(kind, form, read, viewer, model);
    return "matching/ask";
  }

  @PostMapping("/matching/new/{code}")
  String send(
      @PathVariable String code,
      Form form,
      @RequestParam MultiValueMap<String, String> typed,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    RequestKind kind = open(code, viewer);
    PersonId person = person(kind, form);
    AskForm.Read read = ask.read(kind, person, form, typed, viewer);
    if (read.wanted().isPresent()) {
      NewRequest wanted = read.wanted().get();
      try {
        if (form.value("press").equals("send")) {
          RequestId id = requests.ask(wanted, form.idempotencyKey().orElseGet(ids::next));
          notices.done(next, "matching.done.sent");
          // Where nobody coordinates, whoever asks offers it, at once.
          return "redirect:/matching/" + id + (kind.says().coordinated() ? "" : "/offer");
        }
        model.addAttribute("preview", say.facts(requests.card(wanted), kind));
        return page(kind, form, read, viewer, model);
      } catch (RefusedException refused) {
        form.reject("situation", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(kind, form, read, viewer, model);
  }
}
