package tasuki.guide;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Position;
import tasuki.directory.search.Finder;
import tasuki.directory.search.Wanted;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Anybody;
import tasuki.web.Form;

/**
 * Finds who offers care: for staff with all that Tasuki knows, for the public with what is open.
 */
@Controller
class FindController {

  static final String PUBLIC = "/public/organizations";
  private static final String INTERNAL = "/organizations";
  private static final int PAGE = 30;

  /** A line of a list to choose from. */
  record Choice(String value, String label) {}

  private final Rows rows;
  private final Starts starts;
  private final Areas areas;
  private final GuideWords say;
  private final Clock clock;
  private final String tiles;
  private final String tilesCredit;

  FindController(
      Rows rows,
      Starts starts,
      Areas areas,
      GuideWords say,
      Clock clock,
      @Value("${tasuki.tiles.url:}") String tiles,
      @Value("${tasuki.tiles.credit:}") String tilesCredit) {
    this.tiles = tiles;
    this.tilesCredit = tilesCredit;
    this.rows = rows;
    this.starts = starts;
    this.areas = areas;
    this.say = say;
    this.clock = clock;
  }

  @GetMapping(INTERNAL)
  @OpenTo({})
  Object internal(Form form, Viewer viewer, Model model) {
    model.addAttribute("mayAdd", keepsDirectory(viewer));
    return answer(form, Optional.of(viewer), INTERNAL, model);
  }

  @GetMapping(PUBLIC)
  @Anybody
  Object publicly(Form form, Model model) {
    model.addAttribute("mayAdd", false);
    return answer(form, Optional.empty(), PUBLIC, model);
  }

  private Object answer(Form form, Optional<Viewer> viewer, String path, Model model) {
    LocalDate today = JapanTime.today(clock);
    Question question = new Question(form, areas, today);
    Wanted.Builder building = question.wanted(viewer.isPresent());
    Optional<Position> start = starts.chosen(form, viewer);
    start.ifPresent(place -> building.near(place, question.km().orElse(null)));
    Wanted wanted = building.build();
    boolean openNow = form.flag("open");
    Optional<TableFormat> format = TableFormat.of(form.value("as"));
    if (format.isPresent()) {
      return file(rows.of(wanted, openNow, 0, Finder.FARTHEST), format.get());
    }
    int page = question.page();
    Rows.Page found = rows.of(wanted, openNow, (page - 1) * PAGE, PAGE);
    model.addAttribute("path", path);
    model.addAttribute("internal", viewer.isPresent());
    model.addAttribute("found", found);
    model.addAttribute("total", say.number(found.total()));
    model.addAttribute("narrowed", question.narrows());
    model.addAttribute("mapped", found.rows().stream().anyMatch(row -> row.position() != null));
    model.addAttribute("startUnknown", startUnknown(form, start));
    model.addAttribute("previousPage", page == 1 ? null : question.address(path, "page", page - 1));
    model.addAttribute("nextPage", found.more() ? question.address(path, "page", page + 1) : null);
    model.addAttribute("excelAddress", question.address(path, "as", "xlsx"));
    model.addAttribute("mapAddress", question.address(path + "/resource-map", "as", null));
    model.addAttribute("tiles", tiles.isEmpty() ? null : tiles);
    model.addAttribute("tilesCredit", tilesCredit);
    model.addAttribute(
        "facetOptions",
        found.facets().entrySet().stream()
            .map(facet -> new Choice(facet.getKey(), facet.getValue()))
            .toList());
    choices(viewer, today, model);
    return "guide/find";
  }

  private static boolean startUnknown(Form form, Optional<Position> start) {
    boolean asked = !form.value("from").isBlank() || !form.value("person").isBlank();
    return asked && start.isEmpty();
  }

  private void choices(Optional<Viewer> viewer, LocalDate today, Model model) {
    model.addAttribute("kinds", kinds());
    model.addAttribute("areaOptions", areaOptions(today));
    model.addAttribute("startOptions", starts.choices(viewer));
    model.addAttribute(
        "distanceOptions",
        Question.distances().stream()
            .map(km -> new Choice("" + km, say.of("within", km)))
            .toList());
    model.addAttribute(
        "memberOptions",
        List.of(
            new Choice("yes", say.any("desk.organizations.member")),
            new Choice("no", say.any("desk.organizations.stranger"))));
  }

  private List<Choice> kinds() {
    return Arrays.stream(OrganizationKind.values())
        .filter(kind -> kind != OrganizationKind.PERSON_AND_FAMILY)
        .map(kind -> new Choice(kind.name(), say.any("directory.kind." + kind)))
        .toList();
  }

  private List<Choice> areaOptions(LocalDate today) {
    return Arrays.stream(AreaKind.values())
        .flatMap(
            kind ->
                areas.ofKind(kind, today).stream()
                    .map(
                        area ->
                            new Choice(
                                area.id().value().toString(),
                                say.of("area", say.any("area.kind." + kind), say.name(area)))))
        .toList();
  }

  private ResponseEntity<byte[]> file(Rows.Page found, TableFormat format) {
    Sheet sheet =
        new Sheet(
            say.of("title"),
            say.of("title"),
            List.of(),
            List.of(
                SheetColumn.text(say.any("desk.name"), 36),
                SheetColumn.text(say.any("desk.kind"), 20),
                SheetColumn.text(say.any("desk.address"), 44),
                SheetColumn.text(say.any("desk.telephone"), 16),
                SheetColumn.text(say.of("distance"), 22),
                SheetColumn.text(say.of("offers"), 50)),
            found.rows().stream().map(FindController::cells).toList());
    return TableAnswer.of("organizations", format, List.of(sheet));
  }

  private static List<@Nullable Object> cells(Row row) {
    return Arrays.asList(
        row.name(),
        row.kind(),
        row.address(),
        row.telephone(),
        row.distance(),
        String.join("、", row.offers()));
  }

  /** Whether the viewer keeps the prefecture's list of organisations. */
  private static boolean keepsDirectory(Viewer viewer) {
    return viewer.hasAny(Duty.OFFICER)
        && viewer.organization().kind() == OrganizationKind.PREFECTURE;
  }
}
