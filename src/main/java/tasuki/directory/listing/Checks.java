package tasuki.directory.listing;

import org.jspecify.annotations.Nullable;

/** What all lists of organisations are checked for alike. */
final class Checks {

  static final int LONGEST_NAME = 200;
  static final int LONGEST_ADDRESS = 300;

  private Checks() {}

  /**
   * The municipality that the address names; noted where it names none, or one of another
   * prefecture than the row's.
   */
  static @Nullable String unit(
      String prefecture, String address, Municipalities municipalities, Cleaning cleaning) {
    String spelled = AddressText.spelled(address);
    String written = municipalities.prefectureOf(spelled);
    if (written != null && !written.equals(prefecture)) {
      cleaning.note("other-prefecture");
      return null;
    }
    String unit = municipalities.find(prefecture, spelled).unit();
    if (unit == null) {
      cleaning.note("no-municipality");
    }
    return unit;
  }
}
