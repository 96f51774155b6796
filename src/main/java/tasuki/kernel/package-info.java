/** Ids, results, errors, who acts, transactions and migrations: what every room stands on. */
@ApplicationModule(
    displayName = "Kernel",
    allowedDependencies = {})
@NullMarked
package tasuki.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
