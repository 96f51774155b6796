package tasuki.transition;

import java.util.Optional;
import org.springframework.ui.Model;
import tasuki.identity.Viewer;

/**
 * A part of the page of a stay that stands on its own, with words and template of its own. Every
 * bean of this type is asked; the page itself knows none of them.
 */
public interface CasePart {

  /** Where it stands among the parts: the lowest first. */
  int order();

  /** Whether it stands across the whole page, above the two columns. */
  default boolean wide() {
    return false;
  }

  /**
   * The template whose fragment {@code part} is shown, after what it shows was put into the model
   * under a name of its own; empty where the viewer has nothing to see or do here.
   */
  Optional<String> template(Stay stay, Viewer viewer, Model model);
}
