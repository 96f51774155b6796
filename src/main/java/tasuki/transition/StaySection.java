package tasuki.transition;

import org.springframework.ui.Model;
import tasuki.identity.Viewer;

/** What a part of this room adds to its pages, under names of its own in the model. */
public interface StaySection {

  /** Adds to the page of a stay. */
  void fill(Model model, StayId stay, Viewer viewer);

  /** Adds to the worklist. */
  void fillList(Model model, Viewer viewer);
}
