package tasuki.intake;

import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;

/** Lists are the prefecture's affair: they change what everybody sees. */
final class Prefecture {

  private Prefecture() {}

  static boolean isOfficer(Viewer viewer) {
    return viewer.hasAny(Duty.OFFICER)
        && viewer.organization().kind() == OrganizationKind.PREFECTURE;
  }

  /** To everybody else the page does not exist. */
  static void mustBeOfficer(Viewer viewer) {
    if (!isOfficer(viewer)) {
      throw new AbsentException("page");
    }
  }
}
