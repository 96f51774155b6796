package tasuki.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry in the words of its reader, as the templates show it.
 *
 * @param icon the author's profession as a picture
 * @param about profession and organisation of the author
 * @param time of the day, with the day where it is not the day of the heading
 * @param kind what it is; null for a plain note
 * @param late when it was written, where that was long after it happened
 * @param asks whether it still waits for the viewer's confirmation, or is the viewer's own request
 * @param readers who confirmed it, as one sentence; null for nobody
 */
record EntryView(
    String id,
    String icon,
    String author,
    String about,
    String time,
    String iso,
    @Nullable String kind,
    String text,
    @Nullable String late,
    boolean family,
    boolean asks,
    boolean pinned,
    @Nullable String readers,
    boolean confirmed,
    boolean canConfirm,
    boolean canReply,
    boolean canPin,
    boolean canCorrect,
    boolean canRecall,
    boolean recalled,
    List<FileView> files,
    List<EntryView> replies,
    List<EarlierView> earlier) {

  /** An attachment; small pictures are shown at once, others wait for a tap. */
  record FileView(String href, String label, String size, boolean shown) {}

  /** What stood here before it was put right. */
  record EarlierView(String time, String text) {}

  /** The entries of one day under its heading. */
  record Day(String label, String iso, List<EntryView> entries) {}
}
