package tasuki.transition;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
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
import tasuki.identity.Accounts;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.web.Tab;

/** The page of the 対応一覧, as each kind of organisation needs it, on the screen and on paper. */
@Controller
@OpenTo(Duty.CARE)
class WorklistController {

  /** The tab, whose cases, and where in the list, as the address says it. */
  private record View(Worklist.Tab tab, String whose) {

    String address(String path) {
      String address = path + "?tab=" + tab.name().toLowerCase(Locale.ROOT);
      return whose.isEmpty() ? address : address + "&whose=" + whose;
    }

    String at(String way, Worklist.Row row) {
      return address("/stays")
          + "&"
          + way
          + "="
          + row.due().toInstant().toEpochMilli()
          + "_"
          + row.stay().id();
    }
  }

  private static final int PAGE = 40;
  private static final int PAPER = 80;
  private static final Pattern KEY =
      Pattern.compile("(-?\\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private final Worklist worklist;
  private final WorklistLines lines;
  private final Accounts accounts;
  private final StayWords say;
  private final List<WorklistPart> parts;

  WorklistController(
      Worklist worklist,
      WorklistLines lines,
      Accounts accounts,
      StayWords say,
      List<WorklistPart> parts) {
    this.worklist = worklist;
    this.lines = lines;
    this.accounts = accounts;
    this.say = say;
    this.parts = parts;
  }

  @GetMapping("/stays")
  String list(
      Viewer viewer,
      @RequestParam(name = "tab", defaultValue = "all") String tab,
      @RequestParam(name = "whose", defaultValue = "") String whose,
      @RequestParam(name = "after", defaultValue = "") String after,
      @RequestParam(name = "before", defaultValue = "") String before,
      Model model) {
    View view = view(viewer, tab, whose, model);
    Worklist.Key from = key(after).orElse(null);
    Worklist.Key until = key(before).orElse(null);
    Worklist.Shown found =
        worklist.of(new Worklist.Wanted(view.tab(), charge(view, viewer), from, until, PAGE + 1));
    List<Worklist.Row> rows = found.rows();
    boolean more = rows.size() > PAGE;
    List<Worklist.Row> shown =
        !more ? rows : until == null ? rows.subList(0, PAGE) : rows.subList(1, PAGE + 1);
    boolean earlier = !shown.isEmpty() && (until == null ? from != null : more);
    boolean later = !shown.isEmpty() && (until != null || more);
    model.addAttribute("groups", lines.grouped(viewer, shown, found));
    model.addAttribute(
        "tabs", tabsOf(viewer.organization().kind()).stream().map(one -> link(one, view)).toList());
    model.addAttribute("earlier", earlier ? view.at("before", shown.getFirst()) : null);
    model.addAttribute("later", later ? view.at("after", shown.getLast()) : null);
    model.addAttribute("paper", view.address("/stays/paper"));
    model.addAttribute(
        "cleared", view.whose().isEmpty() ? null : new View(view.tab(), "").address("/stays"));
    model.addAttribute(
        "parts",
        parts.stream()
            .map(part -> part.template(viewer, model))
            .flatMap(Optional::stream)
            .toList());
    return "transition/worklist";
  }

  /** The morning's list on one sheet, by who is in charge; names can be left out. */
  @GetMapping("/stays/paper")
  String paper(
      Viewer viewer,
      @RequestParam(name = "tab", defaultValue = "all") String tab,
      @RequestParam(name = "whose", defaultValue = "") String whose,
      @RequestParam(name = "names", defaultValue = "full") String names,
      Model model) {
    View view = view(viewer, tab, whose, model);
    boolean initials = names.equals("initials");
    Worklist.Shown found =
        worklist.of(new Worklist.Wanted(view.tab(), charge(view, viewer), null, null, PAPER));
    model.addAttribute("sheets", lines.byCharge(viewer, found, initials));
    model.addAttribute("initials", initials);
    model.addAttribute("cut", found.rows().size() == PAPER);
    model.addAttribute("screen", view.address("/stays"));
    model.addAttribute(
        "otherNames", view.address("/stays/paper") + (initials ? "" : "&names=initials"));
    return "transition/paper";
  }

  private View view(Viewer viewer, String tabName, String whose, Model model) {
    Worklist.Tab tab =
        tabsOf(viewer.organization().kind()).stream()
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(tabName))
            .findFirst()
            .orElse(Worklist.Tab.ALL);
    List<AdmissionController.Choice> staff = staff(viewer);
    String known = staff.stream().anyMatch(choice -> choice.value().equals(whose)) ? whose : "";
    model.addAttribute("staff", staff);
    model.addAttribute("whose", known);
    model.addAttribute("tabName", tab.name().toLowerCase(Locale.ROOT));
    model.addAttribute("tabLabel", say.of("tab." + tab.name()));
    model.addAttribute("personWord", viewer.personWord());
    model.addAttribute("hospitalOwn", viewer.organization().kind() == OrganizationKind.HOSPITAL);
    model.addAttribute("own", viewer.organization().name());
    model.addAttribute("today", say.moment(say.now(), true));
    return new View(tab, known);
  }

  private List<AdmissionController.Choice> staff(Viewer viewer) {
    List<AdmissionController.Choice> choices = new ArrayList<>();
    choices.add(new AdmissionController.Choice("mine", say.of("mine")));
    accounts.staffOf(viewer.organization().id()).stream()
        .filter(member -> member.duties().contains(Duty.CARE))
        .map(member -> member.account())
        .map(account -> new AdmissionController.Choice(account.id().toString(), account.name()))
        .forEach(choices::add);
    return choices;
  }

  private static @Nullable UUID charge(View view, Viewer viewer) {
    return switch (view.whose()) {
      case "" -> null;
      case "mine" -> viewer.account().id().value();
      default -> UUID.fromString(view.whose());
    };
  }

  private Tab link(Worklist.Tab tab, View current) {
    String href = new View(tab, current.whose()).address("/stays");
    return new Tab(href, say.of("tab." + tab.name()), tab == current.tab());
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

  private static List<Worklist.Tab> tabsOf(OrganizationKind kind) {
    return switch (kind) {
      case HOSPITAL -> tabs("ALL OVERDUE SCREENING TALK CONFERENCE LEAVING UNDECIDED");
      case COMMUNITY_SUPPORT_CENTRE -> tabs("ALL OVERDUE PREVENTIVE UNDECIDED LEAVING PAPERS HOME");
      case CARE_MANAGEMENT_OFFICE,
          SMALL_MULTIFUNCTION_OFFICE,
          CARE_FACILITY,
          CONSULTATION_SUPPORT_OFFICE ->
          tabs("ALL OVERDUE FORM LEAVING PAPERS HOME PREVENTIVE");
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
          tabs("ALL LEAVING PAPERS HOME");
    };
  }

  private static List<Worklist.Tab> tabs(String names) {
    return Arrays.stream(names.split(" ")).map(Worklist.Tab::valueOf).toList();
  }
}
