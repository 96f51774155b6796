package tasuki.fund.proposing;

import org.jspecify.annotations.Nullable;

/**
 * A standard example of a programme (標準事業例).
 *
 * @param number by which the state's list knows it
 * @param category its code
 * @param unit what a unit is; null where no price is named
 * @param unitYen what a unit may cost (標準単価), in yen
 */
public record Standard(
    int number, String category, String name, @Nullable String unit, @Nullable Long unitYen) {

  /** Its number and name. */
  public String words() {
    return number + " " + name;
  }
}
