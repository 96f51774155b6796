package tasuki.indicator;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an indicator begins with, beside its first definition. */
public record NewIndicator(
    UUID organization, @Nullable UUID division, String area, boolean published) {}
