/**
 * How measured: what instruments count, without persons, and the indicators plans are judged by.
 */
@ApplicationModule(
    displayName = "Indicator",
    allowedDependencies = {"kernel", "area", "calendar"})
@NullMarked
package tasuki.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
