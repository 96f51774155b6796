/** The shared timeline of one person: what everybody of the care team tells the others. */
@ApplicationModule(
    displayName = "Record",
    allowedDependencies = {
      "kernel",
      "web",
      "calendar",
      "audit",
      "file",
      "notice",
      "directory",
      "identity",
      "person",
      "incident"
    })
@NullMarked
package tasuki.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
