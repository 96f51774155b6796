package tasuki.area;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many people live, or will live, in some base units. What was counted is preferred to what was
 * projected for the same year.
 */
@Service
@Transactional(readOnly = true)
public class Populations {

  /** Where a figure comes from. */
  public enum Source {
    /** 住民基本台帳: counted on 1 January of the year. */
    REGISTER,
    /** 将来推計人口: projected for 1 October of the year. */
    PROJECTION
  }

  /**
   * Ground for which there is only one figure, which was taken as a whole.
   *
   * @param asked the base units that were asked for
   * @param beyond the base units that the figure covers beyond those; where they are not known by
   *     code, as for parts of a municipality, empty
   */
  public record Group(String code, String name, Set<String> asked, Set<String> beyond) {}

  /**
   * The people of some base units.
   *
   * @param groups ground whose figure stands for more than was asked, so that the sums are too high
   *     by what lies beyond
   * @param missing base units of which nothing is known
   */
  public record Population(
      int year,
      Source source,
      long total,
      long aged65,
      long aged75,
      List<Group> groups,
      Set<String> missing) {}

  private record Figure(long total, long aged65, long aged75) {}

  private record Unit(String code, String municipality, String name) {}

  private final JdbcClient jdbc;

  Populations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The years of which something is known. */
  public SortedSet<Integer> years() {
    return new TreeSet<>(
        jdbc.sql("select distinct year from area.population").query(Integer.class).list());
  }

  /**
   * The people of these base units in a year; empty when nothing is known of that year. A ward is
   * not counted again beside its city.
   */
  public Optional<Population> of(Collection<String> baseUnits, int year) {
    return known(baseUnits, year).map(known -> known.of(baseUnits));
  }

  /**
   * What is known of these base units in a year, to be asked for any of them without reading it
   * again; empty when nothing is known of that year.
   */
  public Optional<Known> known(Collection<String> baseUnits, int year) {
    Source source = source(year);
    if (source == null) {
      return Optional.empty();
    }
    Map<String, Unit> units = unitsAround(baseUnits);
    Map<String, String> names = new HashMap<>();
    Map<String, String> groupOf = groups(names);
    Set<String> speaking = new HashSet<>(baseUnits);
    units.values().forEach(unit -> speaking.add(unit.municipality()));
    speaking.addAll(groupOf.values());
    return Optional.of(
        new Known(year, source, figures(year, source, speaking), units, groupOf, names));
  }

  private @Nullable Source source(int year) {
    Set<String> known =
        new LinkedHashSet<>(
            jdbc.sql("select distinct source from area.population where year = ? and band = 'ALL'")
                .param(year)
                .query(String.class)
                .list());
    for (Source source : Source.values()) {
      if (known.contains(source.name())) {
        return source;
      }
    }
    return null;
  }

  /** Only what may speak of those asked for: a country's figures are many. */
  private Map<String, Figure> figures(int year, Source source, Set<String> codes) {
    Map<String, Figure> figures = new HashMap<>();
    if (codes.isEmpty()) {
      return figures;
    }
    jdbc.sql(
            """
            select code, max(value) filter (where band = 'ALL') as total,
              coalesce(round(max(value) filter (where band = 'ALL')
                  * max(value) filter (where band = '65+%') / 100),
                sum(value) filter (where band ~ '^(6[5-9]|[7-9][0-9])-|^100'), 0) as aged65,
              coalesce(round(max(value) filter (where band = 'ALL')
                  * max(value) filter (where band = '75+%') / 100),
                sum(value) filter (where band ~ '^(7[5-9]|[89][0-9])-|^100'), 0) as aged75
            from area.population where year = :year and source = :source and sex = 'BOTH'
              and code in (:codes)
            group by code having max(value) filter (where band = 'ALL') is not null
            """)
        .param("year", year)
        .param("source", source.name())
        .param("codes", codes)
        .query(
            row -> {
              figures.put(
                  row.getString("code"),
                  new Figure(row.getLong("total"), row.getLong("aged65"), row.getLong("aged75")));
            });
    return figures;
  }

  /** Those asked for and everything that lies in the same municipalities. */
  private Map<String, Unit> unitsAround(Collection<String> asked) {
    Map<String, Unit> units = new HashMap<>();
    if (asked.isEmpty()) {
      return units;
    }
    jdbc.sql(
            """
            select code, municipality, name from area.base_unit
            where municipality in (:asked)
              or municipality in (select municipality from area.base_unit where code in (:asked))
            """)
        .param("asked", asked)
        .query(
            row -> {
              units.put(
                  row.getString("code"),
                  new Unit(
                      row.getString("code"), row.getString("municipality"), row.getString("name")));
            });
    return units;
  }

