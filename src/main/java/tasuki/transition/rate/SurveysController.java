package tasuki.transition.rate;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.JapanTime;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Takes in figures of surveys: looked at first, then applied, and undone if need be. */
@Controller
@OpenTo(Duty.OFFICER)
class SurveysController {

  /** An import in the list. */
  record Line(String href, String name, String at, String rows, String state) {}

  /** A figure of an import. */
  record Figure(
      String survey,
      String month,
      String rate,
      String area,
      String group,
      String answers,
      String now,
      String before,
      String change) {}

  private static final int MOST_BYTES = 20_000_000;
  private static final int MOST_SHOWN = 500;

  private final Surveys surveys;
  private final Watch watch;
  private final RateWords say;
  private final Notices notices;

  SurveysController(Surveys surveys, Watch watch, RateWords say, Notices notices) {
    this.surveys = surveys;
    this.watch = watch;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/rates/surveys")
  ModelAndView list(Viewer viewer, Form form, Model model) {
    return page(viewer, model, HttpStatus.OK);
  }

  private ModelAndView page(Viewer viewer, Model model, HttpStatus status) {
    if (!watch.watches(viewer)) {
      throw new AbsentException("page");
    }
    model.addAttribute("lines", surveys.all().stream().map(this::line).toList());
    model.addAttribute("decides", watch.decides(viewer));
    return new ModelAndView("transition/rate/surveys", model.asMap(), status);
  }

  private Line line(Surveys.Import one) {
    String state = one.counts() ? "applied" : one.waiting() ? "waiting" : "undone";
    return new Line(
        "/rates/surveys/" + one.id(),
        one.name(),
        say.day(JapanTime.at(one.at().toInstant()).toLocalDate()),
        say.number(one.rows()),
        say.of("survey.state." + state));
  }

  @PostMapping("/rates/surveys")
  ModelAndView check(
      Viewer viewer,
      Form form,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Model model) {
    mustDecide(viewer);
    if (file == null || file.isEmpty()) {
      form.reject("file", "rate.survey.fault.no-file");
    } else if (file.getSize() > MOST_BYTES) {
      form.reject("file", "rate.survey.fault.large");
    } else {
      try {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        Surveys.Taken taken = surveys.check(file.getBytes(), name);
        return new ModelAndView("redirect:/rates/surveys/" + taken.id());
      } catch (IOException interrupted) {
        form.reject("file", "rate.survey.fault.no-file");
      }
    }
    return page(viewer, model, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @GetMapping("/rates/surveys/{id}")
  String one(Viewer viewer, @PathVariable UUID id, Model model) {
    if (!watch.watches(viewer)) {
      throw new AbsentException("page");
    }
    Surveys.Import found = surveys.get(id);
    List<Surveys.Difference> differences = surveys.differences(id);
    List<Surveys.Refused> refused = surveys.refused(id);
    boolean blocked = refused.stream().anyMatch(Surveys.Refused::blocks);
    long same = differences.stream().filter(Surveys.Difference::isSame).count();
    model.addAttribute("found", found);
    model.addAttribute("inForce", found.counts());
    model.addAttribute(
        "figures", differences.stream().limit(MOST_SHOWN).map(this::figure).toList());
    model.addAttribute("refused", refused.stream().limit(MOST_SHOWN).toList());
    model.addAttribute("blocked", blocked);
    model.addAttribute(
        "counts",
        say.of(
            "survey.counts",
            say.number(found.rowsRead()),
            say.number(same),
            say.number(differences.size() - same),
            say.number(refused.size())));
    model.addAttribute("decides", watch.decides(viewer));
    model.addAttribute(
        "canApply", watch.decides(viewer) && found.waiting() && !blocked && found.rows() > 0);
    model.addAttribute("canUndo", watch.decides(viewer) && found.undoneAt() == null);
    return "transition/rate/survey";
  }

  private Figure figure(Surveys.Difference one) {
    SurveyRow row = one.row();
    SurveyRow before = one.before();
    Long asked = row.asked();
    Long answered = row.answered();
    return new Figure(
        row.key().survey(),
        say.month(row.key().month()),
        say.of("name." + row.key().rate()),
        surveys.areaName(row.key().area()),
        say.of("group." + row.key().group()),
        asked == null || answered == null ? "" : answered + " / " + asked,
        figure(row),
        before == null ? "" : figure(before),
        say.of(before == null ? "survey.new" : one.isSame() ? "survey.same" : "survey.changed"));
  }

  private String figure(SurveyRow row) {
    String percent = Tally.percent(Tally.share(row.done(), row.all()));
    return "%s / %s%s"
        .formatted(
            say.number(row.done()),
            say.number(row.all()),
            percent.isEmpty() ? "" : " (" + percent + "%)");
  }

  @GetMapping("/rates/surveys/{id}/rejected")
  ResponseEntity<byte[]> rejected(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(name = "as", defaultValue = "xlsx") String as) {
    if (!watch.watches(viewer)) {
      throw new AbsentException("page");
    }
    Sheet sheet =
        new Sheet(
            say.of("survey.rejected"),
            say.of("survey.rejected"),
            List.of(surveys.get(id).name()),
            List.of(
                SheetColumn.text(say.of("survey.place"), 30),
                SheetColumn.text(say.of("survey.reason"), 50),
                SheetColumn.text(say.of("survey.cells"), 70)),
            surveys.refused(id).stream()
                .map(one -> Arrays.<@Nullable Object>asList(one.place(), one.reason(), one.cells()))
                .toList());
    return TableAnswer.of("rejected", TableFormat.of(as).orElse(TableFormat.XLSX), List.of(sheet));
  }

  @PostMapping("/rates/surveys/{id}/apply")
  String apply(Viewer viewer, @PathVariable UUID id, RedirectAttributes next) {
    mustDecide(viewer);
    try {
      surveys.apply(id);
      notices.done(next, "rate.survey.applied");
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
    }
    return "redirect:/rates/surveys/" + id;
  }

  @PostMapping("/rates/surveys/{id}/undo")
  String undo(Viewer viewer, @PathVariable UUID id, RedirectAttributes next) {
    mustDecide(viewer);
    try {
      surveys.undo(id);
      notices.done(next, "rate.survey.undone");
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
    }
    return "redirect:/rates/surveys";
  }

  private void mustDecide(Viewer viewer) {
    if (!watch.decides(viewer)) {
      throw new AbsentException("page");
    }
  }
}
