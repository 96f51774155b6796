package tasuki.transition;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.person.PersonId;
import tasuki.person.PersonPart;

/** What the overview of a person says of stays in hospital. */
@Component
class StayPart implements PersonPart {

  private final Stays stays;
  private final Organizations organizations;
  private final StayWords say;

  StayPart(Stays stays, Organizations organizations, StayWords say) {
    this.stays = stays;
    this.organizations = organizations;
    this.say = say;
  }

  @Override
  public Optional<Part> of(PersonId person, Viewer viewer) {
    if (!viewer.hasAny(Duty.CARE)) {
      return Optional.empty();
    }
    List<Stay> all = stays.of(person);
    String href = all.isEmpty() ? "/stays/new?person=" + person : "/stays/" + all.getFirst().id();
    List<String> lines =
        all.isEmpty()
            ? List.of(say.of("part.none"))
            : all.stream().limit(3).map(this::line).toList();
    return Optional.of(new Part(say.of("part"), href, "hospital", lines, 20));
  }

  private String line(Stay stay) {
    return say.of(
        "part.line",
        say.moment(stay.admittedAt(), stay.timeKnown()),
        organizations.get(stay.hospital()).name(),
        say.of("state." + stay.state()));
  }
}
