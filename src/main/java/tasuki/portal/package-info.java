/**
 * What the person and the family see: the team, the hospital that takes her in, who may look, who
 * looked, and how to end it.
 */
@ApplicationModule(
    displayName = "Portal",
    allowedDependencies = {
      "kernel",
      "web",
      "calendar",
      "directory",
      "identity",
      "person",
      "register"
    })
@NullMarked
package tasuki.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
