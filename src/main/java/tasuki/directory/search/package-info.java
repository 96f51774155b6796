/** Finds organisations by anything people remember of them, in any spelling. */
@NamedInterface("search")
@NullMarked
package tasuki.directory.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
