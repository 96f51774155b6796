/** Paper: pages of the templates as PDF, with a Japanese font in them. */
@ApplicationModule(
    displayName = "Print",
    allowedDependencies = {"kernel", "web"})
@NullMarked
package tasuki.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
