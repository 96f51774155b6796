/** 事例集: what others did, what it cost, what came of it, and what they would ask of the state. */
@ApplicationModule(
    displayName = "Practice",
    allowedDependencies = {
      "kernel",
      "web",
      "area",
      "calendar",
      "audit",
      "form",
      "table",
      "directory",
      "identity",
      "programme"
    })
@NullMarked
package tasuki.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
