/**
 * When: eras and fiscal years, national holidays, each organisation's own business days and hours,
 * and the arithmetic of deadlines. Pure functions over immutable values; the caller brings the
 * {@link java.time.Clock}.
 */
@ApplicationModule(
    displayName = "Calendar",
    allowedDependencies = {})
@NullMarked
package tasuki.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
