package tasuki.fund.planning;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of a plan.
 *
 * @param speaker who, as the plan prints it
 * @param response what was done about it
 */
public record Opinion(
    UUID id,
    Stakeholder stakeholder,
    String speaker,
    LocalDate saidOn,
    String words,
    @Nullable String response) {}
