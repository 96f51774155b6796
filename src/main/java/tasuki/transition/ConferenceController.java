package tasuki.transition;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tasuki.directory.OrganizationId;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Finding a day for the 退院前カンファレンス, for those who work in Tasuki. */
@Controller
@OpenTo(Duty.CARE)
class ConferenceController {

  private static final int CANDIDATES = 4;

  private final Stays stays;
  private final Cases cases;
  private final Conferences conferences;
  private final ShownLinks shown;
  private final StayWords say;
  private final Ids ids;
  private final Notices notices;

  ConferenceController(
      Stays stays,
      Cases cases,
      Conferences conferences,
      ShownLinks shown,
      StayWords say,
      Ids ids,
      Notices notices) {
    this.stays = stays;
    this.cases = cases;
    this.conferences = conferences;
    this.shown = shown;
    this.say = say;
    this.ids = ids;
    this.notices = notices;
  }

  @GetMapping("/stays/{stay}/conference/new")
  ModelAndView start(@PathVariable("stay") UUID id, Viewer viewer, Form form, Model model) {
    form.start("key", ids.next());
    return page(new StayId(id), viewer, model, HttpStatus.OK);
  }

  @PostMapping("/stays/{stay}/conference/new")
  ModelAndView call(
      @PathVariable("stay") UUID id,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletRequest request,
      RedirectAttributes next) {
    List<OffsetDateTime> slots = slots(form);
    Optional<String> place = form.optional("venue", 80);
    Optional<String> online = online(form);
    List<OrganizationId> members = members(new StayId(id), viewer, form);
    List<String> others = others(form);
    if (members.size() + others.size() < 2 && !form.hasErrors()) {
      form.reject("guests", "transition.conference.nobody");
    }
    if (!form.hasErrors()) {
      try {
        Map<String, String> links =
            conferences.call(
                stays.get(new StayId(id)),
                new Conferences.Call(
                    slots, place.orElse(null), online.orElse(null), members, others),
                form.idempotencyKey().orElseGet(ids::next));
        shown.put(next, links(links, request));
        notices.done(next, "transition.conference.called");
        return new ModelAndView("redirect:/stays/" + id + "#conference");
      } catch (RefusedException refused) {
        form.reject("on1", refused.refused());
      }
    }
    return page(new StayId(id), viewer, model, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** The candidates; each needs day and hour, lies ahead, and the first must be there. */
  private List<OffsetDateTime> slots(Form form) {
    List<OffsetDateTime> slots = new ArrayList<>();
    for (int number = 1; number <= CANDIDATES; number++) {
      String on = "on" + number;
      String at = "at" + number;
      if (number > 1 && form.value(on).isBlank() && form.value(at).isBlank()) {
        continue;
      }
      Optional<LocalDate> day = Typed.day(form, on);
      Optional<LocalTime> time = Typed.time(form, at);
      if (time.isEmpty() && form.error(at) == null) {
        form.reject(at, "web.form.missing");
      }
      if (day.isPresent() && time.isPresent()) {
        OffsetDateTime moment = Moments.at(day.get(), time.get());
        if (moment.isBefore(say.now())) {
          form.reject(on, "transition.conference.past");
        }
        slots.add(moment);
      }
    }
    return slots;
  }

  private static Optional<String> online(Form form) {
    Optional<String> typed = form.optional("online", 300);
    boolean link = typed.map(ConferenceController::isLink).orElse(true);
    if (!link) {
      form.reject("online", "transition.conference.no-link");
    }
    return typed;
  }

  private static boolean isLink(String text) {
    try {
      URI address = URI.create(text);
      return "https".equals(address.getScheme()) && address.getHost() != null;
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  /** The own organisation and those chosen of the parties. */
  private List<OrganizationId> members(StayId stay, Viewer viewer, Form form) {
    List<String> chosen = form.valuesOf("members");
    List<OrganizationId> members = new ArrayList<>(List.of(viewer.organization().id()));
    for (AdmissionController.Choice party : parties(stay, viewer)) {
      if (chosen.contains(party.value())) {
        members.add(new OrganizationId(UUID.fromString(party.value())));
      }
    }
    return members;
  }

  private static List<String> others(Form form) {
    List<String> others =
        form.value("guests").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (others.size() > 12 || others.stream().anyMatch(line -> line.length() > 60)) {
      form.reject("guests", "transition.conference.long", 12, 60);
    } else if (others.stream().distinct().count() < others.size()) {
      form.reject("guests", "transition.conference.twice");
    }
    return others;
  }

  private List<AdmissionController.Choice> parties(StayId stay, Viewer viewer) {
    Cases.Case found = cases.of(stay, viewer);
    return found.parties().stream()
        .map(party -> new OrganizationId(party.organization()))
        .filter(party -> !party.equals(viewer.organization().id()))
        .filter(
            party -> {
              var organization = found.organizations().get(party);
              return organization != null && organization.member();
            })
        .map(party -> new AdmissionController.Choice(party.toString(), found.name(party.value())))
        .toList();
  }

  private ModelAndView page(StayId id, Viewer viewer, Model model, HttpStatus status) {
    Cases.Case found = cases.of(id, viewer);
    Cases.Whose whose = found.whose();
    model.addAttribute("stayId", id);
    model.addAttribute("whoseName", whose == null ? found.stay().caseNumber() : whose.name());
    model.addAttribute("members", parties(id, viewer));
    return new ModelAndView("transition/conference-new", model.asMap(), status);
  }

  private static List<ShownLinks.Link> links(
      Map<String, String> tokens, HttpServletRequest request) {
    return tokens.entrySet().stream()
        .map(entry -> new ShownLinks.Link(entry.getKey(), address(entry.getValue(), request)))
        .toList();
  }

  private static String address(String token, HttpServletRequest request) {
    return ServletUriComponentsBuilder.fromContextPath(request)
        .path("/conference/" + token)
        .toUriString();
  }

  @PostMapping("/stays/{stay}/conference/links/{guest}")
  String relink(
      @PathVariable("stay") UUID id,
      @PathVariable("guest") UUID guest,
      HttpServletRequest request,
      RedirectAttributes next) {
    String token = conferences.relink(stays.get(new StayId(id)), guest);
    shown.put(next, List.of(new ShownLinks.Link("", address(token, request))));
    notices.done(next, "transition.conference.relinked");
    return back(id);
  }

  @PostMapping("/stays/{stay}/conference/answer")
  String answer(@PathVariable("stay") UUID id, Form form, RedirectAttributes next) {
    Stay stay = stays.get(new StayId(id));
    Map<UUID, Conferences.Answer> answers = new LinkedHashMap<>();
    conferences
        .of(stay)
        .ifPresent(
            found ->
                found
                    .slots()
                    .forEach(
                        slot ->
                            form.optionalChoice("slot-" + slot.id(), Conferences.Answer.class)
                                .ifPresent(answer -> answers.put(slot.id(), answer))));
    return attempt(
        id, next, "transition.conference.answered", () -> conferences.answer(stay, answers));
  }

  @PostMapping("/stays/{stay}/conference/fix/{slot}")
  String fix(
      @PathVariable("stay") UUID id, @PathVariable("slot") UUID slot, RedirectAttributes next) {
    Stay stay = stays.get(new StayId(id));
    return attempt(id, next, "transition.conference.fixed", () -> conferences.fix(stay, slot));
  }

  @PostMapping("/stays/{stay}/conference/give-up")
  String giveUp(@PathVariable("stay") UUID id, RedirectAttributes next) {
    Stay stay = stays.get(new StayId(id));
    return attempt(id, next, "transition.conference.given-up", () -> conferences.giveUp(stay));
  }

  private String attempt(UUID stay, RedirectAttributes next, String done, Runnable work) {
    try {
      work.run();
      notices.done(next, done);
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
    }
    return back(stay);
  }

  private static String back(UUID stay) {
    return "redirect:/stays/" + stay + "#conference";
  }
}
