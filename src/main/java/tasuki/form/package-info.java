/** Forms as data: what a form asks, who may read which answer, and how typed answers are read. */
@ApplicationModule(
    displayName = "Form",
    allowedDependencies = {"kernel", "web", "calendar"})
@NullMarked
package tasuki.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
