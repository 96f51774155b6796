package tasuki.directory.listing;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import tasuki.directory.OrganizationKind;

/** The services of long-term care (介護サービスの種類) and what kind of organisation gives them. */
final class CareService {

  private static final Pattern CARE_MANAGEMENT = Pattern.compile("居宅介護支援");
  private static final Pattern SUPPORT = Pattern.compile("地域包括|介護予防支援");
  private static final Pattern MULTIFUNCTION = Pattern.compile("小規模多機能|複合型");
  private static final Pattern NURSING = Pattern.compile("訪問看護");
  private static final Pattern FACILITY =
      Pattern.compile("老人福祉施設|老人保健施設|介護医療院|療養型医療施設|特定施設入居者|共同生活介護");
  private static final Pattern HOME = Pattern.compile("訪問|通所|短期入所|福祉用具|定期巡回|夜間対応|居宅療養管理指導");

  private CareService() {}

  /** The service as it is compared: 訪問 看護（ﾐﾅｼ） is written in many ways. */
  static String plain(String service) {
    return Normalizer.normalize(service, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }

  /**
   * The kind of organisation that gives the service; empty for an unknown one.
   *
   * @param number the office number; its third digit tells institutions that give care by the law's
   *     fiction (みなし指定), and support centres
   */
  static Optional<OrganizationKind> kind(String number, String service, String name) {
    Optional<OrganizationKind> institution = institution(number, name);
    if (institution.isPresent()) {
      return institution;
    }
    if (CARE_MANAGEMENT.matcher(service).find()) {
      return Optional.of(OrganizationKind.CARE_MANAGEMENT_OFFICE);
    }
    if (SUPPORT.matcher(service).find()) {
      // Since 2024 care management offices may give it too; a centre's number has a 0 there.
      return Optional.of(
          number.charAt(2) == '0' || service.contains("地域包括")
              ? OrganizationKind.COMMUNITY_SUPPORT_CENTRE
              : OrganizationKind.CARE_MANAGEMENT_OFFICE);
    }
    if (MULTIFUNCTION.matcher(service).find()) {
      return Optional.of(OrganizationKind.SMALL_MULTIFUNCTION_OFFICE);
    }
    if (NURSING.matcher(service).find()) {
      return Optional.of(OrganizationKind.VISITING_NURSE_STATION);
    }
    if (FACILITY.matcher(service).find()) {
      return Optional.of(OrganizationKind.CARE_FACILITY);
    }
    return HOME.matcher(service).find()
        ? Optional.of(OrganizationKind.HOME_SERVICE)
        : Optional.empty();
  }

  private static Optional<OrganizationKind> institution(String number, String name) {
    return switch (number.charAt(2)) {
      case '1' -> Optional.of(InstitutionList.kind(name));
      case '3' -> Optional.of(OrganizationKind.DENTAL_CLINIC);
      case '4' -> Optional.of(OrganizationKind.PHARMACY);
      default -> Optional.empty();
    };
  }
}
