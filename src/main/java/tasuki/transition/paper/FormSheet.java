package tasuki.transition.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as the templates draw it: rows of a bordered table.
 *
 * @param width of each table, in columns
 * @param large whether the paper is A3, lengthwise
 * @param unverified whether any item has not been compared with the official form
 */
public record FormSheet(
    String title,
    @Nullable String statement,
    int width,
    boolean large,
    List<Part> parts,
    boolean unverified) {

  /** A section with its tables. */
  public record Part(String id, @Nullable String heading, List<Block> blocks) {}

  /** Rows that stay on one page. */
  public record Block(List<Row> rows) {}

  /**
   * A line of cells.
   *
   * @param group the small heading that stands left of this and the following rows
   * @param groupRows over how many rows it stands; 0 where it was drawn above
   */
  public record Row(@Nullable String group, int groupRows, List<Cell> cells) {}

  /**
   * A label and its answer.
   *
   * @param boxes what may be ticked; empty where the answer is text
   * @param left whether this audience does not get the answer
   * @param prose whether line breaks of the text count
   */
  public record Cell(
      String label,
      int labelSpan,
      int span,
      List<Box> boxes,
      String text,
      boolean left,
      boolean prose) {}

  /** □ or ■ with its words. */
  public record Box(boolean on, String label) {}
}
