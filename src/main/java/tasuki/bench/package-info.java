/** Measures the running house from outside, as its users meet it. */
@ApplicationModule(
    displayName = "Bench",
    allowedDependencies = {"kernel::server", "area", "calendar", "directory::search", "programme"})
@NullMarked
package tasuki.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
