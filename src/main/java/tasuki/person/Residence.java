package tasuki.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a person lived from a day on; see {@link NewResidence} for the fields. */
public record Residence(
    UUID id,
    LocalDate validFrom,
    @Nullable String baseUnit,
    @Nullable String postcode,
    @Nullable String address,
    @Nullable String telephone,
    boolean secret) {}
