package tasuki.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of an organisation a person has filled in: what somebody entered is never
 * overwritten by a list. Whoever empties a field leaves it to the lists.
 */
final class OwnEntry {

  private OwnEntry() {}

  /** The names of the columns of a new entry that say something. */
  static List<String> of(NewOrganization entry) {
    List<String> filled = new ArrayList<>(fields(entry).keySet());
    filled.removeAll(blank(entry));
    return filled;
  }

  /** The names of the columns that say nothing. */
  static List<String> blank(NewOrganization entry) {
    List<String> blank = new ArrayList<>();
    fields(entry)
        .forEach(
            (name, value) -> {
              if (value == null || value.toString().isEmpty()) {
                blank.add(name);
              }
            });
    return blank;
  }

  /** The names of the columns that a person made different. */
  static List<String> differing(Organization before, NewOrganization entry) {
    Map<String, @Nullable Object> now = fields(entry);
    List<String> differing = new ArrayList<>();
    fields(before)
        .forEach(
            (name, value) -> {
              if (!Objects.equals(value, now.get(name))) {
                differing.add(name);
              }
            });
    return differing;
  }

  private static Map<String, @Nullable Object> fields(Organization organization) {
    return fields(
        new NewOrganization(
            organization.kind(),
            organization.name(),
            organization.kana(),
            organization.code(),
            organization.telephone(),
            organization.fax(),
            organization.postcode(),
            organization.address(),
            organization.baseUnit(),
            organization.member(),
            organization.outsidePrefecture(),
            organization.openedOn()));
  }

  private static Map<String, @Nullable Object> fields(NewOrganization entry) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("kind", entry.kind());
    fields.put("name", entry.name());
    fields.put("kana", entry.kana());
    fields.put("code", entry.code());
    fields.put("telephone", entry.telephone());
    fields.put("fax", entry.fax());
    fields.put("postcode", entry.postcode());
    fields.put("address", entry.address());
    fields.put("base_unit", entry.baseUnit());
    return fields;
  }
}
