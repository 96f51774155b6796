/** Who is cared for: the person, who may see them and why, care team, plan owner, certification. */
@ApplicationModule(
    displayName = "Person",
    allowedDependencies = {
      "kernel",
      "web",
      "area",
      "calendar",
      "form",
      "audit",
      "file",
      "notice",
      "directory",
      "identity"
    })
@NullMarked
package tasuki.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
