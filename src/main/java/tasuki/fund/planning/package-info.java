/**
 * The prefecture's plan: sheets of programmes, opinions, versions, and the evaluation afterwards.
 */
@NamedInterface("planning")
@NullMarked
package tasuki.fund.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
