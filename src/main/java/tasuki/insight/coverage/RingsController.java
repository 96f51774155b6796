package tasuki.insight.coverage;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.area.Populations.Known;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.directory.Position;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.insight.coverage.CoverageWords.Choice;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Form;

/** How far the ground is from a place: kilometres, minutes by car, minutes by helicopter. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR})
class RingsController {

  private static final String UNIT = "unit:";
  private static final String ORGANIZATION = "organization:";

  /** From where one looks. */
  record Place(String value, String name, Position position) {}

  /** A line of the table. */
  record Row(
      String unit,
      String km,
      String precision,
      String ring,
      boolean within,
      List<String> minutes,
      String flight,
      String providers) {}

  /**
   * A ring with what lies in it and in all rings inside it.
   *
   * @param people two figures for each year
   */
  record Sum(
      String ring,
      String units,
      String providers,
      String precision,
      List<String> people,
      @Nullable String doubt) {}

  /** The people of a base unit, two figures for each year. */
  record Lives(
      String unit, String ring, String precision, List<String> people, @Nullable String doubt) {}

  private final Ground ground;
  private final Services services;
  private final Organizations organizations;
  private final RingPeople people;
  private final CoverageWords say;
  private final Clock clock;
  private final Travel travel = Travel.assumed();

  RingsController(
      Ground ground,
      Services services,
      Organizations organizations,
      RingPeople people,
      CoverageWords say,
      Clock clock) {
    this.ground = ground;
    this.services = services;
    this.organizations = organizations;
    this.people = people;
    this.say = say;
    this.clock = clock;
  }

  @GetMapping("/coverage/rings")
  Object page(Form form, Model model) {
    List<Ground.Unit> units = ground.units();
    List<Choice> places = places(units);
    Optional<Place> place = place(form.value("place"), places, units);
    Services.Offered offered = services.find(form.value("service"), units);
    List<Coverage.Distance> distances =
        place
            .map(one -> Coverage.around(one.position(), units, offered.providers()))
            .orElse(List.of());
    List<Known> years = people.years(units);
    Optional<TableFormat> format = TableFormat.of(form.value("as"));
    if (format.isPresent() && place.isPresent()) {
      return TableAnswer.of(
          "rings",
          format.get(),
          List.of(sheet(place.get(), distances, years), sumSheet(place.get(), distances, years)));
    }
    model.addAttribute("places", places);
    model.addAttribute("service", offered);
    model.addAttribute("services", services.choices());
    model.addAttribute("cars", cars());
    model.addAttribute("carNames", carNames());
    model.addAttribute("flights", flights());
    model.addAttribute("limitKm", travel.visitLimit());
    model.addAttribute("place", place.orElse(null));
    model.addAttribute("lines", distances.stream().map(this::row).toList());
    model.addAttribute("sums", sums(distances, years));
    model.addAttribute("lives", lives(distances, years));
    model.addAttribute("peopleNames", people.headings(years));
    model.addAttribute(
        "yearNames", years.stream().map(year -> say.year(year.year(), year.source())).toList());
    model.addAttribute("nowhere", nowhere(units, years));
    boolean byHelicopter = form.value("way").equals("helicopter");
    model.addAttribute("byHelicopter", byHelicopter);
    place.ifPresent(
        from -> {
          model.addAttribute("map", map(from, distances, byHelicopter));
          model.addAttribute("placePrecision", say.precision(from.position().precision()));
          model.addAttribute("fileHref", href(from.value(), offered.code()) + "&as=xlsx");
        });
    return "insight/coverage/rings";
  }

  private static String href(String place, String service) {
    return UriComponentsBuilder.fromPath("/coverage/rings")
        .queryParam("place", "{place}")
        .queryParam("service", "{service}")
        .encode()
        .buildAndExpand(place, service)
        .toUriString();
  }

  /** Hospitals of which the point is known, and the middles of base units. */
  private List<Choice> places(List<Ground.Unit> units) {
    Stream<Choice> hospitals =
        organizations.ofKinds(List.of(OrganizationKind.HOSPITAL), JapanTime.today(clock)).stream()
            .filter(one -> one.position() != null && !one.outsidePrefecture())
            .map(one -> new Choice(ORGANIZATION + one.id(), one.name()));
    Stream<Choice> middles =
        units.stream()
            .filter(unit -> unit.middle() != null)
            .map(
                unit -> new Choice(UNIT + unit.code(), say.of("middle.of", say.name(unit.unit()))));
    return Stream.concat(hospitals, middles).toList();
  }

  private Optional<Place> place(String typed, List<Choice> places, List<Ground.Unit> units) {
    Optional<Choice> chosen =
        places.stream()
            .filter(one -> one.value().equals(typed))
            .findFirst()
            .or(() -> places.stream().findFirst());
    return chosen.flatMap(
        choice ->
            position(choice.value(), units)
                .map(position -> new Place(choice.value(), choice.label(), position)));
  }

  private Optional<Position> position(String value, List<Ground.Unit> units) {
    if (value.startsWith(UNIT)) {
      return units.stream()
          .filter(unit -> value.equals(UNIT + unit.code()))
          .flatMap(unit -> Optional.ofNullable(unit.middle()).stream())
          .findFirst();
    }
    UUID id = UUID.fromString(value.substring(ORGANIZATION.length()));
    return organizations.find(new OrganizationId(id)).map(Organization::position);
  }

  private Row row(Coverage.Distance one) {
    return new Row(
        say.name(one.unit().unit()),
        say.km(one.km(), one.precision()),
        say.precision(one.precision()),
        ring(one.km()),
        travel.isWithinVisit(one.km()),
        travel.car().stream().map(car -> say.of("minutes", car.minutes(one.km()))).toList(),
        flight(one.km()),
        say.number(one.providers()));
  }

  private String ring(double km) {
    return travel
        .ring(km)
        .map(end -> say.of("ring.within", end))
        .orElseGet(() -> say.of("ring.beyond", travel.rings().getLast()));
  }

  private String flight(double km) {
    return travel
        .flight(km)
        .map(minutes -> say.of("flight.within", minutes))
        .orElseGet(() -> say.of("flight.beyond", travel.helicopter().getLast().minutes()));
  }

  private static List<Coverage.Distance> inside(List<Coverage.Distance> all, int end) {
    return all.stream().filter(one -> one.km() <= end).toList();
  }

  private static long providers(List<Coverage.Distance> inside) {
    return inside.stream().mapToLong(Coverage.Distance::providers).sum();
  }

  private RingPeople.People people(List<Coverage.Distance> inside, List<Known> years) {
    return people.of(inside.stream().map(one -> one.unit().code()).toList(), years);
  }

  /** From the nearest on, so that each line holds the lines above it. */
  private List<Sum> sums(List<Coverage.Distance> distances, List<Known> years) {
    List<Sum> sums = new ArrayList<>();
    for (int end : travel.rings()) {
      List<Coverage.Distance> inside = inside(distances, end);
      RingPeople.People living = people(inside, years);
      sums.add(
          new Sum(
              say.of("ring.within", end),
              say.number(inside.size()),
              say.number(providers(inside)),
              say.precision(RingPeople.precision(inside)),
              people.written(living),
              living.doubt()));
    }
    return sums;
  }

  private List<Lives> lives(List<Coverage.Distance> distances, List<Known> years) {
    List<Lives> lives = new ArrayList<>();
    for (Coverage.Distance one : distances) {
      RingPeople.People living = people(List.of(one), years);
      lives.add(
          new Lives(
              say.name(one.unit().unit()),
              ring(one.km()),
              say.precision(one.precision()),
              people.written(living),
              living.doubt()));
    }
    return lives;
  }

  /** Ground of which nobody knows where it is: its people stand in no ring. */
  private @Nullable String nowhere(List<Ground.Unit> units, List<Known> years) {
    List<Ground.Unit> lost = units.stream().filter(unit -> unit.middle() == null).toList();
    return lost.isEmpty() || years.isEmpty()
        ? null
        : say.of(
            "rings.nowhere",
            lost.stream()
                .map(unit -> say.name(unit.unit()))
                .collect(Collectors.joining(say.any("web.list.comma"))));
  }

  private List<String> cars() {
    return travel.car().stream()
        .map(
            car ->
                say.of(
                    "car." + car.code(),
                    String.format(Locale.ROOT, "%.0f", car.speed()),
                    String.format(Locale.ROOT, "%.1f", car.detour())))
        .toList();
  }

  private List<String> carNames() {
    return travel.car().stream().map(car -> say.of("car." + car.code() + ".name")).toList();
  }

  private String flights() {
    return String.join(
        say.any("web.list.comma"),
        travel.helicopter().stream()
            .map(one -> say.of("flight.assumed", one.minutes(), one.km()))
            .toList());
  }

  private CoverageMap map(Place place, List<Coverage.Distance> distances, boolean byHelicopter) {
    List<CoverageMap.Point> points = new ArrayList<>();
    for (Coverage.Distance one : distances) {
      String name = say.name(one.unit().unit());
      points.add(
          new CoverageMap.Point(
              one.unit(),
              travel.isWithinVisit(one.km()) ? "here" : "far",
              say.of("map.dot", name, say.km(one.km(), one.precision())),
              name));
    }
    List<Integer> rings =
        byHelicopter
            ? travel.helicopter().stream().map(Travel.Flight::km).toList()
            : travel.rings();
    return CoverageMap.of(points, place.position(), rings);
  }

  private Sheet sheet(Place place, List<Coverage.Distance> distances, List<Known> years) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Coverage.Distance one : distances) {
      List<@Nullable Object> row =
          new ArrayList<>(
              Arrays.asList(
                  one.unit().code(),
                  say.name(one.unit().unit()),
                  say.km(one.km(), one.precision()),
                  say.precision(one.precision()),
                  ring(one.km())));
      travel.car().forEach(car -> row.add(car.minutes(one.km())));
      row.add(flight(one.km()));
      row.add(one.providers());
      RingPeople.People living = people(List.of(one), years);
      row.addAll(RingPeople.cells(living));
      row.add(living.doubt());
      rows.add(row);
    }
    List<SheetColumn> columns =
        new ArrayList<>(
            List.of(
                SheetColumn.text(say.of("code"), 10),
                SheetColumn.text(say.of("unit"), 24),
                SheetColumn.text(say.of("distance"), 16),
                SheetColumn.text(say.of("precision"), 16),
                SheetColumn.text(say.of("ring"), 16)));
    carNames().forEach(car -> columns.add(SheetColumn.count(car)));
    columns.add(SheetColumn.text(say.of("flight"), 16));
    columns.add(SheetColumn.count(say.of("providers")));
    people.headings(years).forEach(name -> columns.add(SheetColumn.count(name)));
    columns.add(SheetColumn.text(say.of("doubt"), 40));
    return new Sheet(say.of("rings"), say.of("rings.of", place.name()), notes(), columns, rows);
  }

  private List<String> notes() {
    return Stream.of(
            Stream.of(say.of("rings.note", travel.visitLimit()), say.of("middle.note")),
            cars().stream(),
            Stream.of(say.of("flight.note", flights()), say.of("rings.people.note")))
        .flatMap(Function.identity())
        .toList();
  }

  private Sheet sumSheet(Place place, List<Coverage.Distance> distances, List<Known> years) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int end : travel.rings()) {
      List<Coverage.Distance> inside = inside(distances, end);
      RingPeople.People living = people(inside, years);
      List<@Nullable Object> row =
          new ArrayList<>(
              Arrays.asList(
                  say.of("ring.within", end),
                  inside.size(),
                  providers(inside),
                  say.precision(RingPeople.precision(inside))));
      row.addAll(RingPeople.cells(living));
      row.add(living.doubt());
      rows.add(row);
    }
    List<SheetColumn> columns =
        new ArrayList<>(
            List.of(
                SheetColumn.text(say.of("ring"), 16),
                SheetColumn.count(say.of("sums.units")),
                SheetColumn.count(say.of("sums.providers")),
                SheetColumn.text(say.of("precision"), 16)));
    people.headings(years).forEach(name -> columns.add(SheetColumn.count(name)));
    columns.add(SheetColumn.text(say.of("doubt"), 40));
    return new Sheet(say.of("ring"), say.of("rings.of", place.name()), notes(), columns, rows);
  }
}
