package tasuki.fund;

import tasuki.calendar.FiscalYear;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;

/** Who has the fund: the prefecture, and no other organisation whose officers sign in. */
public final class PrefectureOnly {

  /** The first year in which money was stored. */
  public static final int FIRST = 2014;

  /** Every table of the fund ends here. */
  private static final int LAST = 2199;

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

  /** Whether the fund could have money in the year. */
  public static boolean isYear(int year) {
    return year >= FIRST && year <= LAST;
  }

  /**
   * The year that an address of the fund names.
   *
   * @throws AbsentException for everybody else, and where there cannot be such a year
   */
  public static FiscalYear year(int year, Viewer viewer) {
    let(viewer);
    if (!isYear(year)) {
      throw new AbsentException("fund");
    }
    return new FiscalYear(year);
  }
}
