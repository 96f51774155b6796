/** What the person and the family see: the team, who may look, who looked, and how to end it. */
@ApplicationModule(
    displayName = "Portal",
    allowedDependencies = {"kernel", "web", "calendar", "directory", "identity", "person"})
@NullMarked
package tasuki.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
