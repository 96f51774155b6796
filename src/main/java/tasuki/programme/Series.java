package tasuki.programme;

import tasuki.directory.OrganizationId;

/**
 * A list of programmes that an organisation keeps from year to year.
 *
 * @param numbered whether a programme is known in it by a number that is printed (事業No)
 */
public record Series(SeriesId id, OrganizationId organization, String name, boolean numbered) {}
