/** 行きわたり: which ground has which service, how far it is, and for how many people. */
@NullMarked
package tasuki.insight.coverage;

import org.jspecify.annotations.NullMarked;
