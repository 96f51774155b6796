@NullMarked
package tasuki;

import org.jspecify.annotations.NullMarked;
