/** From hospital to home: stays, both sides' steps, and the clocks that run between them. */
@ApplicationModule(
    displayName = "Transition",
    allowedDependencies = {
      "kernel",
      "web",
      "area",
      "calendar",
      "audit",
      "notice",
      "print",
      "file",
      "form",
      "directory",
      "identity",
      "person"
    })
@NullMarked
package tasuki.transition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
