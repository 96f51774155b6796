/**
 * The rates of the handover: counted from facts, shown with their counts, published without
 * persons.
 */
@NullMarked
package tasuki.transition.rate;

import org.jspecify.annotations.NullMarked;
