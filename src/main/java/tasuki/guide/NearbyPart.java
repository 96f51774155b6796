package tasuki.guide;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.person.PersonId;
import tasuki.person.PersonPart;

/** Leads from a person to whoever offers care near her home. */
@Component
class NearbyPart implements PersonPart {

  /** Behind what is known of the person. */
  private static final int ORDER = 900;

  private final GuideWords say;

  NearbyPart(GuideWords say) {
    this.say = say;
  }

  @Override
  public Optional<Part> of(PersonId person, Viewer viewer) {
    if (viewer.hasAny(Duty.FAMILY)) {
      return Optional.empty();
    }
    return Optional.of(
        new Part(
            say.of("nearby"),
            "/organizations?person=" + person.value(),
            "map",
            List.of(say.of("nearby.text")),
            ORDER));
  }
}
