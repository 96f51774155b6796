package tasuki.calendar;

import java.util.Locale;

/** What sets a clock going. */
public enum ClockEvent {
  ADMISSION,
  DISCHARGE,
  TRANSFER,
  REQUEST,
  RECEIPT,
  ISSUE,
  APPLICATION;

  /** The day's name on screen: 入院日, admission day. */
  public String label(Locale locale) {
    return Wording.of("calendar.event." + Wording.code(this), locale);
  }
}
