package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.person.CareLevel;

/** The first page tells what waits, in the figures of the lists it leads to. */
class WaitingTest {

  private final Scene.Staff manager = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
  private final Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);
  private final LocalDate today = Scene.today();

  private StayId admitted(LocalDate on) {
    return Scene.admitted(
        manager, Scene.client(manager, CareLevel.CARE_2), nurse.organization(), on);
  }

  private static String home(Scene.Staff staff) {
    Scene.givePassword(staff);
    String page = Visitor.signedIn(staff.login(), Scene.PASSWORD).get("/").body();
    return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void the_figures_are_those_of_the_lists() {
    admitted(today);
    admitted(today.minusDays(30));
    StayId leaving = admitted(today.minusDays(10));
    nurse.does(
        () -> Scene.stays().planDischarge(leaving, today.plusDays(2), null, UUID.randomUUID()));
    Worklist worklist = House.bean(Worklist.class);
    int overdue =
        manager
            .does(() -> worklist.of(Worklist.Wanted.first(Worklist.Tab.OVERDUE, 50)))
            .rows()
            .size();
    Worklist.Pressing pressing = manager.does(worklist::pressing);
    assertThat(overdue).isPositive();
    assertThat(pressing.overdue()).isEqualTo(overdue);
    assertThat(pressing.leaving()).isEqualTo(1);
    assertThat(home(manager))
        .contains("いま待っていること")
        .contains("期限を過ぎたもの " + overdue + " 件")
        .contains("3日以内に退院予定 1 件");
  }

  @Test
  void a_stranger_has_nothing_waiting_and_an_officer_sees_missed_contacts_only() {
    admitted(today.minusDays(30));
    Scene.Staff stranger = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
    assertThat(home(stranger)).contains("期限を過ぎたもの 0 件").contains("きょうが期限 0 件");
    assertThat(home(Scene.staff(OrganizationKind.PREFECTURE, null, Duty.OFFICER)))
        .contains("連絡もれ ")
        .doesNotContain("期限を過ぎたもの");
  }
}
