/** How measured: what instruments count, per month and base unit, without persons. */
@ApplicationModule(
    displayName = "Indicator",
    allowedDependencies = {"kernel", "area", "calendar"})
@NullMarked
package tasuki.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
