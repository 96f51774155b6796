package tasuki.transition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
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

  private static final int MOST = 200;

  private final MissedCases missed;
  private final StayWords say;
  private final Notices notices;

  MissedController(MissedCases missed, StayWords say, Notices notices) {
    this.missed = missed;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/missed")
  String list(
      Viewer viewer, @RequestParam(name = "group", defaultValue = "") String group, Model model) {
    CareGroup wanted = group(group);
    List<Line> lines =
        missed.of(viewer.organization(), wanted, MOST).stream().map(this::line).toList();
    model.addAttribute("lines", lines);
    model.addAttribute("group", wanted == null ? "" : wanted.name());
    model.addAttribute("groups", List.of(CareGroup.CARE, CareGroup.PREVENTIVE, CareGroup.OTHER));
    return "transition/missed";
  }

  @PostMapping("/missed/{number}/remind")
  String remind(@PathVariable("number") String number, RedirectAttributes next) {
    if (missed.remind(number).isEmpty()) {
      throw new AbsentException("case");
    }
    notices.done(next, "transition.missed.reminded", number);
    return "redirect:/missed";
  }

  private static @Nullable CareGroup group(String text) {
    for (CareGroup group : CareGroup.values()) {
      if (group.name().equals(text)) {
        return group;
      }
    }
    return null;
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
        row.evidence().equals("NONE")
            ? say.of("evidence.NONE")
            : say.of("evidence." + row.evidence()));
  }
}
