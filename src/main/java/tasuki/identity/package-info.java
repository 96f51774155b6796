/** Who signs in, for which organisation, with which duties. */
@ApplicationModule(
    displayName = "Identity",
    allowedDependencies = {
      "kernel",
      "kernel::server",
      "web",
      "audit",
      "notice",
      "calendar",
      "form",
      "directory"
    })
@NullMarked
package tasuki.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
