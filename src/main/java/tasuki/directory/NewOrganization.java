package tasuki.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What must be known of an organisation to enter it; see {@link Organization} for the fields. */
public record NewOrganization(
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
    LocalDate openedOn) {}
