/** 使われ方: who signs in, who writes, who answers and who is silent, month by month. */
@NullMarked
package tasuki.insight.usage;

import org.jspecify.annotations.NullMarked;
