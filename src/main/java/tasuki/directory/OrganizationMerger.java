package tasuki.directory;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A joining that holds: of a list's row to an organisation that was there, or of one organisation
 * to another.
 *
 * @param organization the alias; null where a row was joined by itself
 * @param into what it was joined to
 * @param list the row's list, and its key; null where an officer joined two organisations
 * @param reasons why, as the last words of the messages {@code directory.reason.…}
 */
public record OrganizationMerger(
    UUID id,
    @Nullable OrganizationId organization,
    OrganizationId into,
    @Nullable String list,
    @Nullable String key,
    boolean succession,
    List<String> reasons,
    OffsetDateTime at) {}
