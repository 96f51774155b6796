package tasuki.area;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A named set of base units, valid from–until.
 *
 * @param code the code its kind uses, unique within the kind at any date
 */
public record Area(
    AreaId id,
    AreaKind kind,
    String code,
    String name,
    String nameEnglish,
    LocalDate validFrom,
    @Nullable LocalDate validUntil) {}
