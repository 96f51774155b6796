package tasuki.transition.rate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.Area;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.indicator.MeasureSum;
import tasuki.indicator.Measures;
import tasuki.kernel.AbsentException;

/**
 * The rates as everybody may see them: one kind of area and whole fiscal years only, because two
 * tables that overlap otherwise would tell what each of them hides. A year that still runs would be
 * such a table anew each month, so it is published when it is over.
 */
@Component
@Transactional(readOnly = true)
class PublicRates {

  /**
   * A rate's table with the names of its rows.
   *
   * @param areas null for cases whose area is not known
   */
  record Sheet(
      Rate rate, FiscalYear year, List<Area> areas, List<YearMonth> months, PublicTable table) {}

  static final List<Rate> RATES = List.of(Rate.DISCHARGE, Rate.INFORMATION, Rate.RULE_USE);
  static final AreaKind KIND = AreaKind.SECONDARY_MEDICAL_AREA;
  private static final int YEARS = 5;
  private static final int MONTHS_FOR_LATE_ENTRIES = 2;

  private final Measures measures;
  private final Areas areas;
  private final Clock clock;

  PublicRates(Measures measures, Areas areas, Clock clock) {
    this.measures = measures;
    this.areas = areas;
    this.clock = clock;
  }

  /** The fiscal years on offer, the latest first. */
  List<FiscalYear> years() {
    return years(JapanTime.today(clock));
  }

  /** The years that are over, with the time in which late entries still come. */
  static List<FiscalYear> years(LocalDate today) {
    List<FiscalYear> years = new ArrayList<>();
    FiscalYear year = FiscalYear.of(today.minusMonths(MONTHS_FOR_LATE_ENTRIES)).previous();
    for (int i = 0; i < YEARS; i++) {
      years.add(year);
      year = year.previous();
    }
    return years;
  }

  /**
   * A year's table.
   *
   * @throws AbsentException while the year is not published
   */
  public Sheet of(Rate rate, FiscalYear year) {
    if (!years().contains(year)) {
      throw new AbsentException("page");
    }
    List<YearMonth> months = year.months();
    YearMonth last = months.getLast();
    LocalDate date = last.atEndOfMonth();
    List<Area> all = areas.ofKind(KIND, date);
    Map<YearMonth, Map<String, long[]>> byMonth = new HashMap<>();
    Map<String, long[]> unknown = new HashMap<>();
    for (MeasureSum sum : sums(rate, null, date, months, last)) {
      add(byMonth.computeIfAbsent(sum.month(), _ -> new HashMap<>()), sum, 1);
      add(unknown, sum, 1);
    }
    List<Map<String, long[]>> byArea = new ArrayList<>();
    for (Area area : all) {
      Map<String, long[]> counts = new HashMap<>();
      for (MeasureSum sum : sums(rate, area, date, months, last)) {
        add(counts, sum, 1);
        add(unknown, sum, -1);
      }
      byArea.add(counts);
    }
    byArea.add(unknown);
    List<Map<String, long[]>> monthly =
        months.stream().map(month -> byMonth.getOrDefault(month, Map.of())).toList();
    return new Sheet(rate, year, all, months, PublicTable.of(byArea, monthly));
  }

  private List<MeasureSum> sums(
      Rate rate,
      @org.jspecify.annotations.Nullable Area area,
      LocalDate date,
      List<YearMonth> months,
      YearMonth last) {
    return measures.of(
        RateMeasures.id(rate),
        area == null ? null : area.id(),
        date,
        months.getFirst(),
        last,
        Set.of(RateMeasures.GROUP));
  }

  private static void add(Map<String, long[]> counts, MeasureSum sum, int sign) {
    String group = String.valueOf(sum.breakdown().get(RateMeasures.GROUP));
    long[] count = counts.computeIfAbsent(group, _ -> new long[2]);
    count[0] += sign * sum.denominator();
    count[1] += sign * sum.numerator();
  }
}
