package tasuki.programme;

import java.util.List;

/** Pages of rooms above that belong to a programme's year: its page leads to them. */
public interface YearPages {

  /**
   * A page.
   *
   * @param label key of the message that names it
   */
  record Page(String href, String label) {}

  /**
   * The pages that the reader may open.
   *
   * @param own whether the reader's organisation keeps the list
   */
  List<Page> of(ProgrammeYear year, boolean own);
}
