package tasuki.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one official list says of an organisation; an office stands in a list once for each of its
 * services.
 *
 * @param list the word of the list, such as {@code institutions}
 * @param key by which the list knows it
 * @param code institution code or office number; null where the list has none
 * @param service 介護サービスの種類; null where the list does not part by it
 * @param operator the corporation's name; empty where the list has none
 * @param position as far as it is believed
 * @param capacity 定員
 * @param beds 病床数
 * @param notes what is doubtful, as the last words of the messages {@code directory.note.…}
 * @param since when an import first named it
 * @param until when an import no longer named it; null while it stands in the list
 */
public record Listing(
    String list,
    String key,
    OrganizationKind kind,
    @Nullable String code,
    @Nullable String service,
    @Nullable String corporateNumber,
    String operator,
    String name,
    String kana,
    String telephone,
    @Nullable String fax,
    @Nullable String postcode,
    String address,
    @Nullable Position position,
    @Nullable String website,
    @Nullable Integer capacity,
    @Nullable Integer beds,
    List<String> notes,
    LocalDate since,
    @Nullable LocalDate until) {}
