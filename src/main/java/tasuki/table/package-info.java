/**
 * Tables as people keep them: Excel and CSV files, read without trust and written to be printed.
 */
@ApplicationModule(
    displayName = "Table",
    allowedDependencies = {"kernel", "web", "calendar"})
@NullMarked
package tasuki.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
