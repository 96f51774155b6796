/** How lists come in: read, compared with what is there, shown, applied, and undone if need be. */
@ApplicationModule(
    displayName = "Intake",
    allowedDependencies = {
      "kernel",
      "kernel::server",
      "web",
      "area",
      "calendar",
      "audit",
      "table",
      "directory",
      "identity"
    })
@NullMarked
package tasuki.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
