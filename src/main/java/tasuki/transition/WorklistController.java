package tasuki.transition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;

/** The page of the 対応一覧, as each kind of organisation needs it. */
@Controller
@OpenTo(Duty.CARE)
class WorklistController {

  /** A tab of the list. */
  record TabLink(String href, String label, boolean current, @Nullable Integer count) {}

  /** One case as the page shows it. */
  record Line(
      String href,
      String name,
      String kana,
      String place,
      String state,
      String todo,
      StayWords.@Nullable Due due,
      String planned,
      String charge,
      List<String> marks) {}

  private static final int PAGE = 40;
  private static final Pattern KEY =
      Pattern.compile("(-?\\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private final Worklist worklist;
  private final StayWords say;
  private final List<StaySection> sections;

  WorklistController(Worklist worklist, StayWords say, List<StaySection> sections) {
    this.worklist = worklist;
    this.say = say;
    this.sections = sections;
  }

  @GetMapping("/stays")
  String list(
      Viewer viewer,
      @RequestParam(name = "tab", defaultValue = "all") String tabName,
      @RequestParam(name = "mine", defaultValue = "") String mine,
      @RequestParam(name = "after", defaultValue = "") String after,
      Model model) {
    List<Worklist.Tab> tabs = tabsOf(viewer.organization().kind());
    Worklist.Tab tab =
        tabs.stream()
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(tabName))
            .findFirst()
            .orElse(Worklist.Tab.ALL);
    boolean onlyMine = mine.equals("true");
    Worklist.Key key = key(after).orElse(null);
    Worklist.Shown found = worklist.of(tab, onlyMine, key, PAGE + 1);
    List<Worklist.Row> rows = found.rows();
    List<Worklist.Row> shown = rows.subList(0, Math.min(PAGE, rows.size()));
    model.addAttribute("tabs", tabs.stream().map(one -> link(one, tab, onlyMine)).toList());
    model.addAttribute("lines", lines(viewer, shown, found.clocks()));
    model.addAttribute("onlyMine", onlyMine);
    model.addAttribute("tabName", tab.name().toLowerCase(Locale.ROOT));
    model.addAttribute("personWord", viewer.personWord());
    model.addAttribute(
        "today",
        say.day(LocalDate.ofInstant(say.now().toInstant(), tasuki.calendar.JapanTime.ZONE)));
    model.addAttribute("first", key == null ? null : address(tab, onlyMine, null));
    model.addAttribute(
        "further", rows.size() > PAGE ? address(tab, onlyMine, shown.getLast()) : null);
    sections.forEach(section -> section.fillList(model, viewer));
    return "transition/worklist";
  }

  private static List<Worklist.Tab> tabsOf(OrganizationKind kind) {
    return switch (kind) {
      case HOSPITAL ->
          List.of(
              Worklist.Tab.ALL,
              Worklist.Tab.OVERDUE,
              Worklist.Tab.SCREENING,
              Worklist.Tab.TALK,
              Worklist.Tab.CONFERENCE,
              Worklist.Tab.LEAVING,
              Worklist.Tab.UNDECIDED);
      case COMMUNITY_SUPPORT_CENTRE ->
          List.of(
              Worklist.Tab.ALL,
              Worklist.Tab.OVERDUE,
              Worklist.Tab.PREVENTIVE,
              Worklist.Tab.UNDECIDED,
              Worklist.Tab.LEAVING,
              Worklist.Tab.HOME);
      case CARE_MANAGEMENT_OFFICE,
          SMALL_MULTIFUNCTION_OFFICE,
          CARE_FACILITY,
          CONSULTATION_SUPPORT_OFFICE ->
          List.of(
              Worklist.Tab.ALL,
              Worklist.Tab.OVERDUE,
              Worklist.Tab.FORM,
              Worklist.Tab.LEAVING,
              Worklist.Tab.HOME,
              Worklist.Tab.PREVENTIVE);
      case CLINIC,
          DENTAL_CLINIC,
          PHARMACY,
          VISITING_NURSE_STATION,
          HOME_SERVICE,
          HOME_CARE_HUB,
          MEDICAL_ASSOCIATION,
          PUBLIC_HEALTH_CENTRE,
          MUNICIPALITY,
          PREFECTURE,
          CARE_OPERATOR,
          PERSON_AND_FAMILY ->
          List.of(Worklist.Tab.ALL, Worklist.Tab.LEAVING, Worklist.Tab.HOME);
    };
  }

  private TabLink link(Worklist.Tab tab, Worklist.Tab current, boolean mine) {
    return new TabLink(address(tab, mine, null), say.of("tab." + tab.name()), tab == current, null);
  }

  private static String address(Worklist.Tab tab, boolean mine, Worklist.@Nullable Row after) {
    String address = "/stays?tab=" + tab.name().toLowerCase(Locale.ROOT);
    if (mine) {
      address += "&mine=true";
    }
    return after == null
        ? address
        : address + "&after=" + after.nextAt().toInstant().toEpochMilli() + "_" + after.stay().id();
  }

  private static Optional<Worklist.Key> key(String text) {
    Matcher found = KEY.matcher(text);
    return found.matches()
        ? Optional.of(
            new Worklist.Key(
                Instant.ofEpochMilli(Long.parseLong(found.group(1))).atOffset(ZoneOffset.UTC),
                UUID.fromString(found.group(2))))
        : Optional.empty();
  }

  private List<Line> lines(Viewer viewer, List<Worklist.Row> rows, List<RunningClock> all) {
    return rows.stream().map(row -> line(viewer, row, all)).toList();
  }

  private Line line(Viewer viewer, Worklist.Row row, List<RunningClock> all) {
    Stay stay = row.stay();
    OffsetDateTime now = say.now();
    List<RunningClock> own =
        all.stream().filter(clock -> clock.stay().equals(stay.id().value())).toList();
    Optional<RunningClock> next =
        own.stream().filter(clock -> !clock.wish() && clock.standing(now, own).open()).findFirst();
    LocalDate planned = stay.plannedOn();
    return new Line(
        "/stays/" + stay.id(),
        row.name() == null ? stay.caseNumber() : row.name(),
        row.kana() == null ? "" : row.kana(),
        place(viewer, row),
        say.of("state." + stay.state()),
        next.map(clock -> say.of("todo." + clock.step())).orElse(""),
        next.map(clock -> say.due(clock, clock.standing(now, own), stay.admittedAt())).orElse(null),
        planned == null ? "" : say.day(planned),
        row.charge() == null ? "" : row.charge(),
        marks(row));
  }

  private static String place(Viewer viewer, Worklist.Row row) {
    String ward = row.stay().ward() == null ? "" : row.stay().ward();
    return viewer.organization().id().equals(row.stay().hospital())
        ? ward
        : (row.hospital() + " " + ward).strip();
  }

  private List<String> marks(Worklist.Row row) {
    List<String> marks = new ArrayList<>();
    if (row.group() == CareGroup.PREVENTIVE) {
      marks.add(say.of("group.PREVENTIVE"));
    }
    if (row.undecided()) {
      LocalDate applied = row.appliedOn();
      marks.add(
          applied == null ? say.of("undecided") : say.of("undecided.applied", say.day(applied)));
    }
    if (row.remindedAt() != null) {
      marks.add(say.of("reminded", say.moment(row.remindedAt(), true)));
    }
    return marks;
  }
}
