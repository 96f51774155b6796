package tasuki.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.identity.Profession;
import tasuki.person.Bases;
import tasuki.person.BasisKind;
import tasuki.person.CareTeams;
import tasuki.person.NewBasis;
import tasuki.person.PersonId;
import tasuki.person.TeamRole;
import tasuki.transition.Admission;
import tasuki.transition.AdmissionResult;
import tasuki.transition.DischargeTo;
import tasuki.transition.LeavingPapers;
import tasuki.transition.Mode;
import tasuki.transition.NewStep;
import tasuki.transition.OfficeChoices;
import tasuki.transition.PaperKind;
import tasuki.transition.Stance;
import tasuki.transition.StayId;
import tasuki.transition.Stays;
import tasuki.transition.StepId;
import tasuki.transition.StepKind;
import tasuki.transition.WardType;

/** Says the events of {@code stays.csv} to the services, as their users would. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SampleSteps {

  /** How far the telling of a row has come. */
  static final class Told {
    private final SampleRow row;
    private final Map<String, StepId> claims = new HashMap<>();
    private @Nullable StayId stay;
    private @Nullable LocalDate admitted;

    Told(SampleRow row) {
      this.row = row;
    }

    SampleRow row() {
      return row;
    }

    private StayId stay() {
      if (stay == null) {
        throw new IllegalStateException("Nobody was admitted");
      }
      return stay;
    }

    private LocalDate day(String after) {
      if (admitted == null) {
        throw new IllegalStateException("Nobody was admitted");
      }
      return admitted.plusDays(Long.parseLong(after));
    }

    private StepId claim(String kind) {
      StepId claim = claims.get(kind);
      if (claim == null) {
        throw new IllegalStateException("Nobody said " + kind);
      }
      return claim;
    }
  }

  private final SampleKeys keys;
  private final Stays stays;
  private final LeavingPapers papers;
  private final OfficeChoices offices;
  private final Bases bases;
  private final CareTeams teams;
  private final Organizations organizations;

  SampleSteps(
      SampleKeys keys,
      Stays stays,
      LeavingPapers papers,
      OfficeChoices offices,
      Bases bases,
      CareTeams teams,
      Organizations organizations) {
    this.keys = keys;
    this.stays = stays;
    this.papers = papers;
    this.offices = offices;
    this.bases = bases;
    this.teams = teams;
    this.organizations = organizations;
  }

  /** Reports the admission. */
  public StayId admit(SampleStays.Event event, Told told) {
    SampleRow row = told.row();
    boolean hospital = event.organization().equals(row.get("hospital"));
    Admission report =
        new Admission(
            keys.person(row.get("person")),
            keys.organization(row.get("hospital")),
            event.on(),
            event.timed() ? event.at() : null,
            row.get("ward"),
            WardType.valueOf(row.get("type")),
            Mode.valueOf(row.get("mode")),
            hospital ? null : "ご家族",
            hospital ? null : NewBasis.ofPerson(BasisKind.CONTRACT, null),
            null);
    StayId stay =
        switch (stays.admit(report, event.key())) {
          case AdmissionResult.Opened(StayId opened) -> opened;
          case AdmissionResult.Joined(StayId joined) -> joined;
          case AdmissionResult.Asked asked ->
              throw new IllegalStateException("There is a stay from " + asked.stay().admitted());
        };
    told.stay = stay;
    told.admitted = event.on();
    return stay;
  }

  /** Says one event; the words are explained by the cases. */
  public void tell(SampleStays.Event event, Told told) {
    StayId stay = told.stay();
    switch (event.what()) {
      case "plan" ->
          told.claims.put(
              "plan", stays.planDischarge(stay, told.day(event.word(0)), null, event.key()));
      case "leave" -> stays.leave(stay, event.on(), event.key());
      case "return" -> stays.returned(stay, event.on(), event.key());
      case "discharge" ->
          stays.discharge(
              stay, DischargeTo.valueOf(event.word(0)), event.on(), event.at(), event.key());
      case "transfer" ->
          told.stay =
              stays.transfer(
                  stay,
                  keys.organization(event.word(0)),
                  event.on(),
                  event.at(),
                  NewBasis.ofPerson(BasisKind.CONTRACT, null),
                  event.key());
      case "paper" ->
          papers.say(
              stays.get(stay),
              PaperKind.valueOf(event.word(0)),
              LeavingPapers.Said.valueOf(event.word(1)),
              event.key());
      case "office" ->
          offices.record(
              stays.get(stay),
              keys.organization(event.word(0)),
              OfficeChoices.Said.valueOf(event.word(1)),
              event.on(),
              null,
              event.key());
      case "join" -> join(keys.person(told.row().get("person")), event.word(0));
      default -> step(event, told, stay);
    }
  }

  /** A step by its kind, {@code +} confirms and {@code -} denies what the other side said. */
  private void step(SampleStays.Event event, Told told, StayId stay) {
    String what = event.what();
    if (what.startsWith("+")) {
      stays.answer(told.claim(what.substring(1)), Stance.CONFIRMS, null, event.key());
    } else if (what.startsWith("-")) {
      stays.answer(told.claim(what.substring(1)), Stance.DENIES, "届いた記録がありません", event.key());
    } else {
      NewStep step =
          new NewStep(
              StepKind.valueOf(what),
              event.on(),
              event.at(),
              Mode.valueOf(event.word(0)),
              event.word(1).isEmpty() ? null : event.word(1),
              professions(event.word(2)),
              null);
      told.claims.put(what, stays.log(stay, step, event.key()));
    }
  }

  private static List<Profession> professions(String written) {
    return written.isEmpty()
        ? List.of()
        : List.of(written.split("\\+")).stream().map(Profession::valueOf).toList();
  }

  private void join(PersonId person, String key) {
    OrganizationId organization = keys.organization(key);
    boolean inside =
        teams.of(person).stream().anyMatch(member -> member.organization().equals(organization));
    if (!inside) {
      teams.join(
          person,
          organization,
          null,
          TeamRole.usualOf(organizations.get(organization).kind()),
          bases.of(person).getFirst().id());
    }
    stays.renew(person);
  }
}
