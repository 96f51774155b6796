package tasuki.programme;

import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;

/**
 * Who carries a programme out (実施主体).
 *
 * @param organization null where it is no organisation that is known
 */
public record Operator(String name, @Nullable OrganizationId organization) {}
