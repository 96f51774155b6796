package tasuki.guide;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tasuki.area.Areas;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
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

  private static final double WIDTH = 1_000;
  private static final double HIGHEST = 1_200;
  private static final double LOWEST = 300;
  private static final double MARGIN = 30;

  /** The organisations of a kind, each with its number on the plan. */
  record Group(String kind, List<Row> rows) {}

  /** A number on the plan. */
  record Mark(int number, String x, String y) {}

  /** The plan: how high it is, what stands on it, and how long ten kilometres are. */
  record Plan(String viewBox, List<Mark> marks, String tenKm) {}

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

  /**
   * Places on a plane that is small enough to be flat: a degree of longitude shrinks northwards.
   */
  private static Optional<Plan> plan(List<Row> rows) {
    List<Row> placed =
        rows.stream().filter(row -> row.latitude() != null && row.longitude() != null).toList();
    if (placed.isEmpty()) {
      return Optional.empty();
    }
    double north = placed.stream().mapToDouble(ResourceMapController::latitude).max().orElseThrow();
    double south = placed.stream().mapToDouble(ResourceMapController::latitude).min().orElseThrow();
    double east = placed.stream().mapToDouble(ResourceMapController::longitude).max().orElseThrow();
    double west = placed.stream().mapToDouble(ResourceMapController::longitude).min().orElseThrow();
    double shrink = Math.cos(Math.toRadians((north + south) / 2));
    double kmWide = Math.max(1, (east - west) * shrink * 111.2);
    double kmHigh = Math.max(1, (north - south) * 111.2);
    double scale = Math.min((WIDTH - 2 * MARGIN) / kmWide, (HIGHEST - 2 * MARGIN) / kmHigh);
    double height = Math.max(LOWEST, kmHigh * scale + 2 * MARGIN);
    List<Mark> marks =
        placed.stream()
            .map(
                row ->
                    new Mark(
                        row.number(),
                        figure(MARGIN + (longitude(row) - west) * shrink * 111.2 * scale),
                        figure(MARGIN + (north - latitude(row)) * 111.2 * scale)))
            .toList();
    return Optional.of(
        new Plan("0 0 %s %s".formatted(figure(WIDTH), figure(height)), marks, figure(10 * scale)));
  }

  private static double latitude(Row row) {
    Double latitude = row.latitude();
    return latitude == null ? Double.NaN : latitude;
  }

  private static double longitude(Row row) {
    Double longitude = row.longitude();
    return longitude == null ? Double.NaN : longitude;
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
