package tasuki.person;

import java.util.List;
import java.util.Optional;
import tasuki.identity.Viewer;

/**
 * What another room shows on a person's overview. Rooms contribute beans of it, so that the
 * overview knows none of them.
 */
public interface PersonPart {

  /**
   * A piece of the overview.
   *
   * @param title in the viewer's language
   * @param href where the whole of it is
   * @param icon name of a picture in {@code img/icons.svg}
   * @param lines at most five short lines in the viewer's language
   * @param order small numbers stand first
   */
  record Part(String title, String href, String icon, List<String> lines, int order) {}

  /** What the room has for the viewer; empty where the viewer has no use for it. */
  Optional<Part> of(PersonId person, Viewer viewer);
}
