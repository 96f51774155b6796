package tasuki.guide;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.directory.Position;

/**
 * An organisation as the list of what was found shows it.
 *
 * @param number by which list and map name it
 * @param distance with its precision; null where there is none
 * @param openNow whether it receives now; null where its hours are not known
 * @param reasons by what it was found; empty without words
 * @param position null where its place is not known
 */
record Row(
    int number,
    OrganizationId id,
    String name,
    String kind,
    String address,
    String telephone,
    boolean member,
    boolean closed,
    @Nullable Boolean openNow,
    @Nullable String distance,
    boolean far,
    String reasons,
    List<String> offers,
    @Nullable Position position) {}
