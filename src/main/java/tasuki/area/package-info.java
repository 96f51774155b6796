/** Where: base units, and areas of several kinds over them that overlap. */
@ApplicationModule(
    displayName = "Area",
    allowedDependencies = {"kernel", "web", "table"})
@NullMarked
package tasuki.area;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
