package tasuki.area;

import java.util.UUID;

/** Identifies one area of one kind. */
public record AreaId(UUID value) {}
