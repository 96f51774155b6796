package tasuki.web;

/**
 * Something that waits for the viewer, counted on the first page.
 *
 * @param href the list it stands on
 * @param label key of its name
 * @param order small numbers stand first
 */
public record Waiting(String href, String label, int count, Tone tone, int order) {

  /** How much it presses. A count of nothing never presses. */
  public enum Tone {
    LATE,
    TODAY,
    CALM
  }

  /** The style of the figure. */
  public String style() {
    if (count == 0) {
      return "";
    }
    return switch (tone) {
      case LATE -> "error";
      case TODAY -> "warning";
      case CALM -> "";
    };
  }
}
