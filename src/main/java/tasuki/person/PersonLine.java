package tasuki.person;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of persons an organisation may see.
 *
 * @param full whether the person is seen in full; otherwise only what the organisation has itself
 * @param emergencyUntil end of the emergency access by which alone the person is seen
 * @param certification the present one; null where none is seen or known
 * @param planOwner name of the organisation that answers for the plan this month
 * @param planOwnerKind null where nobody ever said
 */
public record PersonLine(
    Person person,
    int age,
    boolean full,
    @Nullable OffsetDateTime emergencyUntil,
    @Nullable Certification certification,
    @Nullable PlanOwnerKind planOwnerKind,
    @Nullable String planOwner,
    OffsetDateTime changedAt) {}
