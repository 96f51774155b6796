package tasuki.incident;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.person.PersonId;

/**
 * What went wrong, as the room says it from which it went.
 *
 * @param source which {@link Astray} answers for it
 * @param subject id of what went wrong
 * @param sheet id of the paper; null for what went wrong inside Tasuki
 * @param reference number by which both sides know the affair; null where there is none
 * @param items kinds of data it held, in Japanese, for the report
 * @param recipient whose it became inside Tasuki, where that is one organisation
 * @param wrongRecipient who has it now, in words
 * @param foundOn the first day of the time limits
 */
public record NewIncident(
    String source,
    Way way,
    UUID subject,
    @Nullable UUID sheet,
    PersonId person,
    @Nullable String reference,
    String titleJa,
    String titleEn,
    String items,
    @Nullable OrganizationId recipient,
    String wrongRecipient,
    String cause,
    OffsetDateTime happenedAt,
    LocalDate foundOn) {}
