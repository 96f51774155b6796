package tasuki.directory.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationKind;

/**
 * An institution code or office number as officers write it: with all ten digits, with the seven of
 * the institution alone, or with prefecture and those seven; Excel takes a leading zero off.
 */
sealed interface OwnCode {

  /** There is none. */
  record None() implements OwnCode {}

  /** What stands there is no such number. */
  record Unreadable() implements OwnCode {}

  /**
   * The number.
   *
   * @param code ten digits
   */
  record Told(String code) implements OwnCode {}

  /** Reads what is written. */
  static OwnCode of(String written, String prefecture, @Nullable OrganizationKind kind) {
    String plain = written.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    if (written.isEmpty()) {
      return new None();
    }
    String table = kind == null ? "" : table(kind);
    String whole =
        switch (plain.length()) {
          case 10 -> plain;
          case 9 ->
              plain.startsWith(prefecture)
                  ? prefecture + table + plain.substring(prefecture.length())
                  : "0" + plain;
          case 8 -> "0" + plain.charAt(0) + table + plain.substring(1);
          case 7 -> prefecture + table + plain;
          case 6 -> prefecture + table + "0" + plain;
          default -> "";
        };
    return whole.matches("\\d{2}[0-9A-Z]\\d{7}") ? new Told(whole) : new Unreadable();
  }

  /**
   * The digit of the fee table (点数表) between prefecture and institution; empty for care offices.
   */
  private static String table(OrganizationKind kind) {
    return switch (kind) {
      case HOSPITAL, CLINIC -> "1";
      case DENTAL_CLINIC -> "3";
      case PHARMACY -> "4";
      case VISITING_NURSE_STATION,
          CARE_MANAGEMENT_OFFICE,
          COMMUNITY_SUPPORT_CENTRE,
          SMALL_MULTIFUNCTION_OFFICE,
          CARE_FACILITY,
          HOME_SERVICE,
          CONSULTATION_SUPPORT_OFFICE,
          HOME_CARE_HUB,
          MEDICAL_ASSOCIATION,
          PUBLIC_HEALTH_CENTRE,
          MUNICIPALITY,
          PREFECTURE,
          CARE_OPERATOR,
          PERSON_AND_FAMILY ->
          "";
    };
  }

  /** What is doubtful about a number, as the last words of the messages that say it. */
  static List<String> doubts(@Nullable String code, String prefecture, OrganizationKind kind) {
    List<String> doubts = new ArrayList<>();
    if (code == null) {
      return doubts;
    }
    if (!code.startsWith(prefecture)) {
      doubts.add("number-prefecture");
    }
    String table = table(kind);
    if (!table.isEmpty() && !code.startsWith(table, 2)) {
      doubts.add("number-kind");
    } else if (table.equals("1")
        && !CheckDigits.isInstitution(code.substring(0, 2), code.substring(3))) {
      doubts.add("check-digit");
    }
    return doubts;
  }
}
