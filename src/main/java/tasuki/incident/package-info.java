/** 誤送信: what went to the wrong place, who opened it, and by when that is reported. */
@ApplicationModule(
    displayName = "Incident",
    allowedDependencies = {
      "kernel",
      "web",
      "calendar",
      "form",
      "audit",
      "notice",
      "print",
      "directory",
      "identity",
      "person"
    })
@NullMarked
package tasuki.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
