/**
 * How the house reaches PostgreSQL: two pools, one transaction manager, migrations room by room.
 */
@NullMarked
package tasuki.kernel.database;

import org.jspecify.annotations.NullMarked;
