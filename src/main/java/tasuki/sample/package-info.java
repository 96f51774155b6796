/** The sample prefecture: fictional, and built through the same services a user would use. */
@ApplicationModule(
    displayName = "Sample",
    allowedDependencies = {
      "kernel",
      "kernel::server",
      "web",
      "area",
      "calendar",
      "indicator",
      "directory",
      "identity",
      "notice",
      "offer",
      "person",
      "form",
      "register",
      "transition",
      "equipment",
      "matching",
      "programme",
      "fund",
      "fund::ledger",
      "fund::planning",
      "fund::proposing",
      "fund::schedule",
      "insight",
      "practice",
      "audit"
    })
@NullMarked
package tasuki.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
