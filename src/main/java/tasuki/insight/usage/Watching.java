package tasuki.insight.usage;

import org.springframework.stereotype.Component;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;

/** Who sees the use by everybody, and who decides about it. */
@Component
class Watching {

  /** Officers see all; an administrator sees the own organisation. */
  boolean seesAll(Viewer viewer) {
    return viewer.hasAny(Duty.OFFICER);
  }

  /** Whether the viewer enters the cost and has months counted again. */
  boolean decides(Viewer viewer) {
    return viewer.hasAny(Duty.OFFICER)
        && (viewer.organization().kind() == OrganizationKind.PREFECTURE
            || viewer.organization().kind() == OrganizationKind.CARE_OPERATOR);
  }

  /**
   * Goes on only for those who decide.
   *
   * @throws AbsentException for everybody else
   */
  void onlyDeciding(Viewer viewer) {
    if (!decides(viewer)) {
      throw new AbsentException("page");
    }
  }
}
