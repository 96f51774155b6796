package tasuki.equipment;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.area.AreaId;
import tasuki.directory.OrganizationKind;
import tasuki.file.FileId;

/** What its owner says of a thing; see {@link Thing} for the fields. */
public record NewThing(
    ThingKind kind,
    String name,
    String number,
    String keptAt,
    @Nullable String accessories,
    @Nullable LocalDate inspectionDue,
    Set<OrganizationKind> lentTo,
    @Nullable AreaId area,
    int longestDays,
    @Nullable FileId picture) {}
