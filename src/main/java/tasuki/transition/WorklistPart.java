package tasuki.transition;

import java.util.Optional;
import org.springframework.ui.Model;
import tasuki.identity.Viewer;

/** What stands above the 対応一覧; every bean of this type is asked, the list knows none of them. */
public interface WorklistPart {

  /**
   * The template whose fragment {@code part} is shown, after what it shows was put into the model
   * under a name of its own; empty where the viewer has nothing to see or do there.
   */
  Optional<String> template(Viewer viewer, Model model);
}
