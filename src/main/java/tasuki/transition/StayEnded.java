package tasuki.transition;

import java.util.UUID;

/** A stay ended; the state says how. */
public record StayEnded(UUID stay, UUID person, StayState state) {}
