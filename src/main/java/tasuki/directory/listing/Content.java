package tasuki.directory.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Position;
import tasuki.table.ListKind;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a row of an official list says of an organisation, as {@link ListKind} keeps it. Texts that
 * are not there are empty.
 *
 * @param code institution code or office number of ten digits
 * @param service 介護サービスの種類, where the list parts by it
 * @param operator the corporation's name (法人の名称)
 * @param unit code of the municipality or ward, found in the address
 * @param prefecture code of two digits, where the part of the list does not begin with it
 * @param precision of the position, after doubtful ones were made coarser
 * @param notes what is doubtful, as the last words of the messages that say it
 */
record Content(
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
    @Nullable String unit,
    @Nullable String prefecture,
    @Nullable Double latitude,
    @Nullable Double longitude,
    Position.@Nullable Precision precision,
    @Nullable String website,
    @Nullable Integer capacity,
    @Nullable Integer beds,
    List<String> notes) {

  /**
   * Properties come in the order of their names and empty ones not at all: always the same text.
   */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .build();

  Content {
    operator = Objects.requireNonNullElse(operator, "");
    kana = Objects.requireNonNullElse(kana, "");
    telephone = Objects.requireNonNullElse(telephone, "");
    notes = notes == null ? List.of() : List.copyOf(notes);
  }

  /** Key of the message that says a value of a field in words. */
  static Optional<String> word(String field, String value) {
    return switch (field) {
      case "kind" -> Optional.of("directory.kind." + value);
      case "precision" -> Optional.of("directory.precision." + value);
      case "notes" -> Optional.of("directory.note." + value);
      default -> Optional.empty();
    };
  }

  /** Where it lies as far as is known: the municipality or ward, at least the prefecture. */
  String place(String scope) {
    return Objects.requireNonNullElse(unit, Objects.requireNonNullElse(prefecture, scope));
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  static Content of(String json) {
    return JSON.readValue(json, Content.class);
  }
}
