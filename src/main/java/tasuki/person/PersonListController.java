package tasuki.person;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.calendar.JapaneseDates;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.web.Tab;

/** The persons of the acting organisation. */
@Controller
@OpenTo(Duty.CARE)
class PersonListController {

  private static final int LINES = 50;

  /** A line as it is shown. */
  record Line(
      String href,
      String name,
      String kana,
      String birth,
      int age,
      String sex,
      @Nullable String level,
      @Nullable String planOwner,
      String changed,
      boolean provisional,
      @Nullable String emergencyEnds,
      @Nullable String died) {}

  private final Persons persons;
  private final PersonHeaders headers;
  private final Say say;

  PersonListController(Persons persons, PersonHeaders headers, Say say) {
    this.persons = persons;
    this.headers = headers;
    this.say = say;
  }

  @GetMapping("/persons")
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "PRESENT") String show,
      @RequestParam(defaultValue = "") String from,
      Viewer viewer,
      Model model) {
    PersonFilter.Which which = which(show, viewer);
    String typed = q.length() > 60 ? q.substring(0, 60) : q;
    PersonPage page =
        persons.mine(
            new PersonFilter(typed, which), PersonPage.Key.parse(from).orElse(null), LINES);
    model.addAttribute("lines", page.lines().stream().map(this::line).toList());
    model.addAttribute("q", typed);
    model.addAttribute("which", which.name());
    model.addAttribute("word", viewer.personWord());
    model.addAttribute("tabs", tabs(typed, which, viewer));
    model.addAttribute("previousPage", href(typed, which, page.previous()));
    model.addAttribute("nextPage", href(typed, which, page.next()));
    return "person/list";
  }

  private static PersonFilter.Which which(String show, Viewer viewer) {
    return kinds(viewer).stream()
        .filter(kind -> kind.name().equals(show))
        .findFirst()
        .orElse(PersonFilter.Which.PRESENT);
  }

  private static List<PersonFilter.Which> kinds(Viewer viewer) {
    return viewer.organization().kind().ownsPlans()
        ? List.of(PersonFilter.Which.values())
        : List.of(PersonFilter.Which.PRESENT, PersonFilter.Which.FORMER, PersonFilter.Which.DIED);
  }

  private List<Tab> tabs(String typed, PersonFilter.Which which, Viewer viewer) {
    return kinds(viewer).stream()
        .map(
            kind ->
                new Tab(
                    address(typed, kind).encode().toUriString(),
                    say.word("person.which." + kind),
                    kind == which))
        .toList();
  }

  private static @Nullable String href(
      String typed, PersonFilter.Which which, PersonPage.@Nullable Key key) {
    return key == null
        ? null
        : address(typed, which).queryParam("from", key.text()).encode().toUriString();
  }

  private static UriComponentsBuilder address(String typed, PersonFilter.Which which) {
    return UriComponentsBuilder.fromPath("/persons")
        .queryParam("show", which.name())
        .queryParamIfPresent("q", Optional.of(typed).filter(text -> !text.isEmpty()));
  }

  private Line line(PersonLine found) {
    Person person = found.person();
    Certification certification = found.certification();
    PlanOwnerKind plan = found.planOwnerKind();
    return new Line(
        PersonHeaders.href(person.id()),
        person.name(),
        person.kana(),
        JapaneseDates.compact(person.birthDate()),
        found.age(),
        say.word("person.sex." + person.sex()),
        certification == null ? null : headers.level(certification, say.today()),
        plan == PlanOwnerKind.UNDECIDED ? say.word("person.plan.UNDECIDED") : found.planOwner(),
        Say.compact(found.changedAt()),
        person.provisional(),
        found.emergencyUntil() == null ? null : Say.moment(found.emergencyUntil()),
        Say.date(person.diedOn()));
  }
}
