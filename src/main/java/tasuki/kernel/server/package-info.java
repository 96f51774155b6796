/**
 * The database server and the words between the command line and the rooms: where the database is,
 * who says what at the start, who imports what.
 */
@NamedInterface("server")
@NullMarked
package tasuki.kernel.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
