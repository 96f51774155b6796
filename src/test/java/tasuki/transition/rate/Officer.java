package tasuki.transition.rate;

import java.util.UUID;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Actor;
import tasuki.transition.SceneStaff;

/** People of organisations made for one test. */
final class Officer {

  private Officer() {}

  static Actor of(OrganizationKind kind) {
    return SceneStaff.officer(kind).actor();
  }

  static Actor caring() {
    return new Actor.Member(
        UUID.randomUUID(),
        SceneStaff.caring(OrganizationKind.HOSPITAL).organization(),
        Actor.Sight.CARE);
  }
}
