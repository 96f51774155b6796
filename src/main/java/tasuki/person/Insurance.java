package tasuki.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An insurance of a person.
 *
 * @param share tenths that the person pays; null where unknown
 */
public record Insurance(
    InsuranceKind kind,
    String insurerNumber,
    String insuredNumber,
    @Nullable Integer share,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil) {}
