package tasuki.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who offers care or runs a part of it.
 *
 * @param code the code its kind uses: institution code (10 digits), office number (10 digits)
 * @param kana empty where the list that named it has none
 * @param telephone empty where the list that named it has none
 * @param baseUnit where it lies; null where the address does not tell
 * @param corporateNumber 法人番号, 13 digits
 * @param position null where not even the municipality is known
 * @param member whether it works in Tasuki; others are reached by telephone, fax and paper
 */
public record Organization(
    OrganizationId id,
    OrganizationKind kind,
    String name,
    String kana,
    @Nullable String code,
    String telephone,
    @Nullable String fax,
    @Nullable String postcode,
    String address,
    @Nullable String baseUnit,
    boolean member,
    boolean outsidePrefecture,
    LocalDate openedOn,
    @Nullable LocalDate closedOn,
    @Nullable String corporateNumber,
    @Nullable String website,
    @Nullable Position position) {}
