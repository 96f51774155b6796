package tasuki.transition.rate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.Area;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.calendar.FiscalYear;
import tasuki.indicator.MeasureSum;
import tasuki.indicator.Measures;
import tasuki.transition.rate.YearCounts.Count;

/**
 * What is counted for the public: one kind of area and whole fiscal years only, because two tables
 * that overlap otherwise would tell what each of them hides. A year that still runs would be such a
 * table anew each month, so it is published when it is over.
 */
@Component
@Transactional(readOnly = true)
class PublicRates {

  static final List<Rate> RATES = List.of(Rate.DISCHARGE, Rate.INFORMATION, Rate.RULE_USE);
  static final AreaKind KIND = AreaKind.SECONDARY_MEDICAL_AREA;
  private static final int YEARS = 5;
  private static final int MONTHS_FOR_LATE_ENTRIES = 2;

  private final Measures measures;
  private final Areas areas;

  PublicRates(Measures measures, Areas areas) {
    this.measures = measures;
    this.areas = areas;
  }

  /** The years that are over, with the time in which late entries still come; the latest first. */
  static List<FiscalYear> years(LocalDate today) {
    List<FiscalYear> years = new ArrayList<>();
    FiscalYear year = FiscalYear.of(today.minusMonths(MONTHS_FOR_LATE_ENTRIES)).previous();
    for (int i = 0; i < YEARS; i++) {
      years.add(year);
      year = year.previous();
    }
    return years;
  }

  /** The areas of the year, as they were on its last day. */
  List<Area> areas(FiscalYear year) {
    return areas.ofKind(KIND, year.lastDay());
  }

  /** Whether every month of the year was counted since it last changed. */
  boolean isCounted(FiscalYear year) {
    List<YearMonth> months = year.months();
    return measures.isCounted(RateMeasures.SOURCE, months.getFirst(), months.getLast());
  }

  /** Whether anybody was counted in the year. */
  boolean hasCases(FiscalYear year) {
    return RATES.stream()
        .flatMap(rate -> sums(rate, null, year).stream())
        .anyMatch(sum -> sum.denominator() > 0);
  }

  /** What the rate counts in the year. */
  YearCounts count(Rate rate, FiscalYear year) {
    Map<String, Count> months = new LinkedHashMap<>();
    year.months().forEach(month -> months.put(month.toString(), new Count(0, 0)));
    Map<String, Count> unknown = new HashMap<>();
    for (MeasureSum sum : sums(rate, null, year)) {
      months.merge(sum.month().toString(), count(sum), Count::plus);
      unknown.merge(group(sum), count(sum), Count::plus);
    }
    Map<String, Map<String, Count>> byArea = new LinkedHashMap<>();
    for (Area area : areas(year)) {
      Map<String, Count> counts = new HashMap<>();
      for (MeasureSum sum : sums(rate, area, year)) {
        Count count = count(sum);
        counts.merge(group(sum), count, Count::plus);
        unknown.merge(group(sum), new Count(-count.all(), -count.done()), Count::plus);
      }
      byArea.put(area.code(), counts);
    }
    byArea.put("", unknown);
    return YearCounts.of(byArea, months);
  }

  private List<MeasureSum> sums(Rate rate, @Nullable Area area, FiscalYear year) {
    List<YearMonth> months = year.months();
    return measures.of(
        RateMeasures.id(rate),
        area == null ? null : area.id(),
        year.lastDay(),
        months.getFirst(),
        months.getLast(),
        Set.of(RateMeasures.GROUP));
  }

  private static String group(MeasureSum sum) {
    return String.valueOf(sum.breakdown().get(RateMeasures.GROUP));
  }

  private static Count count(MeasureSum sum) {
    return new Count(sum.denominator(), sum.numerator());
  }
}
