package tasuki.practice;

import java.util.Locale;

/** What a programme works with. The list is closed: it is the one of the shipped catalogue. */
public enum Instrument {
  TRAINING,
  GRANT,
  COUNCIL,
  MATCHING,
  PUBLICATION,
  CONSULTATION,
  TRANSITION,
  REGISTRY,
  COVERAGE,
  SURVEY,
  RECORD,
  ROTA,
  FORECAST,
  LOAN,
  TELEHEALTH,
  DISASTER,
  ADVANCE,
  ANALYTICS,
  INDICATOR,
  FUNDING;

  /** Its word in the catalogue and in open data. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
