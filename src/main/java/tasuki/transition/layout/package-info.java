/** The areas' own layouts of both forms: written, looked at, valid from a day, taken back. */
@NullMarked
package tasuki.transition.layout;

import org.jspecify.annotations.NullMarked;
