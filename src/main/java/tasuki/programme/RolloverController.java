package tasuki.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** Takes a list over into the next fiscal year; the page shows before what will change. */
@Controller
@OpenTo({Duty.OFFICER})
class RolloverController {

  /** A programme that goes on, or does not. */
  record Line(String id, String number, String name, String planned, String why) {}

  private final Editions editions;
  private final Programmes programmes;
  private final Rollover rollover;
  private final Phrases say;
  private final Notices notices;

  RolloverController(
      Editions editions, Programmes programmes, Rollover rollover, Phrases say, Notices notices) {
    this.editions = editions;
    this.programmes = programmes;
    this.rollover = rollover;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/programmes/lists/{id}/rollover")
  String page(@PathVariable UUID id, Form form, Model model) {
    Edition edition = editions.compiled(new EditionId(id));
    List<ProgrammeYear> years = programmes.of(edition.id());
    form.start("title", nextTitle(edition));
    form.startAll("on", years.stream().filter(Rollover::goesOn).map(ProgrammeYear::id).toList());
    return shown(edition, years, model);
  }

  private String shown(Edition edition, List<ProgrammeYear> years, Model model) {
    List<Line> lines = new ArrayList<>();
    for (ProgrammeYear year : years) {
      Integer last = year.entry().lastYear();
      lines.add(
          new Line(
              year.id().toString(),
              Integer.toString(year.entry().number()),
              year.entry().name(),
              Figures.thousands(year.money().planned()),
              Rollover.goesOn(year)
                  ? say.of("programme.standing." + year.entry().standing())
                  : last != null && last <= edition.year().year()
                      ? say.of("programme.rollover.last-year")
                      : say.of("programme.standing.ENDED")));
    }
    model.addAttribute("edition", edition);
    model.addAttribute("lines", lines);
    model.addAttribute("yearLabel", edition.year().label(say.locale()));
    model.addAttribute("nextLabel", edition.year().next().label(say.locale()));
    model.addAttribute(
        "stands",
        editions
            .of(edition.series().id(), edition.year().next())
            .map(one -> "/programmes/lists/" + one.id())
            .orElse(null));
    model.addAttribute("headingCount", editions.headings(edition.id()).size());
    return "programme/rollover";
  }

  @PostMapping("/programmes/lists/{id}/rollover")
  String go(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Edition edition = editions.compiled(new EditionId(id));
    List<ProgrammeYear> years = programmes.of(edition.id());
    Set<YearId> known = years.stream().map(ProgrammeYear::id).collect(Collectors.toSet());
    Set<YearId> on = form.ids("on").stream().map(YearId::new).collect(Collectors.toSet());
    String title = form.text("title", 120);
    if (!known.containsAll(on)) {
      form.reject("on", "web.form.choose");
    }
    if (!form.hasErrors()) {
      try {
        EditionId opened = rollover.next(edition, title, on, form.flag("budget"));
        notices.done(
            next, "programme.rollover.done", edition.year().next().label(say.locale()), on.size());
        return "redirect:/programmes/lists/" + opened;
      } catch (RefusedException refused) {
        form.reject("title", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return shown(edition, years, model);
  }

  /** The title with the next year in it where it names this one. */
  private static String nextTitle(Edition edition) {
    String now = edition.year().label(java.util.Locale.JAPANESE);
    String then = edition.year().next().label(java.util.Locale.JAPANESE);
    return edition.title().contains(now)
        ? edition.title().replace(now, then)
        : then + " " + edition.series().name();
  }
}
