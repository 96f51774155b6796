package tasuki.programme;

import org.jspecify.annotations.Nullable;

/**
 * A heading of a list.
 *
 * @param parent the heading under which it stands; null at the top
 * @param depth how many headings stand over it
 * @param mark as it is printed, such as {@code (1)} or {@code ①-1}; may be empty
 */
public record Heading(
    HeadingId id, @Nullable HeadingId parent, int depth, String mark, String name) {

  /** Mark and name as they are printed. */
  public String words() {
    return mark.isEmpty() ? name : mark + " " + name;
  }
}
