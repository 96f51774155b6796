package tasuki.register;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.form.FormValues;

/**
 * An application to stand in a register, or to stay in it.
 *
 * @param version the version of the register whose questions it answers
 * @param renews the entry to be renewed; null for a new one
 * @param missing what is missing, in the words of who checked it
 * @param decision what the decision rests on: body, number, date of the paper
 * @param entry what came of it
 */
public record Application(
    UUID id,
    String register,
    UUID version,
    @Nullable UUID renews,
    OrganizationId organization,
    @Nullable Professional professional,
    FormValues answers,
    ApplicationState state,
    LocalDate appliedOn,
    @Nullable String missing,
    @Nullable LocalDate decidedOn,
    @Nullable String decision,
    @Nullable String reason,
    @Nullable UUID entry) {}
