package tasuki.guide;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tasuki.area.Areas;
import tasuki.calendar.JapanTime;
import tasuki.directory.Middles;
import tasuki.directory.Position;
import tasuki.identity.Viewer;
import tasuki.person.PersonId;
import tasuki.person.Residences;
import tasuki.web.Form;

/** The places from which distances may count: the own organisation, a town, a person's home. */
@Component
class Starts {

  /** The own organisation. */
  static final String OWN = "own";

  /** A place with its name. */
  record Start(String value, String label) {}

  private final Areas areas;
  private final Middles middles;
  private final Residences residences;
  private final GuideWords say;
  private final Clock clock;

  Starts(Areas areas, Middles middles, Residences residences, GuideWords say, Clock clock) {
    this.areas = areas;
    this.middles = middles;
    this.residences = residences;
    this.say = say;
    this.clock = clock;
  }

  /** What one may choose. */
  List<Start> choices(Optional<Viewer> viewer) {
    List<Start> choices = new ArrayList<>();
    if (viewer.filter(one -> one.organization().baseUnit() != null).isPresent()) {
      choices.add(new Start(OWN, say.of("from.own")));
    }
    areas.baseUnits(JapanTime.today(clock)).stream()
        .map(unit -> new Start(unit.code(), say.name(unit)))
        .forEach(choices::add);
    return choices;
  }

  /** The place chosen; a person's home is known to the town only. */
  Optional<Position> chosen(Form form, Optional<Viewer> viewer) {
    Optional<PersonId> person =
        viewer.isPresent() ? form.id("person").map(PersonId::new) : Optional.empty();
    if (person.isPresent()) {
      return residences
          .on(person.get(), JapanTime.today(clock))
          .flatMap(home -> Stream.ofNullable(home.baseUnit()).findFirst())
          .flatMap(middles::of);
    }
    String from = form.value("from");
    if (from.equals(OWN)) {
      return viewer.flatMap(
          one ->
              Optional.ofNullable(one.organization().position())
                  .or(
                      () ->
                          Optional.ofNullable(one.organization().baseUnit()).flatMap(middles::of)));
    }
    return from.isBlank() || from.length() > 20 ? Optional.empty() : middles.of(from);
  }
}
