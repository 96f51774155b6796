package tasuki.practice;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a case was after a step.
 *
 * @param reason why it was withdrawn
 * @param by name of who did it
 */
public record Version(
    int number,
    Step step,
    Content content,
    @Nullable String reason,
    String by,
    OffsetDateTime at) {}
