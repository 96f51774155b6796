package tasuki.fund;

import tasuki.directory.OrganizationKind;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;

/** Who has the fund: the prefecture, and no other organisation whose officers sign in. */
public final class PrefectureOnly {

  private PrefectureOnly() {}

  /**
   * Goes on for the prefecture's own.
   *
   * @throws AbsentException for everybody else
   */
  public static void let(Viewer viewer) {
    if (viewer.organization().kind() != OrganizationKind.PREFECTURE) {
      throw new AbsentException("fund");
    }
  }
}
