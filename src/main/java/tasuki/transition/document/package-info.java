/** The forms of a stay: written, sent, received, read. */
@NullMarked
package tasuki.transition.document;

import org.jspecify.annotations.NullMarked;
