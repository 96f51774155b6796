/** What each role sees first: where one can go and what waits there. */
@ApplicationModule(
    displayName = "Desk",
    allowedDependencies = {"kernel", "web", "notice", "area", "calendar", "directory", "identity"})
@NullMarked
package tasuki.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
