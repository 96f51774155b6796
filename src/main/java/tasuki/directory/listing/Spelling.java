package tasuki.directory.listing;

import java.text.Normalizer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An organisation in the one spelling by which it is compared.
 *
 * @param nameKey equal for equal names; see {@link NameText}
 * @param operatorKey the corporation named in front of the name; empty where none is
 * @param addressKey equal for equal addresses; empty where the address is not exact
 * @param townKey municipality and town; empty where the address names no municipality
 * @param telephoneKey its digits
 */
public record Spelling(
    String nameKey, String operatorKey, String addressKey, String townKey, String telephoneKey) {

  /**
   * Spells what is told of an organisation.
   *
   * @param baseUnit where it lies, or its prefecture's two digits; null where only the address
   *     tells
   */
  public static Spelling of(
      String name,
      String address,
      String telephone,
      @Nullable String baseUnit,
      Municipalities municipalities) {
    NameText named = NameText.of(name);
    AddressText place =
        AddressText.of(prefecture(baseUnit, address, municipalities), address, municipalities);
    return new Spelling(
        named.key(),
        named.operator(),
        place.key(),
        place.townKey(),
        telephone.isEmpty()
            ? ""
            : Normalizer.normalize(telephone, Normalizer.Form.NFKC).replaceAll("\\D", ""));
  }

  private static String prefecture(
      @Nullable String baseUnit, String address, Municipalities municipalities) {
    if (baseUnit != null && baseUnit.length() >= 2) {
      return baseUnit.substring(0, 2);
    }
    return Objects.requireNonNullElse(
        municipalities.prefectureOf(AddressText.spelled(address)), "");
  }
}
