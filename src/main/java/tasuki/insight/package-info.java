/**
 * What the whole shows: who uses Tasuki, which ground is covered by whose services, and where the
 * year's programmes stand.
 */
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
      "transition",
      "indicator",
      "goal",
      "programme",
      "fund",
      "fund::schedule"
    })
@NullMarked
package tasuki.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
