package tasuki.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Organization;
import tasuki.directory.Organizations;
import tasuki.person.PersonId;
import tasuki.register.Pair;
import tasuki.register.Pairs;
import tasuki.web.Phrases;

/** Says in plain words which hospital takes the person in when it gets worse (在宅療養後方支援病院). */
@Component
class AgreedHospitals {

  /**
   * A hospital that agreed.
   *
   * @param doctor with whom it was agreed
   * @param since from which day on
   * @param renewal until when it is gone over again
   * @param late whether that day has passed
   */
  record Agreed(
      String hospital,
      @Nullable String telephone,
      String doctor,
      String since,
      String renewal,
      boolean late) {}

  private final Pairs pairs;
  private final Organizations organizations;
  private final Phrases say;
  private final Clock clock;

  AgreedHospitals(Pairs pairs, Organizations organizations, Phrases say, Clock clock) {
    this.pairs = pairs;
    this.organizations = organizations;
    this.say = say;
    this.clock = clock;
  }

  List<Agreed> of(PersonId person) {
    return pairs.of(person).stream().filter(Pair::running).map(this::agreed).toList();
  }

  private Agreed agreed(Pair pair) {
    Organization hospital = organizations.get(pair.hospital());
    LocalDate until = pair.term().until();
    boolean late = until != null && until.isBefore(JapanTime.today(clock));
    return new Agreed(
        hospital.name(),
        hospital.telephone().isEmpty() ? null : hospital.telephone(),
        say.of("portal.hospital.doctor", pair.doctor()),
        say.of("portal.hospital.since", inFull(pair.term().from())),
        until == null
            ? say.of("portal.hospital.endless")
            : say.of(late ? "portal.hospital.late" : "portal.hospital.renew", inFull(until)),
        late);
  }

  private String inFull(LocalDate day) {
    return JapaneseDates.inFull(day, say.locale());
  }
}
