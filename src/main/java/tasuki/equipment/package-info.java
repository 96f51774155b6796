/** What an association or a hub lends: things, their free days, bookings, hand-out and return. */
@ApplicationModule(
    displayName = "Equipment",
    allowedDependencies = {
      "kernel",
      "web",
      "area",
      "calendar",
      "form",
      "audit",
      "notice",
      "file",
      "table",
      "directory",
      "identity"
    })
@NullMarked
package tasuki.equipment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
