/** 目標と指標: the pages on which plans are followed, who may change what, and lists of indicators. */
@ApplicationModule(
    displayName = "Goal",
    allowedDependencies = {
      "kernel",
      "web",
      "area",
      "calendar",
      "form",
      "audit",
      "indicator",
      "table",
      "directory",
      "identity"
    })
@NullMarked
package tasuki.goal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
