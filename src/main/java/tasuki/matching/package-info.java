/** 手挙げ: whoever needs help asks with a nameless card, and who can help raises a hand. */
@ApplicationModule(
    displayName = "Matching",
    allowedDependencies = {
      "kernel",
      "web",
      "area",
      "calendar",
      "audit",
      "indicator",
      "form",
      "notice",
      "directory",
      "directory::search",
      "identity",
      "person",
      "offer"
    })
@NullMarked
package tasuki.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
