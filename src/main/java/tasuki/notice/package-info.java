/** What somebody is to know: the bell, the shared inbox of an organisation, and mail about it. */
@ApplicationModule(
    displayName = "Notice",
    allowedDependencies = {"kernel", "web", "calendar", "audit"})
@NullMarked
package tasuki.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
