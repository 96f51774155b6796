package tasuki.guide;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.area.AreaId;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.directory.OrganizationKind;
import tasuki.directory.search.Wanted;
import tasuki.web.Form;

/**
 * What somebody asks the directory, as it stands in the address of the page, so that a view can be
 * sent to a colleague.
 */
final class Question {

  private static final List<String> FIELDS =
      List.of("q", "kind", "area", "facet", "from", "person", "km", "open", "member", "closed");

  private static final List<Integer> DISTANCES = List.of(2, 5, 10, 16, 30);
  private static final int LONGEST = 100;
  private static final int MOST_PAGES = 1_000;

  private final Form form;
  private final Areas areas;
  private final LocalDate today;

  Question(Form form, Areas areas, LocalDate today) {
    this.form = form;
    this.areas = areas;
    this.today = today;
  }

  /** What is wanted, but for the place from which distances count. */
  Wanted.Builder wanted(boolean internal) {
    Wanted.Builder wanted = internal ? Wanted.internally(today) : Wanted.publicly(today);
    wanted.words(form.optional("q", LONGEST).orElse(""));
    form.optionalChoice("kind", OrganizationKind.class)
        .ifPresent(kind -> wanted.kinds(Set.of(kind)));
    wanted.facets(new HashSet<>(facets()));
    area().ifPresent(area -> wanted.in(units(area)));
    if (internal) {
      wanted.member(member()).closedToo(form.flag("closed"));
    }
    return wanted;
  }

  Optional<AreaId> area() {
    return form.id("area").map(AreaId::new);
  }

  private Set<String> units(AreaId area) {
    return areas.parts(area, today).stream().map(BaseUnit::code).collect(Collectors.toSet());
  }

  List<String> facets() {
    return form.valuesOf("facet").stream().filter(code -> !code.isBlank()).limit(20).toList();
  }

  private @Nullable Boolean member() {
    return switch (form.value("member")) {
      case "yes" -> true;
      case "no" -> false;
      default -> null;
    };
  }

  /** The greatest distance in kilometres. */
  Optional<Double> km() {
    String typed = form.value("km");
    return DISTANCES.stream()
        .filter(km -> typed.equals("" + km))
        .map(Integer::doubleValue)
        .findFirst();
  }

  static List<Integer> distances() {
    return DISTANCES;
  }

  /** Pages are counted from 1. */
  int page() {
    String typed = form.value("page");
    return typed.matches("[0-9]{1,4}") ? Math.clamp(Integer.parseInt(typed), 1, MOST_PAGES) : 1;
  }

  boolean narrows() {
    return FIELDS.stream().anyMatch(field -> !form.value(field).isBlank());
  }

  /** The address of the same question elsewhere: on another page of it, or as a file. */
  String address(String path, String name, @Nullable Object value) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    Map<String, Object> values = new HashMap<>();
    for (String field : FIELDS) {
      for (String one : form.valuesOf(field)) {
        if (!one.isBlank()) {
          String place = "" + values.size();
          address.queryParam(field, "{" + place + "}");
          values.put(place, one);
        }
      }
    }
    if (value != null) {
      address.queryParam(name, value);
    }
    return address.encode().buildAndExpand(values).toUriString();
  }
}
