/** Printed lists come in: read, looked through by an officer, and taken over as a whole. */
@NullMarked
package tasuki.programme.importing;

import org.jspecify.annotations.NullMarked;
