package tasuki.transition;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.House;
import tasuki.area.AreaId;
import tasuki.directory.NewOrganization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;
import tasuki.person.BasisKind;
import tasuki.person.CareLevel;
import tasuki.person.NewBasis;
import tasuki.person.NewResidence;
import tasuki.person.PersonId;
import tasuki.person.Residences;

/**
 * Random histories of stays on the ground of two areas, told by both sides with slips, denials and
 * corrections, through the service that users use.
 */
public final class FactHistory {

  private final Random random;
  private final String ownUnit = Scene.unit();
  private final String otherUnit = Scene.unit();
  private final AreaId ownArea = Scene.area(ownUnit);
  private final AreaId otherArea = Scene.area(otherUnit);
  private final Scene.Staff manager;
  private final Scene.Staff nurse;
  private final OrganizationId absent;
  private final List<PersonId> persons = new ArrayList<>();

  public FactHistory(long seed) {
    random = new Random(seed);
    manager = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, ownUnit);
    nurse = Scene.staff(OrganizationKind.HOSPITAL, ownUnit);
    absent =
        House.as(
            Actor.NOBODY,
            () ->
                House.bean(Organizations.class)
                    .add(
                        new NewOrganization(
                            OrganizationKind.HOSPITAL,
                            "架空未参加病院",
                            "カクウ",
                            null,
                            "000-000-0000",
                            null,
                            null,
                            "見本県",
                            otherUnit,
                            false,
                            false,
                            LocalDate.of(2020, 4, 1))));
    House.as(
        Scene.officer(),
        () ->
            House.bean(TransitionRules.class)
                .agree(
                    ownArea,
                    "架空ルール",
                    "Rule",
                    LocalDate.of(2020, 4, 1),
                    14,
                    List.of(
                        LocalClock.afterAdmission("form", Side.CARE_MANAGER, StepKind.FORM_SENT, 4),
                        LocalClock.beforeDischarge(
                            "hearing", Side.HOSPITAL, StepKind.HEARING, 2))));
  }

  public List<UUID> hospitals() {
    return List.of(nurse.organization().value(), absent.value());
  }

  public UUID office() {
    return manager.organization().value();
  }

  public String ownUnit() {
    return ownUnit;
  }

  public Set<UUID> areas() {
    return Set.of(ownArea.value(), otherArea.value());
  }

  public Actor managerActor() {
    return manager.actor();
  }

  public Actor nurseActor() {
    return nurse.actor();
  }

  /** Lets another person be admitted and things happen, some of which are refused. */
  public void person(int happenings) {
    CareLevel level = random.nextInt(3) == 0 ? CareLevel.SUPPORT_2 : CareLevel.CARE_3;
    PersonId person = Scene.client(manager, level);
    persons.add(person);
    String unit = random.nextInt(4) == 0 ? otherUnit : ownUnit;
    manager.does(
        () ->
            House.bean(Residences.class)
                .add(
                    person,
                    new NewResidence(LocalDate.of(2020, 1, 1), unit, null, "見本県", null, false)));
    LocalDate day = Scene.today().minusDays(60 + random.nextInt(120));
    for (int stays = 1 + random.nextInt(2); stays > 0; stays--) {
      day = stay(person, day, happenings).plusDays(5 + random.nextInt(20));
    }
  }

  /** Another person goes home after a hearing that the hospital tells and the office denies. */
  public void denied() {
    PersonId person = Scene.client(manager, CareLevel.CARE_3);
    persons.add(person);
    LocalDate day = Scene.today().minusDays(40);
    StayId stay =
        Objects.requireNonNull(admit(manager, Scene.report(person, nurse.organization(), day)));
    log(nurse, stay, StepKind.HEARING, day.plusDays(3), null);
    Step hearing =
        House.as(nurse.actor(), () -> House.bean(StepLog.class).of(stay)).stream()
            .filter(step -> step.kind() == StepKind.HEARING)
            .findFirst()
            .orElseThrow();
    manager.does(
        () ->
            Scene.stays().answer(new StepId(hearing.id()), Stance.DENIES, null, UUID.randomUUID()));
    nurse.does(
        () ->
            Scene.stays()
                .discharge(stay, DischargeTo.HOME, day.plusDays(9), null, UUID.randomUUID()));
  }

  private LocalDate stay(PersonId person, LocalDate day, int happenings) {
    boolean byNurse = random.nextInt(3) == 0 && persons.size() > 1;
    OrganizationId hospital = random.nextInt(4) == 0 ? absent : nurse.organization();
    Admission report = Scene.report(person, hospital, day);
    StayId stay = admit(manager, report);
    if (stay == null) {
      return day;
    }
    if (byNurse && hospital.equals(nurse.organization())) {
      admit(nurse, Scene.report(person, hospital, day.plusDays(1)));
    }
    LocalDate now = day;
    for (int i = 0; i < happenings; i++) {
      now = now.plusDays(random.nextInt(3));
      StayId next = happens(stay, now);
      stay = next == null ? stay : next;
    }
    return now;
  }

  private static @Nullable StayId admit(Scene.Staff by, Admission report) {
    try {
      return switch (by.does(() -> Scene.stays().admit(report, UUID.randomUUID()))) {
        case AdmissionResult.Opened(StayId opened) -> opened;
        case AdmissionResult.Joined(StayId joined) -> joined;
        case AdmissionResult.Asked _ -> null;
      };
    } catch (RefusedException | tasuki.kernel.AbsentException refused) {
      return null;
    }
  }

  /** Something happens; answers with the next stay after a transfer. */
  private @Nullable StayId happens(StayId stay, LocalDate day) {
    Scene.Staff by = random.nextBoolean() ? manager : nurse;
    Stays stays = Scene.stays();
    UUID key = UUID.randomUUID();
    LocalTime at = random.nextBoolean() ? LocalTime.of(random.nextInt(24), 15) : null;
    try {
      switch (random.nextInt(14)) {
        case 0, 1 -> log(by, stay, StepKind.FORM_SENT, day.minusDays(random.nextInt(3)), at);
        case 2, 3 -> log(by, stay, StepKind.FORM_RECEIVED, day, at);
        case 4, 5 -> log(by, stay, StepKind.HEARING, day, at);
        case 6 -> log(by, stay, StepKind.CONFERENCE, day, at);
        case 7 -> by.does(() -> stays.planDischarge(stay, day.plusDays(3), null, key));
        case 8, 9, 10 -> answer(by, stay);
        case 11 ->
            by.does(
                () -> {
                  AdmissionReason kind = stays.reason(stay).orElse(null);
                  Correction as = Correction.of(stays.get(stay), kind, "打ち間違い");
                  stays.correct(stay, as.admitted(day.minusDays(2), at), key);
                });
        case 12 -> {
          if (random.nextInt(3) == 0) {
            OrganizationId next = random.nextBoolean() ? absent : nurse.organization();
            return by.does(
                () ->
                    stays.transfer(
                        stay, next, day, at, NewBasis.ofPerson(BasisKind.CONTRACT, null), key));
          }
          AdmissionReason[] reasons = AdmissionReason.values();
          AdmissionReason reason =
              random.nextBoolean()
                  ? AdmissionReason.RESPITE
                  : reasons[random.nextInt(reasons.length)];
          by.does(() -> stays.correct(stay, Correction.of(stays.get(stay), reason, "種別の訂正"), key));
        }
        default -> {
          DischargeTo where = DischargeTo.values()[random.nextInt(DischargeTo.values().length)];
          if (random.nextBoolean()) {
            by.does(() -> stays.discharge(stay, where, day, at, key));
          }
        }
      }
    } catch (RefusedException | tasuki.kernel.AbsentException refused) {
      // As users do: they try what is not theirs to do.
      return null;
    }
    return null;
  }

  private static void log(
      Scene.Staff by, StayId stay, StepKind kind, LocalDate day, @Nullable LocalTime at) {
    by.does(() -> Scene.stays().log(stay, NewStep.of(kind, day, at, Mode.FAX), UUID.randomUUID()));
  }

  private void answer(Scene.Staff by, StayId stay) {
    List<Step> log = House.as(by.actor(), () -> House.bean(StepLog.class).of(stay));
    if (log.isEmpty()) {
      return;
    }
    Step about = log.get(random.nextInt(log.size()));
    boolean own = about.organization().equals(by.organization().value());
    Stance stance = own ? Stance.WITHDRAWS : random.nextBoolean() ? Stance.CONFIRMS : Stance.DENIES;
    by.does(() -> Scene.stays().answer(new StepId(about.id()), stance, null, UUID.randomUUID()));
  }
}
