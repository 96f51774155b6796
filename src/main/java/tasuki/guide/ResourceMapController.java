package tasuki.guide;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tasuki.area.Areas;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Plane;
import tasuki.directory.Position;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.web.Anybody;
import tasuki.web.Form;

/**
 * The resource map (医療介護資源マップ) of what was found: a plan with numbers and lists by kind, made to be
 * printed on A4 in black and white and laid on a counter.
 */
@Controller
class ResourceMapController {

  /** More would be a telephone book, which the table as a file serves better. */
  private static final int MOST = 400;

  private static final int WIDTH = 1_000;
  private static final int HIGHEST = 1_200;
  private static final double MARGIN = 40;

  /** The organisations of a kind, each with its number on the plan. */
  record Group(String kind, List<Row> rows) {}

  /** A number on the plan. */
  record Mark(int number, double x, double y) {}

  /** The plan: how high it is, what stands on it, and how long ten kilometres are. */
  record Plan(String viewBox, List<Mark> marks, double tenKm) {}

  private final Rows rows;
  private final Areas areas;
  private final GuideWords say;
  private final Clock clock;

  ResourceMapController(Rows rows, Areas areas, GuideWords say, Clock clock) {
    this.rows = rows;
    this.areas = areas;
    this.say = say;
    this.clock = clock;
  }

  @GetMapping("/organizations/resource-map")
  @OpenTo({})
  String internal(Form form, Viewer viewer, Model model, Locale locale) {
    return sheet(form, Optional.of(viewer), "/organizations", model, locale);
  }

  @GetMapping("/public/organizations/resource-map")
  @Anybody
  String publicly(Form form, Model model, Locale locale) {
    return sheet(form, Optional.empty(), FindController.PUBLIC, model, locale);
  }

  private String sheet(
      Form form, Optional<Viewer> viewer, String path, Model model, Locale locale) {
    LocalDate today = JapanTime.today(clock);
    Question question = new Question(form, areas, today);
    Rows.Page found =
        rows.of(question.wanted(viewer.isPresent()).build(), form.flag("open"), 0, MOST);
    Map<String, List<Row>> byKind = new LinkedHashMap<>();
    found
        .rows()
        .forEach(row -> byKind.computeIfAbsent(row.kind(), _ -> new ArrayList<>()).add(row));
    model.addAttribute(
        "groups",
        byKind.entrySet().stream().map(kind -> new Group(kind.getKey(), kind.getValue())).toList());
    model.addAttribute("plan", plan(found.rows()).orElse(null));
    model.addAttribute("place", question.area().flatMap(areas::find).map(say::name).orElse(""));
    model.addAttribute("asOf", JapaneseDates.inFull(today, locale));
    model.addAttribute("cut", found.total() > MOST);
    model.addAttribute("most", say.number(MOST));
    model.addAttribute("total", say.number(found.total()));
    model.addAttribute("back", question.address(path, "page", null));
    return "guide/resource-map";
  }

  private static Optional<Plan> plan(List<Row> rows) {
    List<Position> places = rows.stream().map(Row::position).filter(Objects::nonNull).toList();
    if (places.isEmpty()) {
      return Optional.empty();
    }
    Plane plane = Plane.around(places, WIDTH, HIGHEST, MARGIN);
    List<Mark> marks = new ArrayList<>();
    for (Row row : rows) {
      Position place = row.position();
      if (place != null) {
        marks.add(new Mark(row.number(), plane.x(place), plane.y(place)));
      }
    }
    return Optional.of(new Plan(plane.viewBox(), marks, plane.length(10)));
  }
}
