package tasuki.insight.coverage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.area.Populations;
import tasuki.area.Populations.Known;
import tasuki.area.Populations.Population;
import tasuki.directory.Position.Precision;

/**
 * How many people live around a place, now and in years to come. Nobody knows where in a base unit
 * they live: where its middle lies, all of them count.
 */
@Component
class RingPeople {

  /** People of a year; null where nothing is known. */
  record Count(@Nullable Long all, @Nullable Long aged75) {}

  /**
   * The people of some base units.
   *
   * @param years in the order of the years asked for
   * @param doubt what makes them inexact; null where nothing does
   */
  record People(List<Count> years, @Nullable String doubt) {}

  private final PeopleTable table;
  private final Populations populations;
  private final CoverageWords say;

  RingPeople(PeopleTable table, Populations populations, CoverageWords say) {
    this.table = table;
    this.populations = populations;
    this.say = say;
  }

  /** What is known of the ground in the years that are shown; each is read once. */
  List<Known> years(List<Ground.Unit> units) {
    List<String> codes = units.stream().map(Ground.Unit::code).toList();
    return table.years().stream().flatMap(year -> populations.known(codes, year).stream()).toList();
  }

  /** The headings of a year's two figures, one year after the other. */
  List<String> headings(List<Known> years) {
    return years.stream()
        .map(year -> say.year(year.year(), year.source()))
        .flatMap(
            year ->
                List.of(year + " " + say.of("people.all"), year + " " + say.of("aged75")).stream())
        .toList();
  }

  /** The people of the base units, all of each. */
  People of(List<String> units, List<Known> years) {
    Set<String> beyond = new LinkedHashSet<>();
    Set<String> missing = new LinkedHashSet<>();
    List<Count> counts = new ArrayList<>();
    for (Known year : years) {
      Population people = year.of(units);
      people.groups().stream()
          .filter(group -> !group.beyond().isEmpty())
          .map(Populations.Group::name)
          .forEach(beyond::add);
      missing.addAll(people.missing());
      boolean unknown = !units.isEmpty() && people.missing().containsAll(units);
      counts.add(unknown ? new Count(null, null) : new Count(people.total(), people.aged75()));
    }
    return new People(counts, say.doubt(beyond, missing.size()));
  }

  /** The figures as they are written, in the order of the headings. */
  List<String> written(People people) {
    return people.years().stream()
        .flatMap(count -> List.of(written(count.all()), written(count.aged75())).stream())
        .toList();
  }

  private String written(@Nullable Long count) {
    return count == null ? "–" : say.number(count);
  }

  /** The figures for a spreadsheet, in the order of the headings. */
  static List<@Nullable Object> cells(People people) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (Count count : people.years()) {
      cells.add(count.all());
      cells.add(count.aged75());
    }
    return cells;
  }

  /** How exactly it is known which of the base units lie inside: as the coarsest of them. */
  static @Nullable Precision precision(List<Coverage.Distance> inside) {
    return inside.stream()
        .map(Coverage.Distance::precision)
        .reduce((one, other) -> one.or(other))
        .orElse(null);
  }
}
