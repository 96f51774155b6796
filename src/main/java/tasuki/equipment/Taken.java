package tasuki.equipment;

import java.util.UUID;

/**
 * Days on which a thing is not to be had; by whom is for its parties alone.
 *
 * @param id of the loan or the block
 * @param away whether it was handed out and has not come back
 */
public record Taken(UUID id, Days days, boolean away) {}
