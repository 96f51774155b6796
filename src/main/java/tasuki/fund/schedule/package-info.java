/** The steps of the fund's year: by when each is to be done, and how far it is. */
@NamedInterface("schedule")
@NullMarked
package tasuki.fund.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
