package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tasuki.House;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.RefusedException;
import tasuki.person.BasisKind;
import tasuki.person.CareLevel;
import tasuki.person.NewBasis;
import tasuki.person.PersonId;

/** Random histories of one person against a model that only remembers who lies where. */
class ChainPropertyTest {

  private static final StayId NOWHERE = new StayId(new UUID(0, 0));

  enum What {
    ADMIT,
    TRANSFER,
    HOME,
    DIE,
    LEAVE,
    RETURN,
    LOG
  }

  /** Something that happens on the next day but a few, at one of three hospitals. */
  record Happening(What what, int hospital, int next, int daysOn) {}

  private static final Scene.Staff MANAGER =
      Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
  private static final List<OrganizationId> HOSPITALS =
      List.of(
          Scene.staff(OrganizationKind.HOSPITAL, null).organization(),
          Scene.staff(OrganizationKind.HOSPITAL, null).organization(),
          Scene.staff(OrganizationKind.HOSPITAL, null).organization());

  @Provide
  Arbitrary<List<Happening>> histories() {
    return Combinators.combine(
            Arbitraries.of(What.class),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(4, 9))
        .as(Happening::new)
        .list()
        .ofMinSize(3)
        .ofMaxSize(12);
  }

  @Property(tries = 12)
  void one_open_stay_a_hospital_home_and_death_close_transfer_does_not_and_no_step_vanishes(
      @ForAll("histories") List<Happening> history) {
    PersonId person = Scene.client(MANAGER, CareLevel.CARE_2);
    Map<Integer, StayId> lying = new HashMap<>();
    Set<Integer> onLeave = new HashSet<>();
    List<UUID> steps = new ArrayList<>();
    LocalDate day = Scene.today().minusDays(130);
    for (Happening one : history) {
      day = day.plusDays(one.daysOn());
      boolean possible = possible(one, lying.keySet(), onLeave);
      boolean done = happens(one, person, lying, onLeave, day);
      assertThat(done).as("%s on %s with %s", one, day, lying).isEqualTo(possible);
      compare(person, lying, onLeave, steps);
    }
  }

  private static boolean possible(Happening one, Set<Integer> lying, Set<Integer> onLeave) {
    boolean here = lying.contains(one.hospital());
    return switch (one.what()) {
      case ADMIT -> !here;
      case TRANSFER -> here && one.next() != one.hospital();
      case HOME, DIE, LOG -> here;
      case LEAVE -> here && !onLeave.contains(one.hospital());
      case RETURN -> here && onLeave.contains(one.hospital());
    };
  }

  /** Does it through the service; answers whether the service agreed. */
  private static boolean happens(
      Happening one,
      PersonId person,
      Map<Integer, StayId> lying,
      Set<Integer> onLeave,
      LocalDate day) {
    StayId stay = lying.getOrDefault(one.hospital(), NOWHERE);
    UUID key = UUID.randomUUID();
    Stays stays = Scene.stays();
    if (stay.equals(NOWHERE) && one.what() != What.ADMIT) {
      return false;
    }
    try {
      switch (one.what()) {
        case ADMIT -> {
          AdmissionResult result =
              MANAGER.does(
                  () -> stays.admit(Scene.report(person, HOSPITALS.get(one.hospital()), day), key));
          if (!(result instanceof AdmissionResult.Opened(StayId opened))) {
            return false;
          }
          lying.put(one.hospital(), opened);
        }
        case TRANSFER -> {
          StayId next =
              MANAGER.does(
                  () ->
                      stays.transfer(
                          stay,
                          HOSPITALS.get(one.next()),
                          day,
                          null,
                          NewBasis.ofPerson(BasisKind.CONTRACT, null),
                          key));
          lying.remove(one.hospital());
          onLeave.remove(one.hospital());
          lying.put(one.next(), next);
        }
        case HOME -> {
          MANAGER.does(() -> stays.discharge(stay, DischargeTo.HOME, day, null, key));
          lying.remove(one.hospital());
          onLeave.remove(one.hospital());
        }
        case DIE -> {
          MANAGER.does(() -> stays.discharge(stay, DischargeTo.DEATH, day, null, key));
          lying.clear();
          onLeave.clear();
        }
        case LEAVE -> {
          MANAGER.does(() -> stays.leave(stay, day, key));
          onLeave.add(one.hospital());
        }
        case RETURN -> {
          MANAGER.does(() -> stays.returned(stay, day, key));
          onLeave.remove(one.hospital());
        }
        case LOG ->
            MANAGER.does(
                () -> stays.log(stay, NewStep.of(StepKind.HEARING, day, null, Mode.VISIT), key));
      }
      return true;
    } catch (RefusedException refused) {
      return false;
    }
  }

  private static void compare(
      PersonId person, Map<Integer, StayId> lying, Set<Integer> onLeave, List<UUID> steps) {
    List<Stay> all = MANAGER.does(() -> Scene.stays().of(person));
    assertThat(all.stream().filter(stay -> !stay.state().ended()).map(Stay::id))
        .containsExactlyInAnyOrderElementsOf(lying.values());
    lying.forEach(
        (hospital, id) ->
            assertThat(all)
                .anyMatch(
                    stay ->
                        stay.id().equals(id)
                            && stay.hospital().equals(HOSPITALS.get(hospital))
                            && (stay.state() == StayState.ON_LEAVE) == onLeave.contains(hospital)));
    boolean open =
        House.as(MANAGER.actor(), () -> House.bean(StayRows.class).openChain(person).isPresent());
    assertThat(open)
        .as("a chain is open while somebody lies somewhere")
        .isEqualTo(!lying.isEmpty());
    List<UUID> now = new ArrayList<>();
    for (Stay stay : all) {
      House.as(MANAGER.actor(), () -> House.bean(StepLog.class).of(stay.id()))
          .forEach(step -> now.add(step.id()));
    }
    assertThat(now).containsAll(steps);
    steps.clear();
    steps.addAll(now);
  }
}
