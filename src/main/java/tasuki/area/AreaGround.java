package tasuki.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of the ground while a list of areas is read, from the house and from the list. */
final class AreaGround {

  /** A vintage of an area. */
  record Vintage(
      String kind,
      String code,
      String name,
      String nameEnglish,
      LocalDate from,
      @Nullable LocalDate until,
      Set<String> units) {

    /** Whether another vintage begins while this one says of itself that it is still in force. */
    boolean saysItStandsOn(LocalDate day) {
      LocalDate end = until;
      return !from.isAfter(day) && end != null && end.isAfter(day);
    }
  }

  private final Map<String, String> municipalityOf = new HashMap<>();
  private final Map<String, Vintage> known = new HashMap<>();
  private final List<Vintage> read = new ArrayList<>();

  private AreaGround() {}

  static AreaGround of(JdbcClient jdbc) {
    AreaGround ground = new AreaGround();
    jdbc.sql("select code, municipality from area.base_unit")
        .query(
            row -> {
              ground.addUnit(row.getString("code"), row.getString("municipality"));
            });
    jdbc.sql(
            """
            select area.*, array(select part.base_unit from area.part part
              where part.area = area.id order by part.base_unit) as units
            from area.area area
            """)
        .query(
            row -> {
              Vintage vintage =
                  new Vintage(
                      row.getString("kind"),
                      row.getString("code"),
                      row.getString("name"),
                      row.getString("name_en"),
                      row.getObject("valid_from", LocalDate.class),
                      row.getObject("said_until", LocalDate.class),
                      new TreeSet<>(Arrays.asList((String[]) row.getArray("units").getArray())));
              ground.known.put(key(vintage), vintage);
            });
    return ground;
  }

  static String key(Vintage vintage) {
    return vintage.kind() + " " + vintage.code() + " " + vintage.from();
  }

  void addUnit(String code, String municipality) {
    municipalityOf.put(code, municipality);
  }

  boolean knowsUnit(String code) {
    return municipalityOf.containsKey(code);
  }

  /** The vintage as the house has it. */
  Optional<Vintage> known(Vintage vintage) {
    return Optional.ofNullable(known.get(key(vintage)));
  }

  /** Whether the house has areas of the kind in force on the day. */
  boolean isInForce(String kind, LocalDate day) {
    return known.values().stream()
        .anyMatch(
            one ->
                one.kind().equals(kind)
                    && !one.from().isAfter(day)
                    && (one.until() == null || one.until().isAfter(day)));
  }

  void add(Vintage vintage) {
    read.add(vintage);
  }

  /** Another vintage of the same area that claims a day of this one's. */
  Optional<Vintage> overlapping(Vintage vintage) {
    return others(vintage).stream()
        .filter(other -> other.code().equals(vintage.code()) && atOnce(other, vintage))
        .findFirst();
  }

  /** Another area of the kind that claims some of the same ground on the same day. */
  Optional<Vintage> sharing(Vintage vintage) {
    return others(vintage).stream()
        .filter(other -> !other.code().equals(vintage.code()) && atOnce(other, vintage))
        .filter(other -> other.units().stream().anyMatch(unit -> liesOn(unit, vintage.units())))
        .findFirst();
  }

  /** Those of the list, and those of the house that the list does not speak for. */
  private List<Vintage> others(Vintage vintage) {
    List<Vintage> others = new ArrayList<>();
    read.stream().filter(one -> one.kind().equals(vintage.kind())).forEach(others::add);
    known.values().stream()
        .filter(one -> one.kind().equals(vintage.kind()) && !one.from().equals(vintage.from()))
        .filter(one -> read.stream().noneMatch(listed -> key(listed).equals(key(one))))
        .forEach(others::add);
    return others;
  }

  /** A vintage without an end is ended by the next; one that says its end stands until then. */
  private static boolean atOnce(Vintage one, Vintage other) {
    return one.from().equals(other.from())
        || one.saysItStandsOn(other.from())
        || other.saysItStandsOn(one.from());
  }

  /** A municipality is the same ground as each of its parts. */
  private boolean liesOn(String unit, Set<String> units) {
    String municipality = municipalityOf.getOrDefault(unit, unit);
    return units.contains(unit)
        || units.contains(municipality)
        || unit.equals(municipality)
            && units.stream().anyMatch(one -> unit.equals(municipalityOf.getOrDefault(one, one)));
  }
}
