/** Programmes of an organisation year by year: what they are, where they stand, their money. */
@ApplicationModule(
    displayName = "Programme",
    allowedDependencies = {
      "kernel",
      "kernel::server",
      "web",
      "area",
      "calendar",
      "indicator",
      "audit",
      "file",
      "notice",
      "table",
      "print",
      "directory",
      "identity"
    })
@NullMarked
package tasuki.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
