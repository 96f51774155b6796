package tasuki.matching;

import org.jspecify.annotations.Nullable;
import tasuki.directory.Organization;
import tasuki.directory.Position;

/**
 * Somebody who might help, and how well it fits.
 *
 * @param precision of the distance; null where there is none
 */
record Candidate(Organization organization, Fit fit, Position.@Nullable Precision precision) {}
