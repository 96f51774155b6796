package tasuki.web;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page shows; the templates read it as {@code frame}.
 *
 * @param unread how many notices the viewer has not read, which the bell shows; null without a bell
 */
public record Frame(
    String prefecture,
    @Nullable Who viewer,
    List<NavigationItem> navigation,
    List<LanguageLink> languageLinks,
    boolean demo,
    @Nullable Notice notice,
    @Nullable Integer unread) {

  /** The signed-in account, as the frame names it. */
  public record Who(String name, String organization, String roleLabel) {}

  /**
   * A destination of the main navigation.
   *
   * @param icon name of a picture in {@code img/icons.svg}
   * @param count how many things wait there; null where nothing is counted
   * @param within the places of a group; empty for a place that stands by itself
   */
  public record NavigationItem(
      String href,
      String label,
      String icon,
      boolean current,
      @Nullable Integer count,
      List<NavigationItem> within) {}

  /** A language in which the same page can be read. */
  public record LanguageLink(String lang, String label, String href, boolean current) {}

  /**
   * What happened just now.
   *
   * @param kind success, error, warning or info
   */
  public record Notice(String kind, String text) implements Serializable {
    @Serial private static final long serialVersionUID = 1;
  }
}
