/** Forms on paper: print, fax, the code that confirms receipt, and what went to the wrong place. */
@NullMarked
package tasuki.transition.paper;

import org.jspecify.annotations.NullMarked;
