package tasuki.insight.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.Area;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.area.Populations;
import tasuki.area.Populations.Population;
import tasuki.calendar.JapanTime;
import tasuki.insight.coverage.Ground.Provider;

/** How many people of 75 and over each provider of a service has, now and in years to come. */
@Component
class PeopleTable {

  /** Projections are shown for the first years that lie so many apart. */
  private static final int MOST_YEARS = 4;

  private static final int STEP = 10;

  /**
   * The people of a year.
   *
   * @param each people for each provider; null without providers
   */
  record Year(Population people, @Nullable BigDecimal each) {}

  /**
   * An area with its years, in their order.
   *
   * @param area null for the whole ground
   * @param beyond names of ground whose people are counted here too, since no figure is known
   *     without them
   */
  record Line(
      @Nullable Area area,
      int providers,
      List<Optional<Year>> years,
      Set<String> beyond,
      Set<String> missing) {}

  private final Areas areas;
  private final Populations populations;
  private final Clock clock;

  PeopleTable(Areas areas, Populations populations, Clock clock) {
    this.areas = areas;
    this.populations = populations;
    this.clock = clock;
  }

  /** The last year that is known until now, and years to come about ten years apart. */
  @Transactional(readOnly = true)
  List<Integer> years() {
    return years(populations.years(), JapanTime.today(clock).getYear());
  }

  static List<Integer> years(Set<Integer> known, int now) {
    TreeSet<Integer> sorted = new TreeSet<>(known);
    List<Integer> years = new ArrayList<>();
    Integer present = sorted.floor(now);
    if (present != null) {
      years.add(present);
    }
    for (int year : sorted.tailSet(now, false)) {
      boolean apart = years.size() < 2 || year - years.getLast() >= STEP;
      if (apart && years.size() < MOST_YEARS) {
        years.add(year);
      }
    }
    return years;
  }

  /** A line for each area of the kind, and the whole ground last. */
  @Transactional(readOnly = true)
  List<Line> lines(AreaKind kind, List<Integer> years, List<Provider> providers) {
    LocalDate today = JapanTime.today(clock);
    List<Line> lines = new ArrayList<>();
    for (Area area : areas.ofKind(kind, today)) {
      lines.add(line(area, codes(areas.parts(area.id(), today)), years, providers));
    }
    lines.add(line(null, codes(areas.baseUnits(today)), years, providers));
    return lines;
  }

  private static Set<String> codes(List<BaseUnit> units) {
    return units.stream().map(BaseUnit::code).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Line line(
      @Nullable Area area, Set<String> units, List<Integer> years, List<Provider> providers) {
    int count = (int) providers.stream().filter(one -> units.contains(one.baseUnit())).count();
    Set<String> beyond = new LinkedHashSet<>();
    Set<String> missing = new LinkedHashSet<>();
    List<Optional<Year>> found = new ArrayList<>();
    for (int year : years) {
      Optional<Population> people = populations.of(units, year);
      people.ifPresent(
          one -> {
            one.groups().stream()
                .filter(group -> !group.beyond().isEmpty())
                .map(Populations.Group::name)
                .forEach(beyond::add);
            missing.addAll(one.missing());
          });
      found.add(people.map(one -> new Year(one, each(one.aged75(), count))));
    }
    return new Line(area, count, found, beyond, missing);
  }

  /** People for each provider, rounded to whole people; null without providers. */
  static @Nullable BigDecimal each(long people, int providers) {
    return providers == 0
        ? null
        : BigDecimal.valueOf(people).divide(BigDecimal.valueOf(providers), 0, RoundingMode.HALF_UP);
  }
}
