package tasuki.transition;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.calendar.JapanTime;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.web.Notices;

/** The page of the 連絡もれ一覧. */
@Controller
@OpenTo({Duty.COORDINATOR, Duty.OFFICER})
class MissedController {

  /** A row as the page shows it. */
  record Line(
      String caseNumber,
      String missing,
      String side,
      String hospital,
      String office,
      String group,
      String admitted,
      String discharged,
      String since,
      String evidence) {}

  /** The filter as it stands in the address. */
  record Filter(String group, String area, String side, String missing) {

    public UriComponentsBuilder address() {
      return UriComponentsBuilder.fromPath("/missed")
          .queryParam("group", group)
          .queryParam("area", area)
          .queryParam("side", side)
          .queryParam("missing", missing);
    }

    boolean any() {
      return !(group + area + side + missing).isEmpty();
    }

    String at(String way, MissedCases.Missed row) {
      Instant since = row.since().toInstant();
      String key =
          since.getEpochSecond() + "." + since.getNano() + "_" + row.caseNumber() + "_" + row.missing();
      return address().queryParam(way, key).toUriString();
    }
  }

  private static final int PAGE = 50;
  private static final Pattern KEY =
      Pattern.compile("(-?\\d{1,12})\\.(\\d{1,9})_([0-9A-Z-]{1,30})_([A-Z_]{1,30})");
  private static final List<StepKind> KINDS =
      List.of(
          StepKind.CONTACTED,
          StepKind.FORM_SENT,
          StepKind.SCREENED,
          StepKind.TALKED,
          StepKind.TEAM_CONFERENCE,
          StepKind.HEARING,
          StepKind.CONFERENCE,
          StepKind.DISCHARGE_PLANNED,
          StepKind.FIRST_HOME_VISIT,
          StepKind.TWO_WEEK_CHECK);

  private final MissedCases missed;
  private final Areas areas;
  private final StayWords say;
  private final Notices notices;

  MissedController(MissedCases missed, Areas areas, StayWords say, Notices notices) {
    this.missed = missed;
    this.areas = areas;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/missed")
  String list(
      Viewer viewer,
      @RequestParam(name = "group", defaultValue = "") String group,
      @RequestParam(name = "area", defaultValue = "") String area,
      @RequestParam(name = "side", defaultValue = "") String side,
      @RequestParam(name = "missing", defaultValue = "") String missing,
      @RequestParam(name = "after", defaultValue = "") String after,
      @RequestParam(name = "before", defaultValue = "") String before,
      Model model) {
    List<AdmissionController.Choice> places = places(viewer);
    Optional<AdmissionController.Choice> place =
        places.stream().filter(one -> one.value().equals(area)).findFirst();
    CareGroup wantedGroup = constant(CareGroup.values(), group);
    Side wantedSide = constant(Side.values(), side);
    StepKind wantedKind = constant(KINDS.toArray(StepKind[]::new), missing);
    Filter filter =
        new Filter(
            name(wantedGroup),
            place.map(AdmissionController.Choice::value).orElse(""),
            name(wantedSide),
            name(wantedKind));
    MissedCases.Key until = key(before).orElse(null);
    MissedCases.Key from = key(after).orElse(null);
    List<MissedCases.Missed> rows =
        missed.of(
            viewer.organization(),
            new MissedCases.Wanted(
                wantedGroup,
                place.map(one -> UUID.fromString(one.value())).orElse(null),
                wantedSide,
                wantedKind,
                from,
                until,
                PAGE + 1));
    page(model, filter, rows, from, until);
    model.addAttribute("places", places);
    model.addAttribute("groups", choices("group.", CareGroup.values()));
    model.addAttribute("sides", choices("side.", Side.HOSPITAL, Side.CARE_MANAGER));
    model.addAttribute("kinds", choices("kind.", KINDS.toArray(StepKind[]::new)));
    return "transition/missed";
  }

  private void page(
      Model model,
      Filter filter,
      List<MissedCases.Missed> rows,
      MissedCases.@Nullable Key from,
      MissedCases.@Nullable Key until) {
    boolean more = rows.size() > PAGE;
    int first = more && until != null ? 1 : 0;
    List<MissedCases.Missed> shown = rows.subList(first, Math.min(rows.size(), first + PAGE));
    boolean earlier = !shown.isEmpty() && (until == null ? from != null : more);
    boolean later = !shown.isEmpty() && (until != null || more);
    model.addAttribute("lines", shown.stream().map(this::line).toList());
    model.addAttribute("filter", filter);
    model.addAttribute("cleared", filter.any() ? "/missed" : null);
    model.addAttribute("earlier", earlier ? filter.at("before", shown.getFirst()) : null);
    model.addAttribute("later", later ? filter.at("after", shown.getLast()) : null);
  }

  @PostMapping("/missed/{number}/remind")
  String remind(
      @PathVariable("number") String number,
      @RequestParam(name = "back", defaultValue = "") String back,
      RedirectAttributes next) {
    if (missed.remind(number).isEmpty()) {
      throw new AbsentException("case");
    }
    notices.done(next, "transition.missed.reminded", number);
    return "redirect:" + (back.startsWith("/missed?") ? back : "/missed");
  }

  /** The rule areas, for those who watch more than one. */
  private List<AdmissionController.Choice> places(Viewer viewer) {
    return MissedCases.everywhere(viewer.organization())
        ? areas
            .ofKind(
                AreaKind.TRANSITION_RULE_AREA, JapanTime.at(say.now().toInstant()).toLocalDate())
            .stream()
            .map(area -> new AdmissionController.Choice(area.id().toString(), say.area(area)))
            .toList()
        : List.of();
  }

  @SafeVarargs
  private <E extends Enum<E>> List<AdmissionController.Choice> choices(String prefix, E... all) {
    return Arrays.stream(all)
        .map(one -> new AdmissionController.Choice(one.name(), say.of(prefix + one)))
        .toList();
  }

  private static <E extends Enum<E>> @Nullable E constant(E[] all, String name) {
    for (E one : all) {
      if (one.name().equals(name)) {
        return one;
      }
    }
    return null;
  }

  private static String name(@Nullable Enum<?> wanted) {
    return wanted == null ? "" : wanted.name();
  }

  private static Optional<MissedCases.Key> key(String text) {
    Matcher found = KEY.matcher(text);
    return found.matches()
        ? Optional.of(
            new MissedCases.Key(
                Instant.ofEpochSecond(
                        Long.parseLong(found.group(1)), Long.parseLong(found.group(2)))
                    .atOffset(ZoneOffset.UTC),
                found.group(3),
                found.group(4)))
        : Optional.empty();
  }

  private Line line(MissedCases.Missed row) {
    return new Line(
        row.caseNumber(),
        say.of("kind." + row.missing()),
        say.of("side." + row.side()),
        row.hospital(),
        row.office() == null ? "" : row.office(),
        say.of("group." + row.group()),
        say.day(row.admittedOn()),
        row.dischargedOn() == null ? "" : say.day(row.dischargedOn()),
        say.moment(row.since(), true),
        say.of("evidence." + row.evidence()));
  }
}
