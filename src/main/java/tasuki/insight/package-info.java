/** What the whole shows: who uses Tasuki, and which ground is covered by whose services. */
@ApplicationModule(
    displayName = "Insight",
    allowedDependencies = {
      "kernel",
      "web",
      "area",
      "calendar",
      "audit",
      "notice",
      "table",
      "directory",
      "identity",
      "record",
      "transition"
    })
@NullMarked
package tasuki.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
