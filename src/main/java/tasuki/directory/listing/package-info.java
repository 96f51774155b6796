/** What official lists say of organisations: reading them, and telling which rows are one place. */
@NullMarked
package tasuki.directory.listing;

import org.jspecify.annotations.NullMarked;
