/** Who did and saw what, kept so that nobody can change it unnoticed. */
@ApplicationModule(
    displayName = "Audit",
    allowedDependencies = {"kernel", "web"})
@NullMarked
package tasuki.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
