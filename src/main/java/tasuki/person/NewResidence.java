package tasuki.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a person lives from a day on.
 *
 * @param baseUnit code of the base unit, by which areas are told
 * @param secret 支援措置: neither shown to the family nor printed, faxed or exported
 */
public record NewResidence(
    LocalDate validFrom,
    @Nullable String baseUnit,
    @Nullable String postcode,
    @Nullable String address,
    @Nullable String telephone,
    boolean secret) {}
