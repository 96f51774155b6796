package tasuki.identity;

import java.util.Optional;
import org.springframework.ui.Model;
import tasuki.directory.Organization;

/**
 * What another room shows on an organisation's page, to staff and to the public. Every bean of this
 * type is asked; the page knows none of them.
 */
public interface OrganizationPart {

  /** Where it stands among the parts: the lowest first. */
  int order();

  /**
   * The template whose fragment {@code part} is shown, after what it shows was put into the model
   * under a name of its own; empty where there is nothing to see or do.
   *
   * @param viewer who looks; empty for the public, who see nothing internal
   */
  Optional<String> template(Organization organization, Optional<Viewer> viewer, Model model);
}
