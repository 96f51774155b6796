package tasuki.programme;

import org.jspecify.annotations.Nullable;

/**
 * Where a programme stands in a list.
 *
 * @param position its place under the heading; small numbers stand first
 * @param repost whether it stands there again (再掲), so that its money is counted elsewhere
 * @param service what is printed before the row, such as 訪問診療
 */
public record Placement(HeadingId heading, int position, boolean repost, @Nullable String service) {

  /** The same under another heading. */
  Placement under(HeadingId other) {
    return new Placement(other, position, repost, service);
  }
}
