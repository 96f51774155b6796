package tasuki.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasuki.House;
import tasuki.calendar.BusinessCalendar;
import tasuki.calendar.HolidaySource;
import tasuki.directory.BusinessCalendars;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.transition.SceneStaff;

class HolidayListTest {

  private static final String HEAD = "国民の祝日・休日月日,国民の祝日・休日名称";
  private static final Charset MS932 = Charset.forName("windows-31j");

  private static LocalDate afterTwoBusinessDays(LocalDate day) {
    OrganizationId office =
        new OrganizationId(
            SceneStaff.officer(OrganizationKind.CARE_MANAGEMENT_OFFICE).organization());
    BusinessCalendar calendar =
        House.as(Toys.JOB, () -> House.bean(BusinessCalendars.class).calendarOf(office));
    return calendar.plusBusinessDays(day, 2).orElseThrow();
  }

  @Test
  void a_holiday_moved_by_a_special_law_moves_deadlines_until_the_list_is_undone(
      @TempDir Path folder) throws Exception {
    LocalDate friday = LocalDate.of(2071, 10, 9);
    LocalDate byLaw = afterTwoBusinessDays(friday);
    // The law has the second Monday of October; the list moves it to Tuesday and Wednesday.
    assertThat(byLaw).isEqualTo(LocalDate.of(2071, 10, 14));
    Path file = folder.resolve("syukujitsu.csv");
    Files.write(
        file, (HEAD + "\r\n2071/1/1,元日\r\n2071/10/13,スポーツの日\r\n2071/10/14,休日\r\n").getBytes(MS932));
    Lists.Read read = Lists.check("holidays", file);
    assertThat(read.changed()).isEqualTo(3);
    Lists.apply(read);
    try {
      assertThat(afterTwoBusinessDays(friday)).isEqualTo(LocalDate.of(2071, 10, 15));
      assertThat(House.bean(HolidaySource.class).inForce().isHoliday(LocalDate.of(2071, 10, 12)))
          .isFalse();
      assertThat(House.bean(HolidaySource.class).inForce().isHoliday(LocalDate.of(2072, 1, 1)))
          .as("a year that is not in the list follows the law")
          .isTrue();
    } finally {
      Lists.undo(read);
    }
    assertThat(afterTwoBusinessDays(friday)).isEqualTo(byLaw);
  }

  @Test
  void what_is_no_holiday_is_rejected_with_the_reason() {
    Lists.Read read =
        Lists.check(
            "holidays",
            HEAD,
            "2072/1/1,元日",
            "2072/2/30,ない日",
            "2072/3/1,",
            "1901/1/1,昔",
            "2072/1/1,元日");
    assertThat(read.in()).isEqualTo(5);
    assertThat(read.rejected()).isEqualTo(4);
    assertThat(read.reasons())
        .isEqualTo(
            List.of(
                "table.fault.said",
                "table.fault.cell-empty",
                "intake.holidays.fault.year",
                "intake.fault.twice"));
  }
}
