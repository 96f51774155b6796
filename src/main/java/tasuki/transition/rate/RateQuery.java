package tasuki.transition.rate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.area.AreaKind;

/**
 * What somebody wants to see counted; every part of it stands in the page's address.
 *
 * @param kind into which areas it is taken apart, as they were on the date
 * @param side whose place decides in which area a case counts
 * @param where whether the hospital lies in the same area as the home
 */
record RateQuery(
    Rate rate,
    Standard standard,
    AreaKind kind,
    LocalDate date,
    Side side,
    YearMonth first,
    YearMonth last,
    Group group,
    Where where,
    @Nullable UUID hospital,
    @Nullable UUID office) {

  /** Whose place decides. */
  enum Side {
    HOME("f.home_unit"),
    HOSPITAL("f.hospital_unit"),
    OFFICE("f.office_unit");

    private final String unit;

    Side(String unit) {
      this.unit = unit;
    }

    String unit() {
      return unit;
    }
  }

  /** Whose cases. */
  enum Group {
    /** 要介護 and 要支援. */
    CERTIFIED(List.of("CARE", "PREVENTIVE")),
    CARE(List.of("CARE")),
    PREVENTIVE(List.of("PREVENTIVE")),
    /** Also those without certification. */
    EVERYBODY(List.of("CARE", "PREVENTIVE", "OTHER"));

    private final List<String> groups;

    Group(List<String> groups) {
      this.groups = groups;
    }

    List<String> groups() {
      return groups;
    }
  }

  /** Whether the hospital lies in the same area as the home. */
  enum Where {
    ANYWHERE,
    OWN,
    OTHER
  }

  /** The areas of the kind on the date, as a table of base units. */
  static final String GROUND =
      """
      with ground as (
        select part.base_unit, area.id as area from area.area area
        join area.part part on part.area = area.id
        where area.kind = :kind and area.valid_from <= :date
          and (area.valid_until is null or area.valid_until > :date)
          and part.valid_from <= :date and (part.valid_until is null or part.valid_until > :date))
      """;

  RateQuery with(Rate other) {
    return new RateQuery(
        other, standard, kind, date, side, first, last, group, where, hospital, office);
  }

  RateQuery with(Group other) {
    return new RateQuery(
        rate, standard, kind, date, side, first, last, other, where, hospital, office);
  }

  RateQuery between(YearMonth from, YearMonth until) {
    return new RateQuery(
        rate, standard, kind, date, side, from, until, group, where, hospital, office);
  }

  /** What every counted case fulfils. Only words of enums stand in it; values are parameters. */
  String conditions() {
    List<String> all = new ArrayList<>();
    all.add(rate.base());
    all.add(standard.of().sql());
    all.add("%s >= :first and %s < :after".formatted(rate.day(), rate.day()));
    all.add("%s in (:groups)".formatted(rate.group()));
    standard.without().forEach(one -> all.add(rate.exclusion(one)));
    if (standard.shortDays() > 0) {
      all.add(
          "not coalesce(f.support_unchanged and f.discharged_on - f.admitted_on + 1 <= :short,"
              + " false)");
    }
    if (where != Where.ANYWHERE) {
      String same =
          "exists (select from ground h join ground r on r.area = h.area"
              + " where h.base_unit = f.hospital_unit and r.base_unit = f.home_unit)";
      all.add(where == Where.OWN ? same : "not " + same);
    }
    if (hospital != null) {
      all.add("f.hospital = :hospital");
    }
    if (office != null) {
      all.add("f.office = :office");
    }
    return String.join(" and ", all);
  }

  Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    values.put("kind", kind.name());
    values.put("date", date);
    values.put("first", first.atDay(1));
    values.put("after", last.plusMonths(1).atDay(1));
    values.put("groups", group.groups());
    values.put("short", standard.shortDays());
    if (hospital != null) {
      values.put("hospital", hospital);
    }
    if (office != null) {
      values.put("office", office);
    }
    return values;
  }

  /** Which of the cases count as done. */
  String hit() {
    return rate.hit(standard.words().taken());
  }
}
