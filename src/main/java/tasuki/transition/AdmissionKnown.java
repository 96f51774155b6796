package tasuki.transition;

import java.util.UUID;

/** A stay became known, by whichever side. */
public record AdmissionKnown(UUID stay, UUID person, UUID hospital) {}
