/** Finding who offers care: search, map and resource map for staff, and the same for the public. */
@ApplicationModule(
    displayName = "Guide",
    allowedDependencies = {
      "kernel",
      "web",
      "area",
      "calendar",
      "table",
      "print",
      "directory",
      "directory :: search",
      "desk",
      "identity",
      "person"
    })
@NullMarked
package tasuki.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
