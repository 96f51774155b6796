/** The page frame, the design system, navigation and the answers to errors. */
@ApplicationModule(
    displayName = "Web",
    allowedDependencies = {"kernel"})
@NullMarked
package tasuki.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
