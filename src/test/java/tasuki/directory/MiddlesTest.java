package tasuki.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.kernel.Actor;

class MiddlesTest {

  private static void unit(String code, BaseUnit.Kind kind) {
    House.bean(Areas.class)
        .add(
            new BaseUnit(code, kind, code, "試験県", "試験" + code, "", code), LocalDate.of(2020, 4, 1));
  }

  private static OrganizationId at(
      String unit, double latitude, double longitude, Position.Precision precision) {
    Organizations organizations = House.bean(Organizations.class);
    OrganizationId id =
        organizations.add(
            new NewOrganization(
                OrganizationKind.CLINIC,
                "架空医院",
                "カクウ",
                null,
                "",
                null,
                null,
                "試験県",
                unit,
                false,
                true,
                LocalDate.of(2020, 4, 1)));
    organizations.locate(id, new Position(latitude, longitude, precision, Position.ENTERED));
    return id;
  }

  @Test
  void a_middle_is_the_median_of_open_buildings_and_one_point_far_out_does_not_move_it() {
    House.as(
        Actor.NOBODY,
        () -> {
          unit("96901", BaseUnit.Kind.MUNICIPALITY);
          unit("96902", BaseUnit.Kind.TOWN);
          unit("96903", BaseUnit.Kind.MUNICIPALITY);
          at("96901", 35.0, 135.0, Position.Precision.POINT);
          at("96901", 35.2, 135.2, Position.Precision.POINT);
          at("96901", 25.0, 125.0, Position.Precision.POINT);
          // What was itself put into a middle tells nothing new, and what has closed nothing at
          // all.
          at("96901", 44.0, 144.0, Position.Precision.TOWN);
          OrganizationId gone = at("96901", 44.0, 144.0, Position.Precision.POINT);
          House.bean(Organizations.class).close(gone, LocalDate.of(2021, 4, 1));
          at("96902", 35.0, 135.0, Position.Precision.POINT);
          at("96902", 35.2, 135.4, Position.Precision.POINT);
          return true;
        });
    Middles middles = House.bean(Middles.class);
    Map<String, Middles.Middle> found =
        House.as(Actor.NOBODY, () -> middles.of(List.of("96901", "96902", "96903")));
    assertThat(found).containsOnlyKeys("96901", "96902");
    Middles.Middle municipality = Objects.requireNonNull(found.get("96901"));
    assertThat(municipality.points()).isEqualTo(3);
    assertThat(municipality.position().latitude()).isEqualTo(35.0);
    assertThat(municipality.position().precision()).isEqualTo(Position.Precision.MUNICIPALITY);
    Position town = House.as(Actor.NOBODY, () -> middles.of("96902")).orElseThrow();
    assertThat(town.longitude()).isCloseTo(135.2, within(1e-9));
    assertThat(town.precision()).isEqualTo(Position.Precision.TOWN);
  }
}
