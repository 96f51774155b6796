package tasuki.transition.rate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.area.Area;
import tasuki.area.AreaId;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.calendar.JapanTime;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.transition.rate.RateWords.Choice;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Where the prefecture says how it counts its rates (県の算式) and what it calls them. */
@Controller
@OpenTo(Duty.OFFICER)
class StandardController {

  private static final int LONGEST_NAME = 40;

  private final Standards standards;
  private final Watch watch;
  private final Areas areas;
  private final RateWords say;
  private final Clock clock;
  private final Notices notices;

  StandardController(
      Standards standards, Watch watch, Areas areas, RateWords say, Clock clock, Notices notices) {
    this.standards = standards;
    this.watch = watch;
    this.areas = areas;
    this.say = say;
    this.clock = clock;
    this.notices = notices;
  }

  @GetMapping("/rates/standard")
  ModelAndView start(Viewer viewer, Form form, Model model) {
    mustDecide(viewer);
    UUID area = form.id("area").orElse(null);
    Standard standard = standards.of(area);
    form.start("of", standard.of());
    form.start("words", standard.words());
    form.start("short", standard.shortDays());
    form.startAll("without", standard.without());
    standard.names().forEach((rate, name) -> form.start("name-" + rate, name));
    return page(form, model, HttpStatus.OK);
  }

  @PostMapping("/rates/standard")
  ModelAndView save(Viewer viewer, Form form, Model model, RedirectAttributes next) {
    mustDecide(viewer);
    Optional<UUID> area = form.id("area");
    if (area.isPresent() && areas.find(new AreaId(area.get())).isEmpty()) {
      form.reject("area", "web.form.choose");
    }
    Optional<Standard.Cases> of = form.choice("of", Standard.Cases.class);
    Optional<Standard.Words> words = form.choice("words", Standard.Words.class);
    Set<Rate.Exclusion> without = form.choices("without", Rate.Exclusion.class);
    String days = form.value("short");
    if (!days.matches("\\d{1,2}") || Integer.parseInt(days) > Standard.MOST_SHORT_DAYS) {
      form.reject("short", "web.form.choose");
    }
    Map<Rate, String> names = new LinkedHashMap<>();
    for (Rate rate : Rate.values()) {
      form.optional("name-" + rate, LONGEST_NAME).ifPresent(name -> names.put(rate, name));
    }
    if (form.hasErrors()) {
      return page(form, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    standards.save(
        area.orElse(null),
        new Standard(
            of.orElseThrow(), words.orElseThrow(), without, Integer.parseInt(days), names));
    notices.done(next, "rate.standard.saved");
    return new ModelAndView("redirect:/rates" + area.map(id -> "?way=" + id).orElse(""));
  }

  private ModelAndView page(Form form, Model model, HttpStatus status) {
    List<Choice> places = new ArrayList<>();
    for (Area area : areas.ofKind(AreaKind.TRANSITION_RULE_AREA, JapanTime.today(clock))) {
      places.add(new Choice(area.id().value().toString(), say.name(area)));
    }
    List<Choice> names = new ArrayList<>();
    for (Rate rate : Rate.values()) {
      names.add(new Choice(rate.name(), say.of("name." + rate)));
    }
    model.addAttribute("places", places);
    model.addAttribute("ofs", say.choices("of.", Standard.Cases.values()));
    model.addAttribute("wordsOf", say.choices("words.", Standard.Words.values()));
    model.addAttribute("withouts", say.choices("without.", Rate.Exclusion.values()));
    model.addAttribute("shorts", RatesController.shorts(say));
    model.addAttribute("rateNames", names);
    return new ModelAndView("transition/rate/standard", model.asMap(), status);
  }

  private void mustDecide(Viewer viewer) {
    if (!watch.decides(viewer)) {
      throw new AbsentException("page");
    }
  }
}
