/** Attachments: bytes whose kind was verified, encrypted on the disk, found by id. */
@ApplicationModule(
    displayName = "File",
    allowedDependencies = {"kernel", "web", "audit"})
@NullMarked
package tasuki.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
