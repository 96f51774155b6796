/** Calls for proposals, proposals on their way, and what was decided of them. */
@NamedInterface("proposing")
@NullMarked
package tasuki.fund.proposing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
