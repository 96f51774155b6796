/** Who offers care, where, and on which days. */
@ApplicationModule(
    displayName = "Directory",
    allowedDependencies = {"kernel", "web", "area", "calendar", "audit", "table"})
@NullMarked
package tasuki.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
