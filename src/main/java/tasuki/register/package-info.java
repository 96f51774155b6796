/** 名簿・指定: who stands in which register, how one gets in, and until when, all of it as data. */
@ApplicationModule(
    displayName = "Register",
    allowedDependencies = {
      "kernel",
      "web",
      "calendar",
      "audit",
      "form",
      "file",
      "notice",
      "table",
      "directory",
      "identity",
      "person"
    })
@NullMarked
package tasuki.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
