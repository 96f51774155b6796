package tasuki.equipment;

import org.springframework.stereotype.Component;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;

/** Who keeps the things of an organisation that lends. */
@Component
class Keepers {

  /** Whether the viewer registers, hands out and takes back for the own organisation. */
  boolean keeps(Viewer viewer) {
    return LendingRules.lends(viewer.organization().kind())
        && viewer.hasAny(Duty.COORDINATOR, Duty.OFFICER, Duty.ADMINISTRATOR);
  }

  /**
   * Goes on only for keepers.
   *
   * @throws AbsentException for everybody else
   */
  void only(Viewer viewer) {
    if (!keeps(viewer)) {
      throw new AbsentException("page");
    }
  }
}