  /** The group of each member; their names by their codes come along. */
  private Map<String, String> groups(Map<String, String> names) {
    Map<String, String> groups = new HashMap<>();
    jdbc.sql("select code, name, unnest(members) as member from area.population_group")
        .query(
            row -> {
              groups.put(row.getString("member"), row.getString("code"));
              names.put(row.getString("code"), row.getString("name"));
            });
    return groups;
  }

  /** What is known of some ground in a year. */
  public static final class Known {
    private final int year;
    private final Source source;
    private final Map<String, Figure> figures;
    private final Map<String, Unit> units;
    private final Map<String, String> groupOf;
    private final Map<String, String> names;

    private Known(
        int year,
        Source source,
        Map<String, Figure> figures,
        Map<String, Unit> units,
        Map<String, String> groupOf,
        Map<String, String> names) {
      this.year = year;
      this.source = source;
      this.figures = figures;
      this.units = units;
      this.groupOf = groupOf;
      this.names = names;
    }

    public int year() {
      return year;
    }

    public Source source() {
      return source;
    }

    /** The people of some of the base units. A ward is not counted again beside its city. */
    public Population of(Collection<String> baseUnits) {
      Map<String, Set<String>> taken = new LinkedHashMap<>();
      Set<String> missing = new LinkedHashSet<>();
      for (String asked : new LinkedHashSet<>(baseUnits)) {
        String code = figureOf(asked);
        if (code == null) {
          missing.add(asked);
        } else {
          taken.computeIfAbsent(code, _ -> new LinkedHashSet<>()).add(asked);
        }
      }
      leaveOutInner(taken);
      return sum(taken, missing);
    }

    /** The code whose figure speaks of a base unit: its own, its group's or its municipality's. */
    private @Nullable String figureOf(String asked) {
      if (figures.containsKey(asked)) {
        return asked;
      }
      Unit unit = units.get(asked);
      String municipality = unit == null ? asked : unit.municipality();
      String group = groupOf.get(asked);
      if (group == null) {
        group = groupOf.get(municipality);
      }
      if (group != null && figures.containsKey(group)) {
        return group;
      }
      return figures.containsKey(municipality) ? municipality : null;
    }

    private void leaveOutInner(Map<String, Set<String>> taken) {
      Set<String> codes = Set.copyOf(taken.keySet());
      taken
          .keySet()
          .removeIf(
              code -> {
                Unit unit = units.get(code);
                return unit != null
                    && !unit.municipality().equals(code)
                    && codes.contains(unit.municipality());
              });
    }

    private Population sum(Map<String, Set<String>> taken, Set<String> missing) {
      long total = 0;
      long aged65 = 0;
      long aged75 = 0;
      List<Group> groups = new ArrayList<>();
      for (Map.Entry<String, Set<String>> one : taken.entrySet()) {
        Figure figure = figures.getOrDefault(one.getKey(), new Figure(0, 0, 0));
        total += figure.total();
        aged65 += figure.aged65();
        aged75 += figure.aged75();
        group(one.getKey(), one.getValue()).ifPresent(groups::add);
      }
      return new Population(year, source, total, aged65, aged75, groups, missing);
    }

    private Optional<Group> group(String code, Set<String> asked) {
      if (asked.contains(code)) {
        return Optional.empty();
      }
      Set<String> covered = new TreeSet<>();
      groupOf.forEach(
          (member, group) -> {
            if (group.equals(code)) {
              covered.add(member);
            }
          });
      if (covered.isEmpty()) {
        units.values().stream()
            .filter(unit -> unit.municipality().equals(code) && !unit.code().equals(code))
            .forEach(unit -> covered.add(unit.code()));
      }
      covered.removeAll(asked);
      Unit known = units.get(code);
      return Optional.of(
          new Group(code, known == null ? nameOf(code) : known.name(), Set.copyOf(asked), covered));
    }

    /** A municipality that is no base unit itself is called by its parts. */
    private String nameOf(String code) {
      String parts =
          units.values().stream()
              .filter(unit -> unit.municipality().equals(code))
              .map(Unit::name)
              .sorted()
              .collect(Collectors.joining("・"));
      return names.getOrDefault(code, parts.isEmpty() ? code : parts);
    }
  }
}
