package tasuki.calendar;

import java.util.Locale;

/** The names holidays bear; the words themselves stand in the message bundles. */
enum HolidayName {
  NEW_YEAR,
  COMING_OF_AGE,
  NATIONAL_FOUNDATION,
  EMPERORS_BIRTHDAY,
  VERNAL_EQUINOX,
  SHOWA,
  GREENERY,
  CONSTITUTION,
  CHILDREN,
  MARINE,
  MOUNTAIN,
  RESPECT_FOR_THE_AGED,
  AUTUMNAL_EQUINOX,
  HEALTH_AND_SPORTS,
  SPORTS,
  CULTURE,
  LABOUR_THANKSGIVING,
  WEDDING_OF_AKIHITO,
  FUNERAL_OF_SHOWA,
  ENTHRONEMENT_OF_AKIHITO,
  WEDDING_OF_NARUHITO,
  ACCESSION_OF_NARUHITO,
  ENTHRONEMENT_OF_NARUHITO,
  SUBSTITUTE,
  BETWEEN;

  String japanese() {
    return in(Locale.JAPANESE);
  }

  String english() {
    return in(Locale.ENGLISH);
  }

  private String in(Locale locale) {
    return Wording.of("calendar.holiday." + Wording.code(this), locale);
  }
}
