package tasuki.form;

/**
 * On what a form is printed.
 *
 * @param columns 2 puts short items side by side, as the national forms do; 1 gives each item a
 *     line of its own, to be read and written by hand more easily
 */
public record FormPaper(Size size, int columns) {

  /** The size of the sheet. */
  public enum Size {
    /** Upright. */
    A4,
    /** Lengthwise: two A4 side by side, as areas fold their sheets. */
    A3
  }

  /** That of the national forms. */
  public static final FormPaper USUAL = new FormPaper(Size.A4, 2);

  public FormPaper {
    if (columns < 1 || columns > 2) {
      throw new IllegalArgumentException("a sheet has one or two columns: " + columns);
    }
  }
}
