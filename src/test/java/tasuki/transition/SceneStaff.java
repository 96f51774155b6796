package tasuki.transition;

import java.util.UUID;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.kernel.Actor;

/** Staff made for tests of the room's other packages. */
public record SceneStaff(Actor.Member actor, UUID organization, String login) {

  /** An officer of an organisation of the kind, without a place. */
  public static SceneStaff officer(OrganizationKind kind) {
    return of(Scene.staff(kind, null, Duty.OFFICER));
  }

  /** Somebody who cares for persons. */
  public static SceneStaff caring(OrganizationKind kind) {
    return of(Scene.staff(kind, null));
  }

  private static SceneStaff of(Scene.Staff staff) {
    Scene.givePassword(staff);
    return new SceneStaff(staff.actor(), staff.organization().value(), staff.login());
  }
}
