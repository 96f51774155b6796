package tasuki.equipment;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.area.AreaId;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.file.FileId;

/**
 * A thing that is lent.
 *
 * @param number by which its owner knows it (管理番号)
 * @param keptAt where it is fetched and brought back
 * @param inspectionDue until when it was inspected; null where that is not needed
 * @param lentTo kinds of organisation that may borrow it; empty for every kind
 * @param area where a borrower has to lie; null for everywhere
 * @param longestDays longest loan
 * @param retiredOn since when it is not lent any more
 * @param version how often it was changed
 */
public record Thing(
    ThingId id,
    OrganizationId owner,
    ThingKind kind,
    String name,
    String number,
    String keptAt,
    @Nullable String accessories,
    @Nullable LocalDate inspectionDue,
    Set<OrganizationKind> lentTo,
    @Nullable AreaId area,
    int longestDays,
    @Nullable FileId picture,
    @Nullable LocalDate retiredOn,
    int version) {}
