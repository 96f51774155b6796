package tasuki.offer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A survey in which organisations said what they can do.
 *
 * @param name as the list calls it
 * @param day of the answer; null where the list does not tell
 */
record Survey(String name, @Nullable LocalDate day) {}
