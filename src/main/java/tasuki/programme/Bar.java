package tasuki.programme;

/** A bar of a chart of budgets over years, as {@code web/tables :: bars} draws it. */
record Bar(String label, int percent, String text, boolean strong) {

  private static final int WHOLE = 100;

  /**
   * A bar from zero.
   *
   * @param yen what it shows; less than nothing is drawn as nothing
   * @param longest what the longest bar of the chart shows
   * @param strong whether it is the one looked at
   */
  static Bar of(String label, long yen, long longest, boolean strong) {
    int percent = longest <= 0 ? 0 : (int) (Math.max(0, yen) * WHOLE / longest);
    return new Bar(label, percent, Figures.thousands(yen), strong);
  }
}
