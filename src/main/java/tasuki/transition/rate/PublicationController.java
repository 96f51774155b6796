package tasuki.transition.rate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.FiscalYear;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Where an officer sees what was published, what was corrected since, and asks for a revision. */
@Controller
@OpenTo(Duty.OFFICER)
class PublicationController {

  /**
   * A published year.
   *
   * @param changed what was corrected since the last publication, in words
   */
  record Line(int year, String label, String href, List<String> versions, List<String> changed) {}

  private static final int LONGEST_REASON = 200;

  private final Publications publications;
  private final Watch watch;
  private final RateWords say;
  private final Notices notices;

  PublicationController(Publications publications, Watch watch, RateWords say, Notices notices) {
    this.publications = publications;
    this.watch = watch;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/rates/published")
  ModelAndView list(Viewer viewer, Form form, Model model) {
    mustDecide(viewer);
    return page(form, model, HttpStatus.OK);
  }

  @PostMapping("/rates/published")
  ModelAndView revise(Viewer viewer, Form form, Model model, RedirectAttributes next) {
    mustDecide(viewer);
    Optional<FiscalYear> year =
        years().keySet().stream()
            .filter(one -> form.value("year").equals("" + one.year()))
            .findFirst();
    if (year.isEmpty()) {
      form.reject("year", "web.form.choose");
    }
    String reason = form.text("reason", LONGEST_REASON);
    if (!form.hasErrors()) {
      try {
        publications.revise(year.orElseThrow(), reason);
        notices.done(next, "rate.revised", year.get().label(RateWords.locale()));
        return new ModelAndView("redirect:/rates/published");
      } catch (RefusedException refused) {
        form.reject("year", refused.refused());
      }
    }
    return page(form, model, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private Map<FiscalYear, List<Publications.Published>> years() {
    return publications.all().stream()
        .collect(
            Collectors.groupingBy(
                Publications.Published::year, java.util.LinkedHashMap::new, Collectors.toList()));
  }

  private ModelAndView page(Form form, Model model, HttpStatus status) {
    Map<FiscalYear, List<Publications.Published>> years = years();
    model.addAttribute(
        "lines", years.entrySet().stream().map(one -> line(one.getKey(), one.getValue())).toList());
    model.addAttribute(
        "years",
        years.keySet().stream()
            .map(one -> new RateWords.Choice("" + one.year(), one.label(RateWords.locale())))
            .toList());
    return new ModelAndView("transition/rate/published", model.asMap(), status);
  }

  private Line line(FiscalYear year, List<Publications.Published> published) {
    return new Line(
        year.year(),
        year.label(RateWords.locale()),
        "/public/rates?year=" + year.year(),
        published.stream().map(say::version).toList(),
        publications.changedSince(year).entrySet().stream()
            .map(one -> say.of("changed", say.of("name." + one.getKey()), one.getValue()))
            .toList());
  }

  private void mustDecide(Viewer viewer) {
    if (!watch.decides(viewer)) {
      throw new AbsentException("page");
    }
  }
}
