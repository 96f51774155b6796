package tasuki.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What must be known of a person to register them; see {@link Person} for the fields. */
public record NewPerson(
    String familyName,
    String givenName,
    String familyKana,
    String givenKana,
    Sex sex,
    LocalDate birthDate,
    boolean provisional,
    @Nullable NewResidence residence) {}
