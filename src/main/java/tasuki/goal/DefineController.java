package tasuki.goal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.indicator.Definition;
import tasuki.indicator.Indicator;
import tasuki.indicator.IndicatorId;
import tasuki.indicator.NewIndicator;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Sets indicators up, defines them anew, hands them on and retires them. */
@Controller
@OpenTo(Duty.OFFICER)
class DefineController {

  private static final int MOST_SERIES = 8;

  private final Editing editing;
  private final DefinitionForm definitions;
  private final Charge charge;
  private final GoalWords say;
  private final Notices notices;

  DefineController(
      Editing editing, DefinitionForm definitions, Charge charge, GoalWords say, Notices notices) {
    this.editing = editing;
    this.definitions = definitions;
    this.charge = charge;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/indicators/new")
  String start(Form form, Viewer viewer, Model model) {
    form.start("area", say.of("whole-prefecture"));
    form.start("validFrom", say.thisYear().firstDay());
    form.start("decimals", 0);
    charge.usual(viewer).ifPresent(one -> form.start("division", one));
    return page(null, model);
  }

  @PostMapping("/indicators/new")
  String setUp(
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Definition definition = definitions.read(form);
    String area = form.text("area", 100);
    List<String> labels = labels(form);
    if (definition.formula() != null && labels.size() > 1) {
      form.reject("labels", "goal.labels.automatic");
    }
    UUID division = Charge.read(form, charge.own());
    if (!form.hasErrors()) {
      try {
        NewIndicator wanted =
            new NewIndicator(
                viewer.organization().id().value(), division, area, form.flag("published"));
        IndicatorId id = editing.setUp(wanted, definition, labels);
        notices.done(next, "goal.done.set-up", definition.name());
        return "redirect:/indicators/" + id;
      } catch (RefusedException refused) {
        form.reject(
            refused.refused().reason().endsWith("division") ? "division" : "name",
            refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(null, model);
  }

  /** What is counted apart, one in a line; nothing for an indicator of one series. */
  private static List<String> labels(Form form) {
    List<String> labels =
        Arrays.stream(form.optional("labels", 400).orElse("").split("[\n、,]"))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .toList();
    if (labels.size() > MOST_SERIES || labels.stream().distinct().count() < labels.size()) {
      form.reject("labels", "goal.labels.unreadable", MOST_SERIES);
    } else if (labels.stream().anyMatch(one -> one.length() > 40 || one.matches(".*\\s.*"))) {
      form.reject("labels", "goal.labels.long");
    }
    return labels.isEmpty() ? List.of("") : labels;
  }

  @GetMapping("/indicators/{id}/define")
  String change(@PathVariable UUID id, Form form, Model model) {
    Indicator indicator = editing.changeable(id);
    definitions.start(form, indicator.definitions().getLast());
    form.start("validFrom", say.today());
    form.start("version", indicator.version());
    return page(indicator, model);
  }

  @PostMapping("/indicators/{id}/define")
  String define(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Indicator indicator = editing.changeable(id);
    Definition definition = definitions.read(form);
    if (definition.formula() != null && indicator.lines().size() > 1) {
      form.reject("measure", "goal.labels.automatic");
    }
    if (!form.hasErrors()) {
      try {
        editing.define(indicator, form.version(), definition);
        notices.done(next, "goal.done.defined", say.day(definition.validFrom()));
        return "redirect:/indicators/" + id;
      } catch (RefusedException refused) {
        form.reject("name", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(indicator, model);
  }

  private String page(@Nullable Indicator indicator, Model model) {
    definitions.choices(model);
    model.addAttribute("indicator", indicator);
    model.addAttribute(
        "indicatorName", indicator == null ? null : FigureForm.name(indicator, say.today()));
    model.addAttribute("divisions", charge.own());
    return "goal/define";
  }

  @GetMapping("/indicators/{id}/keep")
  String keep(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    Indicator indicator = editing.changeable(id);
    form.start("division", indicator.division());
    form.start("published", indicator.published() ? "true" : null);
    form.start("retired", indicator.retiredOn() != null ? "true" : null);
    form.start("version", indicator.version());
    return keepPage(indicator, viewer, model);
  }

  private String keepPage(Indicator indicator, Viewer viewer, Model model) {
    model.addAttribute("indicator", indicator);
    model.addAttribute("indicatorName", FigureForm.name(indicator, say.today()));
    model.addAttribute("divisions", charge.all(viewer, indicator.division()));
    return "goal/keep";
  }

  @PostMapping("/indicators/{id}/keep")
  String kept(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Indicator indicator = editing.changeable(id);
    UUID division = Charge.read(form, charge.all(viewer, indicator.division()));
    if (!form.hasErrors()) {
      try {
        editing.keep(
            indicator, form.version(), division, form.flag("published"), form.flag("retired"));
        notices.done(next, "goal.done.kept");
        return "redirect:/indicators/" + id;
      } catch (RefusedException refused) {
        form.reject("division", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return keepPage(indicator, viewer, model);
  }
}
