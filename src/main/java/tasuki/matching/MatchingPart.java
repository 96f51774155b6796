package tasuki.matching;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.person.PersonId;
import tasuki.person.PersonPart;

/** What is being looked for on behalf of a person, and the way to ask, on the person's overview. */
@Component
class MatchingPart implements PersonPart {

  private final HelpRequests requests;
  private final RequestKinds kinds;
  private final MatchingWords say;

  MatchingPart(HelpRequests requests, RequestKinds kinds, MatchingWords say) {
    this.requests = requests;
    this.kinds = kinds;
    this.say = say;
  }

  @Override
  public Optional<Part> of(PersonId person, Viewer viewer) {
    boolean asks =
        kinds.all().stream()
            .anyMatch(
                kind -> kind.says().aboutPerson() && kind.openTo(viewer.organization().kind()));
    if (!viewer.hasAny(Duty.CARE) || !asks) {
      return Optional.empty();
    }
    List<String> lines =
        requests.of(person).stream()
            .limit(3)
            .map(
                one ->
                    say.of(
                        "part.line",
                        kinds.version(one.version()).name(say.locale()),
                        say.mark(one.state()).text()))
            .toList();
    return Optional.of(
        new Part(
            say.of("part"),
            "/matching/new?person=" + person,
            "send",
            lines.isEmpty() ? List.of(say.of("part.none")) : lines,
            55));
  }
}
