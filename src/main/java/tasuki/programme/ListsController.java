package tasuki.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** Which lists of programmes there are, and beginning one. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR})
class ListsController {

  private static final String ADDRESS = "/programmes/lists/";

  private final Editions editions;
  private final SeriesLines lines;
  private final Notices notices;
  private final Clock clock;

  ListsController(Editions editions, SeriesLines lines, Notices notices, Clock clock) {
    this.editions = editions;
    this.lines = lines;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping("/programmes")
  String lists(Viewer viewer, Model model) {
    List<Edition> all = editions.all(null);
    OrganizationId own = viewer.organization().id();
    Map<Boolean, List<Edition>> ours =
        all.stream().collect(Collectors.partitioningBy(one -> keeps(one, own)));
    model.addAttribute("own", lines.of(ours.getOrDefault(true, List.of()), ADDRESS));
    model.addAttribute("others", lines.of(ours.getOrDefault(false, List.of()), ADDRESS));
    model.addAttribute("compiles", editions.compiles());
    return "programme/lists";
  }

  private static boolean keeps(Edition edition, OrganizationId organization) {
    return edition.series().organization().equals(organization);
  }

  @GetMapping("/programmes/new")
  @OpenTo(Duty.OFFICER)
  String start(Form form, Viewer viewer, Model model) {
    form.start("year", FiscalYear.of(JapanTime.today(clock)).year());
    return page(model);
  }

  private String page(Model model) {
    List<Phrases.Choice> series = new ArrayList<>();
    for (Series one : editions.series()) {
      series.add(new Phrases.Choice(one.id().toString(), one.name()));
    }
    model.addAttribute("seriesOptions", series);
    return "programme/list-new";
  }

  @PostMapping("/programmes/new")
  @OpenTo(Duty.OFFICER)
  String begin(
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<SeriesId> known = form.id("series").map(SeriesId::new);
    known
        .filter(id -> editions.series().stream().noneMatch(one -> one.id().equals(id)))
        .ifPresent(_ -> form.reject("series", "web.form.choose"));
    String name = known.isPresent() ? "" : form.text("name", 80);
    Optional<FiscalYear> year = ProgrammeFields.year(form, "year");
    String title = form.text("title", 120);
    if (!form.hasErrors() && year.isPresent()) {
      try {
        EditionId edition = open(known, name, form.flag("numbered"), year.get(), title);
        notices.done(next, "programme.list.opened", title);
        return "redirect:" + ADDRESS + edition + "/set-up";
      } catch (RefusedException refused) {
        form.reject(known.isPresent() ? "year" : "name", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(model);
  }

  private EditionId open(
      Optional<SeriesId> known, String name, boolean numbered, FiscalYear year, String title) {
    if (!editions.compiles()) {
      throw RefusedException.because("programme.refused.compiles");
    }
    return known
        .map(series -> editions.open(series, year, title))
        .orElseGet(() -> editions.begin(name, numbered, year, title));
  }
}
