package tasuki.transition.rate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tasuki.area.AreaId;
import tasuki.area.Areas;
import tasuki.calendar.JapanTime;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;

/** The cases behind a number: case number, organisations, days and what is missing; no person. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR, Duty.CARE})
class RateCasesController {

  /** A case as the page shows it. */
  record Line(
      String number,
      String hospital,
      String office,
      String group,
      String admitted,
      String discharged,
      String ended,
      String word,
      String information,
      boolean done,
      boolean remindable) {}

  private static final int PAGE = 50;

  private final Rates rates;
  private final Standards standards;
  private final Watch watch;
  private final Areas areas;
  private final RateWords say;
  private final Clock clock;

  RateCasesController(
      Rates rates, Standards standards, Watch watch, Areas areas, RateWords say, Clock clock) {
    this.rates = rates;
    this.standards = standards;
    this.watch = watch;
    this.areas = areas;
    this.say = say;
    this.clock = clock;
  }

  @GetMapping("/rates/cases")
  String cases(Viewer viewer, @RequestParam MultiValueMap<String, String> typed, Model model) {
    LocalDate today = JapanTime.today(clock);
    RateAddress address = RateAddress.read(typed, today, standards::of);
    RateQuery query = address.query();
    UUID area = RateAddress.id(typed.getFirst("area"));
    String done = typed.getFirst("done");
    Boolean wanted = done == null ? null : done.equals("true");
    Optional<Set<String>> ground = watch.ground(viewer, today);
    List<Rates.Case> found = rates.cases(query, ground, area, wanted, after(typed), PAGE + 1);
    boolean more = found.size() > PAGE;
    List<Rates.Case> shown = more ? found.subList(0, PAGE) : found;
    boolean watches = watch.watches(viewer);
    model.addAttribute("rateName", say.name(query.rate(), query.standard().names()));
    model.addAttribute("about", about(query, area, wanted));
    model.addAttribute("narrowed", ground.isPresent());
    model.addAttribute("watches", watches);
    model.addAttribute("leaving", query.rate().atDischarge());
    model.addAttribute("lines", shown.stream().map(one -> line(query, one, watches)).toList());
    String id = area == null ? null : area.toString();
    model.addAttribute("back", address.href("/rates"));
    model.addAttribute(
        "first",
        after(typed) == null ? null : address.href("/rates/cases", "area", id, "done", done));
    model.addAttribute("further", more ? further(address, query, shown.getLast(), id, done) : null);
    return "transition/rate/cases";
  }

  private static @Nullable String further(
      RateAddress address,
      RateQuery query,
      Rates.Case last,
      @Nullable String area,
      @Nullable String done) {
    LocalDate day = query.rate().atDischarge() ? last.dischargedOn() : last.admittedOn();
    return address.href(
        "/rates/cases", "area", area, "done", done, "after", day + "_" + last.number());
  }

  private static Rates.@Nullable After after(MultiValueMap<String, String> typed) {
    String word = typed.getFirst("after");
    if (word == null || !word.matches("\\d{4}-\\d{2}-\\d{2}_[0-9A-Z-]{1,30}")) {
      return null;
    }
    try {
      return new Rates.After(LocalDate.parse(word.substring(0, 10)), word.substring(11));
    } catch (java.time.DateTimeException noDay) {
      return null;
    }
  }

  private String about(RateQuery query, @Nullable UUID area, @Nullable Boolean done) {
    String place =
        area == null
            ? say.of("area.all")
            : areas.find(new AreaId(area)).map(say::name).orElse(say.of("area.unknown"));
    String which =
        done == null ? say.of("cases.all") : done ? say.of("cases.done") : say.of("cases.missing");
    return "%s · %s · %s · %s"
        .formatted(
            say.of("period", say.month(query.first()), say.month(query.last())),
            place,
            say.of("group." + query.group()),
            which);
  }

  private Line line(RateQuery query, Rates.Case one, boolean watches) {
    LocalDate discharged = one.dischargedOn();
    Integer day = one.informationDay();
    boolean early = day != null && day < 1;
    String office = one.office();
    return new Line(
        one.number(),
        one.hospital(),
        office == null ? say.of("undecided") : office,
        say.any("transition.group." + one.group()),
        say.day(one.admittedOn()),
        discharged == null ? "" : say.day(discharged),
        one.ended() == null ? "" : say.any("transition.state." + one.ended()),
        say.of("word." + one.word()),
        query.rate().atDischarge() || day == null
            ? ""
            : early ? say.of("day.before") : say.of("day.number", day),
        one.done(),
        watches && one.missed());
  }
}
