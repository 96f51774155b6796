/**
 * 地域医療介護総合確保基金: its money by vintage and category, and its year from the call to the evaluation.
 */
@ApplicationModule(
    displayName = "Fund",
    allowedDependencies = {
      "kernel",
      "kernel::server",
      "web",
      "area",
      "calendar",
      "form",
      "indicator",
      "audit",
      "file",
      "notice",
      "table",
      "print",
      "directory",
      "identity",
      "goal",
      "programme"
    })
@NullMarked
package tasuki.fund;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
