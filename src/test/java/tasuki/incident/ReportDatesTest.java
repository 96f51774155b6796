package tasuki.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasuki.calendar.Holidays;

class ReportDatesTest {

  /** Worked out by hand from the calendar: the day it was found is day 1. */
  @ParameterizedTest
  @CsvSource({
    // found,    third day,  fifth day,  thirtieth day or the next working day
    "2026-11-24, 2026-11-26, 2026-11-28, 2026-12-23",
    "2026-11-22, 2026-11-24, 2026-11-26, 2026-12-21",
    "2026-11-20, 2026-11-22, 2026-11-24, 2026-12-21",
    "2026-12-01, 2026-12-03, 2026-12-05, 2027-01-04",
    "2026-04-04, 2026-04-06, 2026-04-08, 2026-05-07"
  })
  void the_report_is_due_after_days_that_are_written_out(
      LocalDate found, LocalDate third, LocalDate fifth, LocalDate full) {
    assertThat(ReportDates.of(found, Holidays.byLaw()))
        .isEqualTo(new ReportDates(third, fifth, full));
  }
}
