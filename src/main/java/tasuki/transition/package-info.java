/** From hospital to home: stays, both sides' steps, and the clocks that run between them. */
@ApplicationModule(
    displayName = "Transition",
    allowedDependencies = {
      "kernel",
      "kernel::server",
      "web",
      "area",
      "indicator",
      "table",
      "calendar",
      "audit",
      "notice",
      "print",
      "file",
      "form",
      "directory",
      "identity",
      "person",
      "incident"
    })
@NullMarked
package tasuki.transition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
