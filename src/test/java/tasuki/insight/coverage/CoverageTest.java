package tasuki.insight.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tasuki.area.BaseUnit;
import tasuki.directory.OrganizationId;
import tasuki.directory.Position;
import tasuki.directory.Position.Precision;
import tasuki.insight.coverage.Ground.Provider;
import tasuki.insight.coverage.Ground.Unit;

class CoverageTest {

  private static Position at(double latitude, double longitude) {
    return new Position(latitude, longitude, Precision.POINT, "試験");
  }

  private static Unit unit(String code, @Nullable Position middle) {
    return new Unit(
        new BaseUnit(code, BaseUnit.Kind.MUNICIPALITY, code, "見本県", code, "", code), middle, 1);
  }

  private static Provider provider(
      @Nullable String unit, @Nullable Position position, boolean night) {
    return new Provider(new OrganizationId(UUID.randomUUID()), "架空", unit, position, night);
  }

  @Test
  void the_nearest_is_the_one_that_comparing_with_everybody_finds() {
    Random random = new Random(20261128);
    for (int round = 0; round < 60; round++) {
      // From far north to far south, where a degree of longitude is short and long.
      double latitude = 24 + 21 * random.nextDouble();
      List<Unit> units = new ArrayList<>();
      List<Provider> providers = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        Position middle = random.nextInt(8) == 0 ? null : near(latitude, random);
        units.add(unit("U" + i, middle));
      }
      int count = random.nextInt(4) == 0 ? random.nextInt(3) : 120;
      for (int i = 0; i < count; i++) {
        Position position = random.nextInt(6) == 0 ? null : near(latitude, random);
        String home = random.nextInt(3) == 0 ? null : "U" + random.nextInt(25);
        providers.add(provider(home, position, random.nextInt(3) == 0));
      }
      List<Gap> gaps = Coverage.gaps(units, providers);
      for (int i = 0; i < units.size(); i++) {
        check(gaps.get(i), units.get(i), providers);
      }
    }
  }

  private static Position near(double latitude, Random random) {
    return at(latitude + random.nextGaussian() / 2, 135 + random.nextGaussian() / 2);
  }

  private static void check(Gap gap, Unit unit, List<Provider> providers) {
    long here = providers.stream().filter(one -> unit.code().equals(one.baseUnit())).count();
    long nightly =
        providers.stream().filter(one -> unit.code().equals(one.baseUnit()) && one.night()).count();
    assertThat(gap.providers()).isEqualTo((int) here);
    assertThat(gap.nightly()).isEqualTo((int) nightly);
    same(gap.nearest(), slowly(unit, providers));
    same(gap.nearestAtNight(), slowly(unit, providers.stream().filter(Provider::night).toList()));
  }

  private static void same(Gap.@Nullable Near found, Optional<Double> expected) {
    if (expected.isEmpty()) {
      assertThat(found).isNull();
    } else {
      assertThat(Objects.requireNonNull(found).km()).isCloseTo(expected.get(), within(1e-9));
    }
  }

  private static Optional<Double> slowly(Unit unit, List<Provider> providers) {
    Position middle = unit.middle();
    return middle == null
        ? Optional.empty()
        : providers.stream()
            .flatMap(one -> Optional.ofNullable(one.position()).stream())
            .map(middle::kmTo)
            .min(Comparator.naturalOrder());
  }

  @Test
  void ground_has_a_service_or_one_within_a_visit_or_none_and_says_when_nobody_knows() {
    Unit here = unit("A", at(35.0, 135.0));
    // 0.14 degrees of latitude are 15.6 km, 0.15 are 16.7.
    Unit near = unit("B", at(35.14, 135.0));
    Unit far = unit("C", at(35.15, 135.0));
    Unit unknown = unit("D", null);
    List<Gap> gaps =
        Coverage.gaps(
            List.of(here, near, far, unknown), List.of(provider("A", at(35.0, 135.0), false)));
    assertThat(gaps)
        .extracting(gap -> gap.state(16))
        .containsExactly(Gap.State.HERE, Gap.State.NEAR, Gap.State.FAR, Gap.State.UNKNOWN);
    assertThat(gaps).extracting(gap -> gap.atNight(16)).containsOnly(Gap.State.UNKNOWN);
  }

  @Test
  void a_distance_is_no_more_exact_than_the_coarser_end() {
    Unit unit = unit("A", new Position(35, 135, Precision.MUNICIPALITY, "median"));
    Gap gap = Coverage.gaps(List.of(unit), List.of(provider("B", at(35.1, 135), false))).getFirst();
    assertThat(Objects.requireNonNull(gap.nearest()).precision()).isEqualTo(Precision.MUNICIPALITY);
    assertThat(Coverage.around(at(35.1, 135), List.of(unit), List.of()).getFirst().precision())
        .isEqualTo(Precision.MUNICIPALITY);
  }

  @Test
  void times_follow_the_assumptions_that_are_shown() {
    Travel travel = Travel.assumed();
    Travel.Car town = travel.car().getFirst();
    assertThat(town.minutes(10)).isEqualTo((int) Math.ceil(10 * town.detour() / town.speed() * 60));
    assertThat(new Travel.Car("x", 60, 1).minutes(10)).isEqualTo(10);
    assertThat(new Travel.Car("x", 60, 1.5).minutes(10.01)).isEqualTo(16);
    // As a prefecture's own map draws it: 15 minutes and 50 km, 20 and 70, 25 and 85.
    assertThat(travel.flight(50)).contains(15);
    assertThat(travel.flight(50.1)).contains(20);
    assertThat(travel.flight(70)).contains(20);
    assertThat(travel.flight(84)).contains(25);
    assertThat(travel.flight(85.1)).isEmpty();
    assertThat(travel.isWithinVisit(16)).isTrue();
    assertThat(travel.isWithinVisit(16.01)).isFalse();
    assertThat(travel.ring(16.01)).contains(30);
    assertThat(travel.ring(51)).isEmpty();
  }

  @Test
  void names_on_the_sketch_never_cover_each_other() {
    List<CoverageMap.Point> points = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Position close = at(35.0 + i * 0.0001, 135.0);
      points.add(new CoverageMap.Point(unit("X" + i, close), "here", "x", "見本市" + i));
    }
    points.add(new CoverageMap.Point(unit("far", at(35.3, 135.3)), "far", "x", "はなれ町"));
    CoverageMap map = CoverageMap.of(points);
    assertThat(map.dots()).hasSize(13);
    assertThat(map.dots().stream().filter(dot -> dot.label() != null).count()).isLessThan(4);
    assertThat(map.dots().getLast().label()).isNotNull();
  }

  @Test
  void the_sketch_keeps_distances_and_puts_the_north_on_top() {
    Position middle = at(35.0, 135.0);
    Position north = at(35.1, 135.0);
    Position east = at(35.0, 135.2);
    List<CoverageMap.Point> points = new ArrayList<>();
    for (Position one : List.of(middle, north, east)) {
      points.add(new CoverageMap.Point(unit("X", one), "here", "x", "見本市"));
    }
    CoverageMap map = CoverageMap.of(points, middle, List.of(5, 10));
    CoverageMap.Dot first = map.dots().get(0);
    CoverageMap.Dot up = map.dots().get(1);
    CoverageMap.Dot right = map.dots().get(2);
    assertThat(up.y()).isLessThan(first.y());
    assertThat(right.x()).isGreaterThan(first.x());
    double perKmNorth = (first.y() - up.y()) / middle.kmTo(north);
    double perKmEast = (right.x() - first.x()) / middle.kmTo(east);
    assertThat(perKmEast).isCloseTo(perKmNorth, within(perKmNorth * 0.01));
    assertThat(map.rings().getFirst().radius()).isCloseTo(5 * perKmNorth, within(0.5));
    assertThat(map.dots())
        .extracting(dot -> Objects.requireNonNull(dot.label()).anchor())
        .as("the one at the right edge has its name on its left")
        .containsExactly("start", "start", "end");
    assertThat(map.dots())
        .allSatisfy(
            dot -> {
              assertThat(dot.x()).isBetween(0.0, (double) map.width());
              assertThat(dot.y()).isBetween(0.0, (double) map.height());
            });
  }
}
