package tasuki.identity;

import tasuki.directory.OrganizationId;

/**
 * A division (部署) of an organisation, which is in charge of programmes and indicators.
 *
 * @param compiles whether it keeps the lists of the whole organisation (取りまとめ)
 * @param open false once it has ended; what it was in charge of keeps its name
 */
public record Division(
    DivisionId id, OrganizationId organization, String name, boolean compiles, boolean open) {}
