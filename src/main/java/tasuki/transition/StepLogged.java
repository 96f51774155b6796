package tasuki.transition;

import java.util.UUID;

/** A side wrote a step into the log of a stay. */
public record StepLogged(UUID step, UUID stay, UUID person, StepKind kind) {}
