/** What organisations can do at home, when and for whom, and how much room is left. */
@ApplicationModule(
    displayName = "Offer",
    allowedDependencies = {
      "kernel",
      "web",
      "area",
      "calendar",
      "audit",
      "notice",
      "table",
      "directory",
      "identity"
    })
@NullMarked
package tasuki.offer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
