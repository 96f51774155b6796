package tasuki.person;

import java.util.UUID;

/**
 * A care level, a plan owner or a residence of a person was recorded, perhaps for days long past:
 * what was counted by it counts otherwise now.
 */
public record DetailRecorded(UUID person) {}
